"""Whoever speaks of health or distress on the phone is led to a person, and is sold nothing."""

import pytest

from shared_lib.agent.phone.speech import say_moment
from tests.spa_house import SWEDISH


@pytest.mark.parametrize(
    "when", ["tomorrow 3pm, i am pregnant", "mañana, estoy embarazada", "tomorrow, I have a pacemaker"]
)
def test_words_of_health_are_for_the_front_desk(house, when):
    answer = house.check(treatment=SWEDISH, when=when)
    assert (answer["ok"], answer["code"], answer["alternatives"]) == (False, "HEALTH", [])
    assert "front desk" in answer["message"]


def test_distress_is_for_the_front_desk_and_for_911(house):
    answer = house.check(treatment="massage, and i can't breathe", when="today")
    assert answer["code"] == "EMERGENCY"
    assert answer["message"].startswith("Please call nine one one now")
    [(kind, facts)] = house.alerts()
    assert (kind, facts["kind"], facts["reference"]) == ("case_opened", "emergency", answer["reference"])


def test_a_complaint_is_a_case_with_a_promise_that_is_spoken(house):
    twice = {"treatment": "i was charged twice for my massage last week", "when": "today"}
    answers = [house.act("check_availability", "call-1", **twice) for _ in range(2)]
    assert [answer["code"] for answer in answers] == ["DOUBLE_CHARGE", "DOUBLE_CHARGE"]
    [case] = house.cases.newest(limit=9)
    assert (case.kind, case.owner, case.reachable) == ("double_charge", "manager", True)
    assert f"answers you by {say_moment(case.promise_at, house.spa, now=house.now)}" in answers[0]["message"]
    told = house.cases.read(case.id, reader="manager", now=house.now)
    assert told.text == "i was charged twice for my massage last week . today"


def test_what_a_caller_said_of_health_is_at_the_visit_that_they_book_after_all(house):
    slot = house.slot()
    house.check(treatment=SWEDISH, when="tomorrow, I am allergic to nuts")
    assert house.act("check_availability", "call-1", treatment=SWEDISH, when="I have a pacemaker")["code"] == "HEALTH"
    booking = house.booked(house.book(slot, "call-1"))
    notes = house.medical_notes.read(booking.id, reader="anna", now=house.now)
    assert notes == [f"{SWEDISH} . I have a pacemaker"]
    assert not house.alerts()


def test_a_note_of_health_beside_a_time_that_is_held_is_sealed_at_the_visit(house):
    slot = house.slot()
    answers = [house.book(slot, "call-1", notes="no lavender, I am allergic to nuts") for _ in range(2)]
    assert answers[0] == answers[1]
    assert answers[0]["message"].startswith("Thank you for telling me. I keep it as a note for your technician")
    booking = house.booked(answers[0])
    assert (booking.status, booking.contact.notes) == ("held", "")
    notes = house.medical_notes.read(booking.id, reader="anna", now=house.now)
    assert notes == ["no lavender, I am allergic to nuts"]
    assert not house.alerts()


def test_the_number_of_a_card_is_kept_nowhere(house):
    answer = house.book(house.slot(), "call-1", notes="I have a pacemaker, and my card is 4242 4242 4242 4242")
    booking = house.booked(answer)
    [case] = house.cases.newest(limit=9)
    told = house.cases.read(case.id, reader="manager", now=house.now).text
    notes = house.medical_notes.read(booking.id, reader="anna", now=house.now)
    assert "pacemaker" in told
    assert "4242" not in f"{told} {notes} {booking.contact}"


@pytest.mark.parametrize("notes", ["i have chest pain right now", "i was charged twice last week"])
def test_what_only_a_person_can_answer_holds_nothing(house, notes):
    answer = house.book(house.slot(), "call-1", notes=notes)
    assert (answer["ok"], house.count("bookings")) == (False, 0)


def test_who_tells_of_it_again_has_heard_whom_to_ask_and_goes_on(house):
    tells = {"treatment": SWEDISH, "when": "tomorrow 3pm, I am pregnant"}
    first, again = (house.act("check_availability", "call-1", **tells) for _ in range(2))
    assert (first["ok"], first["code"], again["ok"]) == (False, "HEALTH", True)
    assert again["message"].startswith("Thank you for telling me.")
    another_call = house.act("check_availability", "call-2", **tells)
    assert another_call["code"] == "HEALTH"


SPOKEN = [
    ("check_availability", "treatment"), ("check_availability", "when"), ("check_availability", "technician"),
    ("get_price", "treatment"), ("spa_info", "question"), ("handoff", "reason"), ("join_waitlist", "when"),
]  # fmt: skip


@pytest.mark.parametrize(("action", "parameter"), SPOKEN)
def test_whatever_a_caller_says_is_heard(house, action, parameter):
    rest = {"treatment": SWEDISH} if action == "check_availability" else {}
    answer = house.act(action, **rest | {parameter: "your therapist touched me"})
    assert (answer["ok"], answer["code"]) == (False, "HARASSMENT")


def test_words_in_a_list_are_words_too(house):
    answer = house.act("check_availability", treatment=SWEDISH, when=["tomorrow", {"note": "I have a pacemaker"}])
    assert answer["code"] == "HEALTH"


def test_what_the_house_sells_is_no_word_of_health(house):
    assert house.check(treatment=SWEDISH, when="tomorrow 3pm")["ok"]
