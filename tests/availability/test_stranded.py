"""Which of several good times is the best: the one that leaves no useless gap, then the one that shares work fairly."""

import pytest

from shared_lib.availability.rejections import BookingWindow
from shared_lib.availability.slots import slots
from shared_lib.availability.timeline import SHORTEST, stranded
from shared_lib.availability.visit import Group
from tests.snapshots import (
    MASSAGE,
    NOW,
    SPA,
    WEDNESDAY,
    a_book,
    a_diary,
    a_floor,
    at,
    clock_of,
    room,
    taken,
    technician,
)

DAY = (1 << 600) - 1
NOON = at(WEDNESDAY, "12:00")


def without(*stretches):
    mask = DAY
    for first, last in stretches:
        mask &= ~(((1 << (last - first)) - 1) << first)
    return mask


@pytest.mark.parametrize(
    ("available", "lost"),
    [
        (DAY, 0),
        (without((0, 100)), 0),
        (without((0, 90)), 10),
        (without((0, 71)), 29),
        (without((0, 70)), 0),
        (without((0, 85), (190, 250)), 35),
        (without((0, 100), (170, 250)), 0),
    ],
)
def test_gaps_shorter_than_the_shortest_visit_are_lost(available, lost):
    assert SHORTEST == 30
    assert stranded(available, 100, 170) == lost


def test_the_edges_of_the_day_strand_what_lies_before_and_after():
    assert stranded(DAY, 20, 590) == 20 + 10


def people(start, *busy, count=2):
    snapshot = a_floor(
        rooms=tuple(room(n) for n in range(1, count + 1)),
        technicians=tuple(technician(n) for n in range(1, count + 1)),
        taken=busy,
    )
    [assignment] = a_diary(snapshot).assignments(MASSAGE, start, most=1)
    return [allocation.id for allocation in assignment.allocations if allocation.kind == "technician"]


def test_who_would_be_left_a_useless_quarter_of_an_hour_is_spared():
    busy = (taken("technician", 1, at(WEDNESDAY, "13:25"), 60), taken("technician", 2, at(WEDNESDAY, "15:00"), 180))
    assert people(NOON, *busy) == [2]


def test_without_useless_gaps_who_has_done_less_is_asked():
    assert people(NOON, taken("technician", 1, at(WEDNESDAY, "18:00"), 60)) == [2]


def test_of_two_equally_near_times_the_one_that_strands_less_comes_first():
    busy = tuple(taken(kind, 1, at(WEDNESDAY, "14:00"), 75) for kind in ("room", "technician"))
    calendar, booking_window = a_diary(a_floor(taken=busy)), BookingWindow.of(a_book(), "Base", spa=SPA, now=NOW)
    window = (at(WEDNESDAY, "10:00"), at(WEDNESDAY, "21:00"))
    found = slots(calendar, Group.of(MASSAGE), booking_window, [window], wanted=at(WEDNESDAY, "14:00"), limit=2)
    assert [clock_of(slot.starts_at) for slot in found] == ["15:15", "12:45"]
