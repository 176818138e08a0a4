"""How often the phone may ask: by call, caller and campaign, and what was done before is told all the same."""

import pytest

from tests.phone_house import CALLER, GUEST, phone_house

LIMITS = {"rate_call_actions_per_minute": 3, "rate_caller_bookings_per_hour": 2, "rate_campaign_actions_per_minute": 6}


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with phone_house(database_url, tmp_path, monkeypatch, **LIMITS) as house:
        yield house


def asks(house, action="get_price", call="call-1", caller=CALLER, campaign="spring", **parameters):
    body = {"callId": call, "customerPhoneNumber": caller, "campaignId": campaign}
    return house.asks(action, body | {"parameters": parameters or {"treatment": "deep tissue"}})


def test_a_call_that_asks_too_often_hears_when_to_ask_again(house):
    answers = [asks(house) for _ in range(4)]
    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert (answers[3]["code"], 1 <= answers[3]["retry_after"] <= 60) == ("TOO_MANY", True)
    assert answers[3]["message"].endswith("a minute.")


def test_another_call_is_not_held_back(house):
    assert [asks(house, call=f"call-{n % 2}")["ok"] for n in range(6)] == [True] * 6


def test_after_a_minute_it_may_ask_again(house):
    for _ in range(4):
        asks(house)
    house.wait(minutes=1)
    assert asks(house)["ok"]


def test_a_campaign_has_a_limit_of_its_own(house):
    answers = [asks(house, call=f"call-{n}")["ok"] for n in range(8)]
    assert answers == [True] * 6 + [False] * 2
    assert asks(house, call="call-9", campaign="autumn")["ok"]


def test_wrong_questions_count_too(house):
    codes = [asks(house, treatment=None)["code"] for _ in range(4)]
    assert codes == ["BAD_INPUT"] * 3 + ["TOO_MANY"]


def book(house, call, slot="made up", **who):
    return asks(house, "book_appointment", call, slot=slot, **GUEST, **who)


def test_a_caller_may_try_to_book_so_often_in_an_hour_whatever_becomes_of_it(house):
    codes = [book(house, f"call-{n}")["code"] for n in range(3)]
    house.wait(minutes=10)
    later = book(house, "call-4")
    assert codes == ["BAD_INPUT", "BAD_INPUT", "TOO_MANY"]
    assert (later["code"], later["retry_after"] > 60) == ("TOO_MANY", True)


def test_another_caller_may_book(house):
    for n in range(3):
        book(house, f"call-{n}")
    answer = asks(house, "book_appointment", "call-4", "+1 555 010 0111", slot="made up", **GUEST)
    assert answer["code"] == "BAD_INPUT"


def test_a_caller_without_a_number_is_counted_by_the_call(house):
    codes = [asks(house, "book_appointment", "call-1", "", slot="made up", **GUEST)["code"] for _ in range(3)]
    other = asks(house, "book_appointment", "call-2", "", slot="made up", **GUEST)["code"]
    assert (codes, other) == (["BAD_INPUT", "BAD_INPUT", "TOO_MANY"], "BAD_INPUT")


def test_what_was_done_before_is_told_again_beyond_the_limit(house):
    slot = house.slot()
    answers = [book(house, "call-1", slot) for _ in range(5)]
    assert answers == [answers[0]] * 5
    assert (answers[0]["ok"], house.count("bookings")) == (True, 1)


def test_no_number_of_a_caller_rests_in_the_counts(house):
    book(house, "call-1")
    assert CALLER not in repr(house.rows("select * from coresync.rate_limits"))


@pytest.mark.parametrize("hidden", ["anonymous", "Restricted", "+266696687", "unknown", "+1 7378742833", "0000000000"])
def test_callers_who_hide_their_number_share_no_limit(house, hidden):
    codes = [asks(house, "book_appointment", f"call-{n}", hidden, slot="made up", **GUEST)["code"] for n in range(5)]
    assert codes == ["BAD_INPUT"] * 5


def test_a_stand_in_for_a_hidden_number_is_kept_as_nobody_s_telephone(house):
    slot = house.slot()
    answer = house.asks(
        "book_appointment",
        {"customerPhoneNumber": "+266696687", "callId": "call-9", "parameters": {"slot": slot, **GUEST}},
    )
    assert house.booked(answer).contact.phone == ""
