"""Several visits as one: couples, guests side by side, treatments one after another."""

import dataclasses
from datetime import timedelta

import pytest

from shared_lib.availability.explain import explain
from shared_lib.availability.groups import assign, has_start, possible_starts
from shared_lib.availability.rejections import BookingWindow, RejectionCode
from shared_lib.availability.slots import slots
from shared_lib.availability.visit import Group, Step, Visit
from tests.snapshots import (
    MASSAGE,
    MINUTE,
    NOW,
    SPA,
    WEDNESDAY,
    a_book,
    a_diary,
    a_floor,
    always,
    at,
    clock_of,
    room,
    taken,
    technician,
)

FACIAL = Visit(minutes=50, turnaround=10, room_kind="treatment", specialties=("facial",))
NOON = at(WEDNESDAY, "12:00")
TODAY = (at(WEDNESDAY, "10:00"), at(WEDNESDAY, "22:00"))
SIDE_BY_SIDE = Group((Step(MASSAGE), Step(MASSAGE, guest=2)))


def one_after_another(longest_wait: int = 0, *visits: Visit) -> Group:
    waits = tuple(range(0, longest_wait + 1, 5))
    first, *later = visits or (FACIAL, MASSAGE)
    return Group((Step(first), *(Step(visit, waits=waits) for visit in later)))


def house(rooms: int = 2, *people):
    people = people or (technician(1, "massage"), technician(2, "facial", "massage"))
    return a_floor(rooms=tuple(room(n) for n in range(1, rooms + 1)), technicians=people)


def people_of(assignment):
    return [
        (allocation.visit, allocation.id, clock_of(allocation.begins))
        for allocation in assignment.allocations
        if allocation.kind == "technician"
    ]


def booking_window():
    return BookingWindow.of(a_book(), "Premium", spa=SPA, now=NOW)


def test_two_guests_side_by_side_have_two_rooms_and_two_people():
    [assignment, *_] = assign(a_diary(house()), SIDE_BY_SIDE, NOON)
    assert {(allocation.kind, allocation.id) for allocation in assignment.allocations} == {
        ("room", 1), ("room", 2), ("technician", 1), ("technician", 2),
    }  # fmt: skip
    assert [(v.number, v.guest, clock_of(v.starts_at), clock_of(v.ends_at)) for v in assignment.visits] == [
        (1, 1, "12:00", "13:00"),
        (2, 2, "12:00", "13:00"),
    ]


@pytest.mark.parametrize("snapshot", [house(1), house(2, technician(1))], ids=["one room", "one technician"])
def test_without_a_second_room_or_person_nobody_is_seated(snapshot):
    assert assign(a_diary(snapshot), SIDE_BY_SIDE, NOON) == ()
    assert (
        explain(a_diary(snapshot), SIDE_BY_SIDE, (NOON, NOON + MINUTE), booking_window()).code
        == RejectionCode.NOT_TOGETHER
    )


def test_a_guest_goes_from_the_facial_straight_to_the_massage():
    [assignment, *_] = assign(a_diary(house()), one_after_another(), NOON)
    assert people_of(assignment) == [(2, 1, "12:50"), (1, 2, "12:00")]
    assert [clock_of(visit.starts_at) for visit in assignment.visits] == ["12:00", "12:50"]


def test_whoever_does_both_needs_the_turnaround_between_them():
    alone = a_diary(house(2, technician(1, "facial", "massage")))
    assert assign(alone, one_after_another(0), NOON) == ()
    assert assign(alone, one_after_another(5), NOON) == ()
    [assignment, *_] = assign(alone, one_after_another(30), NOON)
    assert people_of(assignment) == [(1, 1, "12:00"), (2, 1, "13:00")]


def test_the_shortest_wait_that_works_is_taken():
    busy = (taken("technician", 1, at(WEDNESDAY, "12:00"), 70), taken("technician", 2, at(WEDNESDAY, "13:00"), 300))
    calendar = a_diary(dataclasses.replace(house(), taken=busy))
    [assignment, *_] = assign(calendar, one_after_another(30), NOON)
    assert [clock_of(visit.starts_at) for visit in assignment.visits] == ["12:00", "13:10"]
    assert assign(calendar, one_after_another(15), NOON) == ()


def test_a_group_is_over_when_its_last_visit_is():
    group = Group((Step(FACIAL), Step(MASSAGE), Step(MASSAGE, guest=2)))
    calendar = a_diary(house(3, technician(1, "facial"), technician(2), technician(3)))
    [slot] = slots(calendar, group, booking_window(), [TODAY], wanted=NOON, limit=1)
    assert (clock_of(slot.starts_at), clock_of(slot.ends_at)) == ("12:00", "13:50")
    assert slot.technicians == ("Technician 1", "Technician 2", "Technician 3")


def test_all_of_it_must_be_over_before_the_house_closes():
    calendar = a_diary(house(), hours=always((600, 1200)))
    late = at(WEDNESDAY, "18:30")
    assert explain(calendar, one_after_another(), (late, late + MINUTE), booking_window()) is not None
    assert has_start(calendar, one_after_another(), calendar.timeline.starts(TODAY[0], late))
    [last, *_] = slots(calendar, one_after_another(), booking_window(), [TODAY], wanted=TODAY[1], limit=1)
    assert clock_of(last.ends_at) == "19:50"


def test_a_couple_and_a_friend_come_together():
    couple = Visit(90, 30, "treatment", ("massage", "massage"), party=2)
    group = Group((Step(couple), Step(MASSAGE, guest=2)))
    assert group.party == 3
    rooms = (room(1), room(2, capacity=2))
    snapshot = a_floor(rooms=rooms, technicians=tuple(technician(n) for n in (1, 2, 3)))
    [assignment, *_] = assign(a_diary(snapshot), group, NOON)
    assert {
        (allocation.visit, allocation.id) for allocation in assignment.allocations if allocation.kind == "room"
    } == {(1, 2), (2, 1)}
    assert len({allocation.id for allocation in assignment.allocations if allocation.kind == "technician"}) == 3


def test_a_named_technician_serves_the_guest_who_asked_for_them():
    wished = dataclasses.replace(MASSAGE, technician=1)
    group = Group((Step(MASSAGE), Step(wished, guest=2)))
    assignments = assign(a_diary(house()), group, NOON)
    assert assignments
    for assignment in assignments:
        assert {
            allocation.id
            for allocation in assignment.allocations
            if allocation.kind == "technician" and allocation.visit == 2
        } == {1}


def test_the_second_best_way_has_other_people_than_the_best():
    snapshot = house(3, *(technician(n) for n in range(1, 6)))
    best, second, *_ = assign(a_diary(snapshot), SIDE_BY_SIDE, NOON)
    shared = {(allocation.kind, allocation.id) for allocation in best.allocations} & {
        (allocation.kind, allocation.id) for allocation in second.allocations
    }
    assert {kind for kind, _ in shared} == {"room"}


def test_every_possible_start_lies_where_each_visit_could_begin():
    calendar = a_diary(house())
    possible = possible_starts(calendar, one_after_another(20))
    for minute in range(0, calendar.timeline.minutes, 15):
        start = calendar.timeline.at(minute)
        if assign(calendar, one_after_another(20), start):
            assert possible >> minute & 1
    assert not possible & calendar.timeline.starts(at(WEDNESDAY, "20:11"), at(WEDNESDAY, "22:00") + timedelta(hours=2))
