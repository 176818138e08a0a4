"""A group moves as one, and a move counts hours as they pass, also in the nights when the clock changes."""

from datetime import date, timedelta

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.kernel.errors import SlotTaken
from tests.change_house import move, why_not_moved
from tests.snapshots import FRIDAY, at, clock_of
from tests.spa_house import BED, SWEDISH, pay_house

NOON = at(FRIDAY, "12:00")


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_a_group_moves_as_one_and_keeps_its_times_to_each_other(house):
    also = (RequestedItem(SWEDISH, guest=2), RequestedItem(BED, guest=2))
    booking = house.confirmed(NOON, also=also)
    moved = move(house, booking, NOON + timedelta(minutes=45)).booking
    assert [clock_of(visit.starts_at) for visit in moved.visits] == ["12:45", "12:45", "13:45"]
    assert clock_of(moved.ends_at) == "14:45"
    assert [visit.guest for visit in moved.visits] == [1, 2, 2]
    assert sorted({allocation.visit for allocation in moved.allocations}) == [1, 2, 3]


def test_a_group_that_finds_no_place_for_one_of_its_visits_stays_whole(house):
    booking = house.confirmed(NOON, also=(RequestedItem(SWEDISH, guest=2),))
    house.hold(at(FRIDAY, "14:00"), technician="David")
    with pytest.raises(SlotTaken):
        move(house, booking, at(FRIDAY, "14:00"))
    assert house.again(booking) == booking


SUNDAYS = {"autumn": (date(2026, 11, 1), "13:00"), "spring": (date(2027, 3, 14), "11:00")}
"""The days on which the clock changes, and the hour of the day before that is 24 hours before their noon."""


@pytest.mark.parametrize(("sunday", "clock"), SUNDAYS.values(), ids=SUNDAYS)
def test_a_cut_off_is_counted_in_hours_that_pass_when_the_clock_changes(house, sunday, clock):
    house.now = at(sunday - timedelta(days=3), "12:00")
    booking = house.confirmed(at(sunday, "12:00"))
    cut_off = at(sunday - timedelta(days=1), clock)
    house.now = cut_off + timedelta(microseconds=1)
    rejection = why_not_moved(house, booking, at(sunday, "15:00"))
    assert (rejection.code, rejection.until) == (RejectionCode.TOO_LATE_TO_MOVE, cut_off)
    house.now = cut_off
    assert clock_of(move(house, booking, at(sunday, "15:00")).booking.starts_at) == "15:00"


@pytest.mark.parametrize(("sunday", "_"), SUNDAYS.values(), ids=SUNDAYS)
def test_a_group_keeps_its_hours_over_a_change_of_the_clock(house, sunday, _):
    friday, also = sunday - timedelta(days=2), (RequestedItem(BED, guest=2),)
    house.now = at(friday - timedelta(days=1), "12:00")
    booking = house.hold(at(friday, "11:00"), also=also)
    moved = move(house, booking, at(sunday, "11:00")).booking
    assert [clock_of(visit.starts_at) for visit in moved.visits] == ["11:00", "11:00"]
    assert {visit.ends_at - visit.starts_at for visit in moved.visits} == {timedelta(hours=1)}
    assert {allocation.begins for allocation in moved.allocations} == {at(sunday, "11:00")}


def test_a_night_that_skips_an_hour_has_no_time_in_it(house):
    """02:30 on that night is no time of the spa's clock, and the house is closed around it."""
    sunday = date(2027, 3, 14)
    house.now = at(sunday - timedelta(days=3), "12:00")
    booking = house.confirmed(at(sunday, "12:00"))
    assert why_not_moved(house, booking, at(sunday, "02:30")).code == RejectionCode.CLOSED
