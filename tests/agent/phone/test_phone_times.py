"""Times asked for on the phone: what is free, or the one reason why not, and the nearest that would work."""

import re
from collections import Counter
from datetime import datetime

import pytest

from tests.phone_house import phone_house
from tests.snapshots import NOW, THURSDAY, at
from tests.spa_house import COUPLES, PRIVATE, THREE, at_once

UNSPEAKABLE = re.compile(r"[0-9*_#<>|\\`{}\[\]&]|https?:")


@pytest.fixture(scope="module")
def house(postgres, migrated, tmp_path_factory):
    """One house for all that only ask."""
    url = postgres.create_database("phone_times", template=migrated)
    with pytest.MonkeyPatch.context() as patch, phone_house(url, tmp_path_factory.mktemp("phone"), patch) as house:
        yield house
    postgres.drop_database("phone_times")


@pytest.fixture
def busy(database_url, tmp_path, monkeypatch):
    """A house of one's own, to fill."""
    with phone_house(database_url, tmp_path, monkeypatch) as house:
        yield house


def starts(slots):
    return [f"{datetime.fromisoformat(slot['starts_at']):%a %H:%M}" for slot in slots]


def test_a_free_time_is_offered_in_words_and_for_programs(house):
    answer = house.check("swedish massage", "friday 2pm")
    first = answer["slots"][0]
    assert answer["message"].startswith("Friday, November twentieth at two PM is free with")
    assert (answer["ok"], answer["reason"], first["label"]) == (True, None, "Friday, November twentieth at two PM")
    assert (first["starts_at"], first["ends_at"]) == ("2026-11-20T14:00:00-05:00", "2026-11-20T15:00:00-05:00")
    assert first["technician"] in {"Anna", "David"}


def test_a_server_knows_the_day_even_where_the_agent_does_not(house):
    """Days are resolved here, so a language model's year is never believed without a look."""
    wrong_year = house.check("swedish massage", "2024-11-20T14:00")
    assert wrong_year["code"] == "PAST"
    assert "today is Wednesday, November eighteenth" in wrong_year["message"]
    assert starts(house.check("swedish massage", "friday at 2")["slots"])[0] == "Fri 14:00"


def test_an_open_hour_is_offered_over_the_day(house):
    assert starts(house.check("deep tissue massage", "thursday")["slots"]) == ["Thu 10:00", "Thu 14:00", "Thu 18:00"]


def test_open_days_are_offered_over_the_days(house):
    days = [start[:3] for start in starts(house.check("swedish massage", "2026-11-18/2026-11-20")["slots"])]
    assert days == ["Wed", "Thu", "Fri"]


def test_many_times_are_all_there_are_a_quarter_of_an_hour_apart(house):
    answer = house.check("ai massage bed", "2026-11-20", limit=200)
    assert (
        starts(answer["slots"])
        == [f"Fri {hour:02}:{minute:02}" for hour in range(10, 16) for minute in (0, 15, 30, 45)][:21]
    )
    assert answer["slots"][0]["technician"] is None


@pytest.mark.parametrize(("when", "start"), [("14:05/2026-11-20T14:10", "14:05"), ("14:07", "14:07")])
def test_any_minute_may_be_asked_for(house, when, start):
    answer = house.check("swedish massage", f"2026-11-20T{when}", limit=1)
    assert starts(answer["slots"]) == [f"Fri {start}"]


def test_no_more_than_two_hundred_times_are_told(house):
    answer = house.check("manicure", "", limit=5000)
    assert len(answer["slots"]) <= 200


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Swedish Massage", "Swedish Massage"),
        ("swedish-massage", "Swedish Massage"),
        ("a swedish", "Swedish Massage"),
        ("sweedish massage", "Swedish Massage"),
        ("deep tissue", "Deep Tissue Massage"),
        ("beard trim", "Beard Trim & Shape"),
        ("a shave", "Classic Hot Towel Shave"),
        ("masaje sueco", "Swedish Massage"),
    ],
)
def test_a_treatment_is_known_by_how_people_call_it(house, said, meant):
    answer = house.check(said, "thursday 3pm")
    assert answer.get("treatment") == meant


