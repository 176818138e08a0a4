"""A caller's whole wish in one call: several treatments, several guests, add-ons, whom they would like."""

import re
from datetime import datetime, timedelta

import pytest

from shared_lib.agent.phone.slot_tokens import SlotToken
from tests.snapshots import FRIDAY, at
from tests.spa_house import COUPLES

UNSPEAKABLE = re.compile(r"[0-9*_#<>|\\`{}\[\]&]|https?:")


def visits(booking):
    return [(booking.of_visit(visit.number)[0][0].item_id, visit.guest) for visit in booking.visits]


def hold(house, answer, n=0):
    return house.booked(house.book(answer["slots"][n]["slot"]))


def test_one_treatment_after_another_is_held_as_one_visit(house):
    answer = house.check("a manicure and then a pedicure", "2026-11-19T14:00")
    assert answer["message"] == (
        "Thursday, November nineteenth at two PM is free for the Manicure and Pedicure with Nina."
        " Shall I hold it for you?"
    )
    booking = hold(house, answer)
    assert visits(booking) == [("manicure", 1), ("pedicure", 1)]
    first, second = booking.visits
    assert first.ends_at <= second.starts_at <= first.ends_at + timedelta(minutes=30)
    assert (booking.party, house.count("bookings")) == (1, 1)
    assert booking.ends_at == datetime.fromisoformat(answer["slots"][0]["ends_at"])


def test_what_comes_first_by_its_words_is_first(house):
    booking = hold(house, house.check("a pedicure, but first a manicure", "2026-11-19T14:00"))
    assert [item for item, _ in visits(booking)] == ["manicure", "pedicure"]


@pytest.mark.parametrize(
    ("said", "more"),
    [("a swedish massage for my wife and me", {}), ("swedish massage", {"party": 2}), ("two swedish massages", {})],
)
def test_two_guests_are_side_by_side_however_it_is_said(house, said, more):
    booking = hold(house, house.check(said, "2026-11-19T15:00", **more))
    assert visits(booking) == [("swedish-massage", 1), ("swedish-massage", 2)]
    assert len({visit.starts_at for visit in booking.visits}) == 1


def test_each_of_two_guests_has_their_own(house):
    said = "a deep tissue massage with hot stones for my wife and a gentleman's facial for me"
    answer = house.check(said, "2026-11-19T17:00")
    booking = hold(house, answer)
    assert visits(booking) == [("deep-tissue-massage", 1), ("gentlemans-facial", 2)]
    assert [line.item_id for line in booking.lines if line.kind != "treatment"] == ["hot-stone"]
    assert answer["items"][0]["add_ons"] == ["hot-stone"]
    alike = house.check("swedish and gentleman's facial", "2026-11-19T18:30", party=2)
    assert [item["guest"] for item in alike["items"]] == [1, 2]


