"""Guests who stay all day: many treatments, long waits, and still the same answers in bounded work."""

import dataclasses

from shared_lib.availability.calendar import AvailabilityCalendar, SearchBudget
from shared_lib.availability.groups import assign, has_start
from shared_lib.availability.request import LONGEST_WAIT, RequestedItem
from shared_lib.availability.visit import Group, Step
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.pricing.price_book import Treatment
from tests.availability.properties.case import Case, PaperHouse
from tests.booking_requests import request_at
from tests.snapshots import (
    MASSAGE,
    NOW,
    SPA,
    THURSDAY,
    a_book,
    a_diary,
    a_floor,
    always,
    at,
    clock_of,
    room,
    technician,
)

LONG = Treatment("t1", "Long", "All", 180, {"Non-Member": 18000}, "treatment", ("massage",), 30)
MORNING = at(THURSDAY, "08:00")


def a_day_of(treatments: int, **request) -> Case:
    crew, rooms = tuple(map(technician, range(1, 4))), tuple(map(room, range(1, 4)))
    book = a_book(treatments=(LONG,), hours={"Suite": always((0, 1440))})
    asked = request_at("t1", MORNING, also=(RequestedItem("t1"),) * (treatments - 1), **request)
    return Case(SPA, book, rooms, crew, (), NOW, asked, THURSDAY)


def test_a_guest_who_stays_for_twelve_hours_is_offered_what_can_be_held():
    case = a_day_of(4)
    assert [slot.starts_at for slot in case.found().slots] == [MORNING]
    assert len(PaperHouse(case).hold_at(MORNING).visits) == 4


def test_eight_treatments_with_long_waits_are_answered_in_bounded_work():
    assert len(a_day_of(8, longest_wait=LONGEST_WAIT).search().assignments(MORNING)) > 0


FACIAL = dataclasses.replace(MASSAGE, specialties=("facial",))
ANY_WAIT = tuple(range(0, LONGEST_WAIT + 1, 5))
FRIENDS = Group(
    tuple(Step(visit, guest, waits) for guest in (1, 2) for visit, waits in ((MASSAGE, (0,)), (FACIAL, ANY_WAIT)))
)


def friends_at(facials: WeeklyHours, *, days: int = 2) -> AvailabilityCalendar:
    crew = (technician(1), technician(2), technician(3, "facial", shifts=facials))
    return a_diary(a_floor(days=days, rooms=tuple(map(room, range(1, 6))), technicians=crew))


def test_two_friends_share_the_only_facialist_one_after_the_other():
    [best, *_] = assign(friends_at(always((600, 1200))), FRIENDS, at(THURSDAY, "12:00"))
    assert [clock_of(visit.starts_at) for visit in best.visits] == ["12:00", "13:00", "12:00", "14:10"]


def test_no_more_is_tried_than_a_question_is_worth():
    calendar = friends_at(always((600, 1200)), days=30)
    calendar.budget = SearchBudget(5)
    assert not has_start(calendar, FRIENDS, calendar.timeline.whole)
    assert not calendar.budget.is_left
