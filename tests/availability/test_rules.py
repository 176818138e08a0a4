"""When a visit can begin: the house's hours, people's shifts, what is taken, and what a visit needs."""

import dataclasses
from datetime import date, timedelta
from uuid import UUID

import pytest

from shared_lib.availability.allocation import Allocation
from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.visit import Visit
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.pricing.price_book import AddOn, Treatment
from tests.snapshots import (
    COUPLE,
    FRIDAY,
    MASSAGE,
    SATURDAY,
    SPA,
    THURSDAY,
    WEDNESDAY,
    a_diary,
    a_floor,
    always,
    at,
    room,
    starts,
    taken,
    technician,
)

NIGHT = WeeklyHours({5: ((18 * 60, 25 * 60),)})


def test_a_visit_lies_within_opening_hours_and_its_turnaround_may_run_past_them():
    assert starts(a_diary()) == ["10:00", "21:00"]


@pytest.mark.parametrize(("minutes", "last"), [(50, "21:10"), (80, "20:40"), (120, "20:00")])
def test_any_length_is_taken_by_the_minute(minutes, last):
    assert starts(a_diary(), dataclasses.replace(MASSAGE, minutes=minutes)) == ["10:00", last]


def test_saturday_night_runs_until_one_in_the_morning():
    calendar = a_diary(a_floor(day=SATURDAY), hours=NIGHT)
    assert starts(calendar) == ["18:00", "00:00"]


def test_hours_that_began_yesterday_still_run_after_midnight():
    calendar = a_diary(a_floor(day=SATURDAY + timedelta(days=1)), hours=NIGHT)
    assert starts(calendar, dataclasses.replace(MASSAGE, minutes=30)) == ["00:00", "00:30"]


def test_a_date_that_is_closed_has_no_times():
    assert starts(a_diary(a_floor(day=FRIDAY), hours=always(exceptions={FRIDAY: ()}))) == []


def test_a_date_with_hours_of_its_own_has_those():
    calendar = a_diary(a_floor(day=FRIDAY), hours=always(exceptions={FRIDAY: ((600, 960),)}))
    assert starts(calendar) == ["10:00", "15:00"]


def test_an_area_without_hours_is_closed():
    assert starts(AvailabilityCalendar(a_floor(), hours={}, spa=SPA)) == []


def test_a_shift_bounds_the_visit_but_not_its_turnaround():
    snapshot = a_floor(technicians=(technician(1, shifts=always((14 * 60, 18 * 60))),))
    assert starts(a_diary(snapshot)) == ["14:00", "17:00"]


def test_a_day_off_is_a_day_off():
    off = technician(1, shifts=always((0, 1440), exceptions={WEDNESDAY: ()}))
    assert starts(a_diary(a_floor(technicians=(off,)))) == []


def test_a_busy_time_keeps_visit_and_turnaround_away():
    snapshot = a_floor(taken=(taken("technician", 1, at(WEDNESDAY, "13:00"), 60),))
    assert starts(a_diary(snapshot)) == ["10:00", "11:50", "14:00", "21:00"]


def test_turnaround_may_run_into_time_off_as_it_may_run_past_a_shift():
    off = taken("technician", 1, at(WEDNESDAY, "13:00"), 60, time_off=True)
    assert starts(a_diary(a_floor(taken=(off,)))) == ["10:00", "12:00", "14:00", "21:00"]


def test_whoever_is_off_the_whole_next_day_works_the_evening_before_to_its_end():
    off = taken("technician", 1, at(THURSDAY, "00:00"), 1440, time_off=True)
    night = always((10 * 60, 24 * 60))
    snapshot = a_floor(technicians=(technician(1, shifts=night),), taken=(off,))
    assert starts(a_diary(snapshot, hours=night)) == ["10:00", "23:00"]
    (assignment,) = a_diary(snapshot, hours=night).assignments(MASSAGE, at(WEDNESDAY, "23:00"))
    assert {allocation.ends for allocation in assignment.allocations if allocation.kind == "technician"} == {
        at(THURSDAY, "00:10")
    }


