"""Two callers after one place: one has it, and the other is offered what is near."""

from collections import Counter

from shared_lib.bookings.booking import Booking
from tests.spa_house import COUPLES, THREE, at_once

CLIENTS = 30


def outcomes(answers):
    return Counter("held" if answer["ok"] else answer["code"] for answer in answers)


def test_one_slot_is_wanted_by_many_callers_and_held_for_one(house):
    """Ten parallel requests, one booking, by phone."""
    slot = house.slot(technician="Anna")
    answers = at_once(CLIENTS, lambda n: house.book(slot, f"call-{n}"))
    assert outcomes(answers) == {"held": 1, "SLOT_TAKEN": CLIENTS - 1}
    assert house.count("bookings") == 1


def test_whoever_was_too_late_is_offered_what_is_near_and_can_take_it(house):
    slot = house.slot(technician="Anna")
    house.book(slot)
    answer = house.book(slot)
    assert answer["message"].startswith("Somebody was a moment faster: Friday, November twentieth at two PM")
    assert house.book(answer["alternatives"][0]["slot"])["ok"]


def test_a_caller_and_a_guest_in_the_chat_never_have_the_same_place(house):
    slot = house.slot()
    results = at_once(CLIENTS, lambda n: house.book(slot, f"call-{n}") if n % 2 else house.hold(THREE))
    held = [result for result in results if isinstance(result, Booking) or (isinstance(result, dict) and result["ok"])]
    assert len(held) == house.count("bookings") == 2


def test_couples_and_singles_after_the_last_technicians_never_deadlock(house):
    slots = [house.slot(COUPLES, "2026-11-19T15:00"), house.slot("swedish massage", "2026-11-19T15:00")]
    answers = at_once(CLIENTS, lambda n: house.book(slots[n % 2], f"call-{n}"))
    assert set(outcomes(answers)) <= {"held", "SLOT_TAKEN"}
    assert house.rows("select deadlocks from pg_stat_database where datname = current_database()")[0]["deadlocks"] == 0


def test_an_ended_hold_gives_way_to_a_caller(house):
    house.book(house.slot(technician="Anna"))
    house.wait(minutes=30)
    assert house.book(house.slot(technician="Anna"))["ok"]
    assert house.count("bookings", "status = 'expired'") == 1
