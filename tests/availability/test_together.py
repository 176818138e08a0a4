"""Counting rooms and people for several visits at once never loses a start that could be assigned."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.groups import VisitWindow, assign, enough_together, has_start, possible_starts
from shared_lib.availability.timeline import any_of, bits
from shared_lib.availability.visit import Group, Step
from tests.availability.properties.sizes import examples
from tests.hard_houses import houses, visits
from tests.snapshots import COUPLE, MASSAGE, a_diary, a_floor, room, technician

FACIAL = dataclasses.replace(MASSAGE, specialties=("facial",))
BY_THE_FIRST = dataclasses.replace(MASSAGE, technician=1)
BOTH = (technician(1), technician(2, "massage", "facial"))


@given(st.integers(0, (1 << 60) - 1), st.integers(0, 20), st.integers(0, 20))
def test_a_bit_ahead_is_found_between_the_least_and_the_most(mask, least, more):
    ahead = {n for n in range(60) if any(mask >> n + k & 1 for k in range(least, least + more + 1))}
    assert set(bits(any_of(mask, least, least + more))) == ahead


@st.composite
def groups(draw) -> Group:
    """Draw two or three visits of one or two guests, some of whom wait."""
    steps = [
        Step(draw(visits()), draw(st.sampled_from([1, 2])), draw(st.sampled_from([(0,), (0, 5, 10), (20,)])))
        for _ in range(draw(st.integers(2, 3)))
    ]
    return Group(tuple(steps))


@pytest.mark.proof
@examples(60)
@given(houses(), groups())
def test_every_start_that_finds_seats_was_counted_as_possible(house, group):
    snapshot, hours, spa = house
    calendar = AvailabilityCalendar(snapshot, hours=hours, spa=spa)
    possible = set(bits(possible_starts(calendar, group)))
    asked = range(0, calendar.timeline.minutes, 7)
    seated = {bit for bit in asked if assign(calendar, group, calendar.timeline.at(bit), most=1)}
    assert seated <= possible


@pytest.mark.parametrize(
    ("asked", "people", "rooms", "enough"),
    [
        ((MASSAGE, MASSAGE), 2, 2, True),
        ((MASSAGE, MASSAGE), 2, 1, False),
        ((MASSAGE, MASSAGE), 1, 2, False),
        ((MASSAGE, FACIAL), 2, 2, True),
        ((FACIAL, FACIAL), 2, 2, False),  # only one of the two has learnt it
        ((BY_THE_FIRST, MASSAGE), 2, 2, True),
        ((BY_THE_FIRST, BY_THE_FIRST), 2, 2, False),
        ((COUPLE, MASSAGE), 2, 2, False),
        ((COUPLE,), 2, 1, True),
    ],
)
def test_side_by_side_everybody_needs_a_room_and_a_person_of_their_own(asked, people, rooms, enough):
    snapshot = a_floor(technicians=BOTH[:people], rooms=tuple(room(n, capacity=2) for n in range(1, rooms + 1)))
    calendar = a_diary(snapshot)
    assert bool(enough_together(calendar, [VisitWindow(visit, 0, 0) for visit in asked])) == enough
    group = Group(tuple(Step(visit, guest) for guest, visit in enumerate(asked, 1)))
    assert has_start(calendar, group, calendar.timeline.whole) == enough


def test_two_couples_need_two_rooms_for_two():
    crew = tuple(technician(n) for n in range(1, 5))
    snapshot = a_floor(technicians=crew, rooms=(room(1, capacity=2), room(2), room(3)))
    assert not enough_together(a_diary(snapshot), [VisitWindow(COUPLE, 0, 0)] * 2)


def test_who_follows_needs_nobody_else():
    after = MASSAGE.minutes + MASSAGE.turnaround
    assert enough_together(a_diary(), [VisitWindow(MASSAGE, 0, 0), VisitWindow(MASSAGE, after, after)])
    assert not enough_together(a_diary(), [VisitWindow(MASSAGE, 0, 0), VisitWindow(MASSAGE, after - 1, after - 1)])


def test_who_may_wait_long_enough_is_not_counted_twice():
    assert enough_together(a_diary(), [VisitWindow(MASSAGE, 0, 0), VisitWindow(MASSAGE, 60, 75)])