def test_two_guests_of_one_technician_are_a_turnaround_apart_whatever_the_calendar_says():
    booked = taken("technician", 1, at(WEDNESDAY, "12:00"), 70)
    off = taken("technician", 1, at(WEDNESDAY, "13:10"), 50, time_off=True)
    assert starts(a_diary(a_floor(taken=(booked, off)))) == ["10:00", "10:50", "14:00", "21:00"]


def test_a_room_has_no_time_off_and_needs_its_turnaround_always():
    snapshot = a_floor(taken=(taken("room", 1, at(WEDNESDAY, "13:00"), 60),))
    assert starts(a_diary(snapshot)) == ["10:00", "11:50", "14:00", "21:00"]


def test_a_booking_that_is_set_aside_leaves_time_off_of_the_same_minutes_in_its_place():
    both = [
        taken("technician", 1, at(WEDNESDAY, "12:00"), 70, time_off=True),
        taken("technician", 1, at(WEDNESDAY, "12:00"), 70),
    ]
    allocation = Allocation("technician", 1, at(WEDNESDAY, "12:00"), at(WEDNESDAY, "13:10"))
    for order in (both, both[::-1]):
        left = a_floor(taken=tuple(order)).without([allocation])
        assert [each.time_off for each in left.taken if each.ranges] == [True]


def test_turnaround_is_part_of_what_a_room_is_taken_for():
    """The longer one of the room's and the treatment's counts."""
    snapshot = a_floor(rooms=(room(turnaround=20),), taken=(taken("room", 1, at(WEDNESDAY, "13:00"), 60),))
    assert starts(a_diary(snapshot))[:2] == ["10:00", "11:40"]
    (assignment,) = a_diary(snapshot).assignments(MASSAGE, at(WEDNESDAY, "10:00"))
    assert [allocation.ends - allocation.begins for allocation in assignment.allocations] == [
        timedelta(minutes=80),
        timedelta(minutes=70),
    ]


def test_a_minute_that_is_partly_taken_is_taken():
    late = at(WEDNESDAY, "13:00") + timedelta(seconds=30)
    snapshot = a_floor(taken=(taken("room", 1, late, 60),))
    assert starts(a_diary(snapshot))[2] == "14:01"


def test_an_ended_hold_gives_way_and_is_named():
    ended = UUID(int=5)
    snapshot = a_floor(taken=(taken("room", 1, at(WEDNESDAY, "10:00"), 600, expired_hold=ended),))
    calendar = a_diary(snapshot)
    assert starts(calendar) == ["10:00", "21:00"]
    assert [s.expired_holds for s in calendar.assignments(MASSAGE, at(WEDNESDAY, "12:00"))] == [(ended,)]


def test_only_who_has_learnt_it_can_serve():
    snapshot = a_floor(technicians=(technician(1, "nails"), technician(2, "massage", "facial")))
    (assignment,) = a_diary(snapshot).assignments(MASSAGE, at(WEDNESDAY, "12:00"))
    assert [(allocation.kind, allocation.id) for allocation in assignment.allocations] == [
        ("room", 1),
        ("technician", 2),
    ]


def test_a_wish_for_a_gender_is_kept():
    snapshot = a_floor(technicians=(technician(1, gender="f"), technician(2, gender="m")))
    request = dataclasses.replace(MASSAGE, gender="m")
    (assignment,) = a_diary(snapshot).assignments(request, at(WEDNESDAY, "12:00"))
    assert assignment.allocations[1].id == 2
    assert starts(a_diary(snapshot), dataclasses.replace(MASSAGE, gender="x")) == []


def test_a_wish_for_a_name_is_kept():
    snapshot = a_floor(technicians=(technician(1), technician(2, shifts=always((720, 1080)))))
    request = dataclasses.replace(MASSAGE, technician=2)
    assert starts(a_diary(snapshot), request) == ["12:00", "17:00"]
    assert {
        assignment.allocations[1].id for assignment in a_diary(snapshot).assignments(request, at(WEDNESDAY, "12:00"))
    } == {2}