def test_what_could_be_several_asks_which(house):
    answer = house.check("facial", "thursday")
    assert (answer["code"], answer["candidates"]) == (
        "AMBIGUOUS_TREATMENT",
        ["Gentleman's Facial", "Precision Facial"],
    )
    assert "Gentleman's Facial or Precision Facial" in answer["message"]


def test_a_massage_for_two_is_the_one_for_two(house):
    answer = house.check("massage", "thursday 3pm", party=2)
    assert answer["treatment"] == "Couple's Massage"
    assert " and " in answer["slots"][0]["technician"]


def test_an_add_on_lengthens_the_visit(house):
    [slot] = house.check("deep tissue with hot stone", "2026-11-19T15:00", limit=1)["slots"]
    assert (slot["starts_at"][11:16], slot["ends_at"][11:16]) == ("15:00", "16:05")


def test_two_guests_have_the_same_side_by_side(house):
    slot = house.check("swedish massage", "2026-11-19T15:00", party=2)["slots"][0]
    assert len(slot["technician"].split(" and ")) == 2


@pytest.mark.parametrize("said", ["", "anyone", "Anybody", "either", "no one", "no preference", "whoever is free"])
def test_anyone_is_welcome(house, said):
    assert house.check("swedish massage", "friday 2pm", technician=said)["ok"]


@pytest.mark.parametrize(
    ("said", "who"),
    [("Anna", "Anna"), ("ANNA ", "Anna"), ("with Anna please", "Anna"), ("a woman", "Anna"), ("male", "David"),
     ("F", "Anna"), ("he", "David")],
)  # fmt: skip
def test_a_technician_is_wished_for_by_name_or_gender(house, said, who):
    assert house.check("swedish massage", "friday 2pm", technician=said)["slots"][0]["technician"] == who


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("mujer", "Anna"),
        ("un caballero", "David"),
        ("женщина", "Anna"),
        ("он", "David"),
        ("жінка", "Anna"),
        ("він", "David"),
        ("אישה", "Anna"),
        ("גבר", "David"),
    ],
)
def test_so_is_a_gender_in_every_language(house, said, who):
    assert house.check("swedish massage", "friday 2pm", technician=said)["slots"][0]["technician"] == who


@pytest.mark.parametrize(
    "said", ["cualquiera", "sin preferencia", "кто угодно", "без разницы", "хто завгодно", "байдуже", "מי שפנוי"]
)
def test_so_is_anyone_in_every_language(house, said):
    assert house.check("swedish massage", "friday 2pm", technician=said)["ok"]


REFUSED = [
    ({"treatment": "time travel"}, "UNKNOWN_TREATMENT"),
    ({"treatment": "massage"}, "AMBIGUOUS_TREATMENT"),
    ({"when": "2025-11-20T14:00"}, "PAST"),
    ({"when": "2026-11-18T09:00/2026-11-18T09:30"}, "PAST"),
    ({"when": "2026-11-18T10:15/2026-11-18T10:30"}, "TOO_SOON"),
    ({"when": "2026-11-22"}, "OUTSIDE_HORIZON"),
    ({"when": "2030-05-01T10:00"}, "OUTSIDE_HORIZON"),
    ({"when": "9999-12-31"}, "OUTSIDE_HORIZON"),
    ({"when": "saturday"}, "CLOSED"),
    ({"when": "friday after 8 pm"}, "CLOSED"),
    ({"when": "2027-02-29"}, "BAD_WHEN"),
    ({"when": "2027-03-14T02:30"}, "BAD_WHEN"),
    ({"when": "when the cows come home"}, "BAD_WHEN"),
    ({"party": 40}, "PARTY_TOO_LARGE"),
    ({"treatment": COUPLES, "party": 3}, "PARTY_TOO_LARGE"),
    ({"technician": "Bob"}, "UNKNOWN_TECHNICIAN"),
    ({"technician": "Sam"}, "NOT_THEIR_WORK"),
    ({"technician": "Lena"}, "AWAY"),
    ({"treatment": "manicure", "technician": "a man"}, "NOBODY_FOR_IT"),
    ({"treatment": PRIVATE, "technician": "a man", "when": "friday 10am-11am"}, "CLOSED"),
]


@pytest.mark.parametrize(("asked", "code"), REFUSED)
def test_a_refusal_has_its_reason_and_can_be_spoken(house, asked, code):
    answer = house.check(**{"treatment": "swedish massage", "when": "friday"} | asked)
    assert (answer["ok"], answer["code"]) == (False, code)
    assert not UNSPEAKABLE.search(answer["message"])


