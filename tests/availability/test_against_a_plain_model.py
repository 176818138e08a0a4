"""The fast engine agrees with the same rules counted minute by minute."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.availability.allocation import Allocation
from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.slots import slots
from shared_lib.availability.timeline import GRID, bits
from shared_lib.availability.visit import Group
from shared_lib.kernel.hours import days
from shared_lib.kernel.minutes import minute_of
from tests.availability.properties.sizes import examples
from tests.hard_houses import SPAS, YEAR, houses, odd_days, visits
from tests.plain_model import PlainModel, first_shown
from tests.snapshots import MINUTE, booking_window

pytestmark = pytest.mark.proof

ROUNDS = examples(60)


def minutes_of(calendar: AvailabilityCalendar, mask: int) -> set[int]:
    origin = minute_of(calendar.timeline.origin)
    return {origin + bit for bit in bits(mask)}


@ROUNDS
@given(houses(), visits())
def test_a_visit_can_begin_at_the_minutes_that_counting_finds(house, visit):
    snapshot, hours, spa = house
    calendar = AvailabilityCalendar(snapshot, hours=hours, spa=spa)
    assert minutes_of(calendar, calendar.starts(visit)) == PlainModel(snapshot, hours=hours, spa=spa).starts(visit)


def nearest(starts: set[int], wanted: int | None, gap: int, limit: int) -> list[int]:
    """Choose starts as a person would: the nearest that is far enough from those that were chosen before."""
    chosen: list[int] = []
    for start in sorted(starts, key=lambda minute: (abs(minute - (wanted or 0)), minute)):
        if len(chosen) < limit and all(abs(start - other) >= gap for other in chosen):
            chosen.append(start)
    return chosen


@ROUNDS
@given(houses(), visits(), st.one_of(st.none(), st.integers(-60, 2000)), st.sampled_from([1, 30, 45]))
def test_the_offers_are_the_nearest_of_those_minutes(house, visit, request, gap):
    snapshot, hours, spa = house
    calendar = AvailabilityCalendar(snapshot, hours=hours, spa=spa)
    wanted = None if request is None else calendar.timeline.origin + request * MINUTE
    known = booking_window(now=snapshot.begins - timedelta(minutes=30), spa=spa)
    found = slots(
        calendar, Group.of(visit), known, [(snapshot.begins, snapshot.ends)], wanted=wanted, limit=5, apart=gap * MINUTE
    )
    exact = minute_of(wanted) if wanted else None
    free = PlainModel(snapshot, hours=hours, spa=spa).starts(visit)
    asked = {each for each in free if each >= minute_of(known.earliest) and (each % GRID == 0 or each == exact)}
    assert [minute_of(slot.starts_at) for slot in found] == nearest(asked, exact, gap, 5)


@pytest.mark.parametrize("spa", SPAS, ids=lambda spa: spa.zone)
def test_around_a_change_of_the_clocks_each_minute_of_the_wall_is_where_the_wall_shows_it(spa):
    around = [day + timedelta(days=off) for day in odd_days(spa) or YEAR[:1] for off in (-2, -1, 0, 1)]
    for day in around:
        (counted,) = days(day, day, spa.tz)
        for wall in range(0, 2881, 15):
            assert counted.minute(wall) == minute_of(first_shown(day, wall, spa)), (day, wall)


@ROUNDS
@given(houses(), visits())
def test_a_guest_is_not_in_their_own_way(house, visit):
    snapshot, hours, spa = house
    begins = snapshot.begins.replace(second=0) + 60 * MINUTE
    own = [
        Allocation("room", 1, begins, begins + 70 * MINUTE),
        Allocation("technician", 1, begins, begins + 60 * MINUTE),
    ]
    booked = snapshot.with_taken(own)
    snapshots = (snapshot, booked.without(own), booked, booked.with_taken(own).without(own))
    free, without, taken, taken_once_more = (
        AvailabilityCalendar(each, hours=hours, spa=spa).starts(visit) for each in snapshots
    )
    assert (without, taken_once_more) == (free, taken)


@ROUNDS
@given(houses(), visits(), st.integers(0, 300), st.integers(1, 900))
def test_a_part_of_a_floor_is_as_if_no_more_had_been_read(house, visit, skipped, length):
    snapshot, hours, spa = house
    begins = min(snapshot.begins + skipped * MINUTE, snapshot.ends)
    part = snapshot.between(begins, min(begins + length * MINUTE, snapshot.ends))
    calendar = AvailabilityCalendar(part, hours=hours, spa=spa)
    assert minutes_of(calendar, calendar.starts(visit)) == PlainModel(part, hours=hours, spa=spa).starts(visit)
    assert minutes_of(calendar, calendar.starts(visit)) <= PlainModel(snapshot, hours=hours, spa=spa).starts(visit)