def test_a_couple_needs_two_technicians_and_one_room_for_two():
    two, one = (technician(1), technician(2)), (technician(1),)
    assert starts(a_diary(a_floor(technicians=two)), COUPLE) == []
    assert starts(a_diary(a_floor(rooms=(room(capacity=2),), technicians=one)), COUPLE) == []
    calendar = a_diary(a_floor(rooms=(room(capacity=2),), technicians=two))
    assert starts(calendar, COUPLE) == ["10:00", "20:30"]
    (assignment,) = calendar.assignments(COUPLE, at(WEDNESDAY, "12:00"))
    assert [(allocation.kind, allocation.id) for allocation in assignment.allocations] == [
        ("room", 1),
        ("technician", 1),
        ("technician", 2),
    ]


def test_a_couple_has_both_whom_they_named_when_both_are_there():
    people = (technician(1), technician(2), technician(3, shifts=always((720, 1080))))
    calendar = a_diary(a_floor(rooms=(room(capacity=2),), technicians=people))
    named = dataclasses.replace(COUPLE, technician=2, beside=(3,))
    assert starts(calendar, named) == ["12:00", "16:30"]
    (assignment,) = calendar.assignments(named, at(WEDNESDAY, "12:00"))
    assert [place.id for place in assignment.allocations if place.kind == "technician"] == [2, 3]


def test_one_person_does_not_serve_two_kinds_of_work_at_once():
    both = dataclasses.replace(MASSAGE, specialties=("massage", "facial"))
    alone = a_floor(technicians=(technician(1, "massage", "facial"), technician(2, "nails")))
    assert starts(a_diary(alone), both) == []
    helped = a_floor(technicians=(technician(1, "massage", "facial"), technician(2, "massage")))
    assert starts(a_diary(helped), both) == ["10:00", "21:00"]
    assert len(a_diary(helped).assignments(both, at(WEDNESDAY, "12:00"))) == 1


def test_a_visit_that_needs_nobody_needs_only_its_room():
    alone = dataclasses.replace(MASSAGE, specialties=(), technician=7)
    assert starts(a_diary(a_floor(technicians=())), alone) == ["10:00", "21:00"]


def test_add_ons_lengthen_a_visit():
    treatment = Treatment("m", "Massage", "Massages", 50, {}, "treatment", ("massage",), 10)
    stone, oil = AddOn("stone", "Stone", 4000, 15, "all"), AddOn("oil", "Oil", 2500, 0, "all")
    visit = Visit.of(treatment, (stone, oil), technician=3, gender="f")
    assert (visit.minutes, visit.turnaround, visit.technician, visit.gender) == (65, 10, 3, "f")


@pytest.mark.parametrize(("day", "hours"), [("2026-03-08", 23), ("2026-11-01", 25)])
def test_hours_are_the_wall_clocks_on_the_days_that_the_clocks_change(day, hours):
    """Rules are resolved for each date."""
    changes = date.fromisoformat(day)
    calendar = a_diary(a_floor(day=changes), hours=WeeklyHours({6: ((0, 1440),)}))
    assert calendar.open_for(dataclasses.replace(MASSAGE, minutes=1)).bit_count() == hours * 60
    assert starts(a_diary(a_floor(day=changes))) == ["10:00", "21:00"]


def test_a_visit_in_the_hour_that_comes_twice_has_its_own_length():
    """From 1:30 the first time until 1:30 the second time: an hour of instants, none of the wall clock."""
    sunday = date(2026, 11, 1)
    calendar = a_diary(a_floor(day=sunday), hours=always((0, 1440)))
    (assignment,) = calendar.assignments(MASSAGE, at(sunday, "01:30").astimezone(SPA.tz))
    assert {allocation.begins for allocation in assignment.allocations} == {at(sunday, "01:30")}
    assert {allocation.ends for allocation in assignment.allocations} == {at(sunday, "01:40", fold=1)}


def test_a_start_that_was_never_read_has_no_seating():
    assert a_diary().assignments(MASSAGE, at(WEDNESDAY, "12:00") - timedelta(days=1)) == ()