@pytest.mark.parametrize(("asked", "code"), [pair for pair in REFUSED if "TREATMENT" not in pair[1]])
def test_what_a_refusal_offers_instead_can_be_held(house, asked, code):
    """One engine offers and holds."""
    answer = house.check(**{"treatment": "swedish massage", "when": "friday"} | asked)
    held = house.book(answer["alternatives"][0]["slot"])
    assert held["ok"], (code, held)
    house.cancel(house.booked(held))


def test_who_asks_beyond_the_horizon_hears_how_far_it_reaches(house):
    answer = house.check("swedish massage", "2026-12-01")
    assert (answer["last_day"], answer["members_until"]) == ("2026-11-21", "2027-02-16")
    assert "up to Saturday, November twenty-first" in answer["message"]


def test_who_asks_on_a_closed_day_hears_of_the_nearest_times(house):
    answer = house.check("swedish massage", "saturday 2pm")
    assert "On Saturday, November twenty-first we are closed for the Swedish Massage." in answer["message"]
    assert starts(answer["alternatives"])[0] == "Fri 15:00"


def test_who_asks_for_an_hour_that_is_closed_is_offered_the_nearest_of_that_day(house):
    answer = house.check("swedish massage", "friday 8pm")
    assert (answer["ok"], answer["reason"], starts(answer["slots"])[0]) == (True, "CLOSED", "Fri 15:00")
    assert "from ten AM to four PM, and the last one begins at three PM" in answer["message"]


def test_who_wishes_for_somebody_away_hears_of_others_and_of_their_return(house):
    answer = house.check("swedish massage", "2026-11-19T11:00", technician="Lena")
    assert (answer["reason"], starts(answer["slots"])[0]) == ("AWAY", "Thu 12:00")
    assert "Lena is away until Thursday, November nineteenth at noon. Anna would be free then." in answer["message"]


def test_a_time_that_is_taken_is_said_to_be(busy):
    for _ in range(2):
        busy.hold(THREE)
    answer = busy.check("swedish massage", "friday 2pm")
    assert answer["reason"] == "TAKEN"
    assert answer["message"].startswith("That time is taken.")
    assert "Fri 14:00" not in starts(answer["slots"])


def test_a_technician_who_is_taken_is_said_to_be(busy):
    busy.hold(at(THURSDAY, "12:00"), technician="Anna")
    answer = busy.check("swedish massage", "thursday 12pm", technician="Anna")
    assert answer["reason"] == "BUSY"
    assert "Anna is taken until Thursday, November nineteenth at one ten PM." in answer["message"]


def test_a_group_that_finds_no_room_together_is_told_so(busy):
    answer = busy.check("swedish massage", "thursday 3pm", party=4)
    assert (answer["ok"], answer["code"]) == (False, "NOT_TOGETHER")


def test_a_full_house_leads_to_the_front_desk(busy):
    busy.rows("update coresync.rooms set active = false where kind = 'barber' returning 1")
    answer = busy.check("executive cut", "thursday")
    assert (answer["ok"], answer["alternatives"]) == (False, [])
    assert "The front desk may know of something" in answer["message"]


def test_what_is_offered_is_true_at_that_moment(busy):
    """Nothing is remembered between two questions."""
    before = busy.check("swedish massage", "2026-11-19T15:00")["slots"][0]
    for technician in ("Anna", "Marco", "Lena"):
        busy.hold(at(THURSDAY, "15:00"), technician=technician)
    assert busy.check("swedish massage", "2026-11-19T15:00")["slots"][0]["starts_at"] != before["starts_at"]


def test_many_may_ask_at_once(busy):
    answers = at_once(20, lambda n: busy.check("swedish massage", "friday 2pm"))
    assert Counter(answer["slots"][0]["label"] for answer in answers) == {"Friday, November twentieth at two PM": 20}


def test_after_midnight_the_night_before_is_near(busy):
    """The private suite is open on Saturday night until one."""
    busy.now = at(THURSDAY, "12:00")
    answer = busy.check(PRIVATE, "2026-11-22T00:30")
    assert answer["slots"][0]["starts_at"] == "2026-11-21T23:00:00-05:00"
    assert busy.now > NOW