def test_what_follows_one_another_is_for_everybody(house):
    answer = house.check("a reflexology and then a swedish massage", "2026-11-18T19:00", party=2)
    assert visits(hold(house, answer)) == [
        ("reflexology", 1), ("swedish-massage", 1), ("reflexology", 2), ("swedish-massage", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["deep tissue with hot stones", "deep tissue, and the heated stones too"])
def test_an_add_on_is_known_by_what_people_call_it_and_said_back(house, said):
    booking = hold(house, house.check(said, "2026-11-19T15:00"))
    answer = house.book(house.check(said, "2026-11-19T17:00")["slots"][0]["slot"])
    assert [line.item_id for line in booking.lines] == ["deep-tissue-massage", "hot-stone"]
    assert "for the Deep Tissue Massage with Hot Stone with" in answer["message"]


def test_an_add_on_that_does_not_go_with_it_is_not_lost_silently(house):
    answer = house.check("a manicure with hot stones", "2026-11-19T14:00")
    assert answer["left_out"] == ["Hot Stone"]
    assert answer["message"].startswith("With what you have chosen I can't add Hot Stone. Thursday")


def test_a_couple_is_with_both_whom_they_named(house):
    answer = house.check(COUPLES, "2026-11-19T15:00", technician="Anna and Lena")
    assert {slot["technician"] for slot in answer["slots"]} == {"Anna and Lena"}
    assert hold(house, answer).technicians == ("Anna", "Lena")
    away = house.check(COUPLES, "2026-11-19T17:00", technician="Anna and Lena")
    assert away["message"].startswith(
        "Anna is away until Friday, November twentieth at ten AM. Marco would be free then."
    )


def test_two_guests_are_each_with_whom_they_named(house):
    answer = house.check("swedish massage", "2026-11-19T15:00", party=2, technician="Lena and Anna")
    booking = hold(house, answer)
    assert [visit.wish for visit in booking.visits] == ["Lena", "Anna"]
    assert [place.name for n in (1, 2) for place in booking.of_visit(n)[1] if place.kind == "technician"] == [
        "Lena", "Anna",
    ]  # fmt: skip


def test_names_go_to_the_work_that_each_does(house):
    answer = house.check("a manicure and then a swedish massage", "2026-11-19T13:00", technician="Anna and Nina")
    assert [item["technician"] for item in answer["items"]] == ["Nina", "Anna"]


def test_a_gender_is_for_all_of_it(house):
    answer = house.check("swedish massage", "2026-11-18T19:00", party=2, technician="a man")
    assert answer["slots"][0]["technician"] == "Marco and David"


@pytest.mark.parametrize(
    "said", ["David, or whoever", "with David, otherwise anyone", "preferably David but anyone is fine"]
)
def test_whoever_else_will_do_is_at_the_wanted_time_before_another_one(house, said):
    asks = {"treatment": "swedish massage", "when": "2026-11-20T14:00"}
    assert house.check(**asks, technician=said)["slots"][0]["technician"] == "David"
    house.book(house.slot(technician="David"))
    answer = house.check(**asks, technician=said)
    assert (answer["ok"], answer["reason"], answer["slots"][0]["technician"]) == (True, "BUSY", "Anna")
    assert answer["message"] == (
        "David is taken until Saturday, November twenty-first at six PM."
        " Friday, November twentieth at two PM is free with Anna. Shall I hold it for you?"
    )
    only_him = house.check(**asks, technician="David")
    assert only_him["slots"][0]["label"] != "Friday, November twentieth at two PM"


def test_of_two_names_for_one_guest_either_is_welcome(house):
    house.book(house.slot(technician="David"))
    answer = house.check("swedish massage", "2026-11-20T14:00", technician="David or Anna")
    assert answer["slots"][0]["technician"] == "Anna"


def test_on_an_open_day_somebody_else_is_named_with_the_reason(house):
    answer = house.check("swedish massage", "friday afternoon", technician="Lena, or whoever")
    assert answer["message"].startswith("Lena is away until Saturday, November twenty-first at six PM.")
    assert "With others I have Friday, November twentieth at noon" in answer["message"]


def test_who_was_named_beside_the_time_is_held_or_said_to_be_gone(house):
    slot = house.slot()
    [(_, offered)] = SlotToken.read(slot, house.signer).offer.places
    [technician] = house.rows("select name from coresync.technicians where id = %s", offered)
    name = technician["name"]
    house.database.run(
        "insert into coresync.busy_times values (%s, 'dentist', tstzrange(%s, %s))",
        (offered, at(FRIDAY, "14:00"), at(FRIDAY, "15:00")),
    )
    answer = house.book(slot, "call-1")
    assert answer["ok"]
    assert name not in house.booked(answer).technicians
    assert answer["message"].startswith(f"It could not be with {name} any more. I am holding Friday")
    assert house.book(slot, "call-1") == answer


def test_a_sequence_keeps_who_was_named_where_they_are_free(house):
    """Its places are looked for again, and the same people come first."""
    answer = house.check("a reflexology and then a swedish massage", "2026-11-18T19:00")
    house.wait(minutes=3)
    held = house.book(answer["slots"][0]["slot"])
    assert (held["technician"], "any more" in held["message"]) == (answer["slots"][0]["technician"], False)


def test_a_time_beside_the_treatment_counts_where_no_other_was_said(house):
    assert house.check("a swedish massage tomorrow at 3pm")["slots"][0]["starts_at"] == "2026-11-19T15:00:00-05:00"


def test_more_people_than_a_treatment_can_take_are_not_guessed_at(house):
    for asked in ({"treatment": COUPLES, "party": 3}, {"treatment": "swedish massage", "party": 10**6}):
        assert house.check(when="thursday 3pm", **asked)["code"] == "PARTY_TOO_LARGE"


MEMBERS, BED = "Members pay thirty to forty percent less.", "Members pay sixty percent less."
SWEDISH_COSTS = "The Swedish Massage takes sixty minutes and is one hundred eighty dollars, plus sales tax."
BED_COSTS = "The AI Massage Bed takes sixty minutes and is one hundred fifty dollars, plus sales tax."
TWO = (
    "The Manicure, thirty minutes, is sixty dollars and the Pedicure, forty-five minutes, is eighty dollars,"
    " each plus sales tax."
)
PREMIUM = "For the Deep Tissue Massage, Premium is one hundred forty-four dollars, plus sales tax."
PRICES = [
    ("swedish massage", SWEDISH_COSTS, MEMBERS),
    ("ai massage bed", BED_COSTS, BED),
    ("manicure and pedicure", TWO, MEMBERS),
    ("hot stones", "Hot Stone is forty dollars, plus sales tax.", ""),
    ("deep tissue for premium members", PREMIUM, ""),
]


@pytest.mark.parametrize(("asked", "said", "members"), PRICES)
def test_prices_are_answered_as_in_the_chat_in_words(house, asked, said, members):
    answer = house.act("get_price", treatment=asked)
    assert (answer["ok"], answer["message"]) == (True, f"{said} {members}".strip())


def test_many_prices_are_a_range_and_a_question(house):
    answer = house.act("get_price", treatment="massage")
    assert (answer["code"], len(answer["candidates"])) == ("AMBIGUOUS_TREATMENT", 7)
    assert answer["message"] == (
        "They are from one hundred fifteen dollars to five hundred dollars, plus sales tax."
        " Which one would you like: Swedish Massage, Deep Tissue Massage, Sports Massage or another one?"
    )


def test_what_a_membership_gives_is_spoken_too(house):
    message = house.act("get_price", treatment="premium membership")["message"]
    assert message.startswith("Premium is seven hundred dollars a month and gives forty percent off treatments")
    assert not UNSPEAKABLE.search(message)


def test_a_day_that_does_not_exist_loses_no_treatment(house):
    answer = house.check("a manicure and then a pedicure", "2027-02-29")
    assert answer["code"] == "BAD_WHEN"
    booking = house.booked(house.book(answer["alternatives"][0]["slot"]))
    assert [item for item, _ in visits(booking)] == ["manicure", "pedicure"]
