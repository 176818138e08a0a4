"""Visits that have ended become completed: each by itself, and only if they were not moved or given up meanwhile."""

from datetime import timedelta

import pytest

from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import VendorUnavailable
from tests.change_house import complete, move, no_show
from tests.snapshots import FRIDAY, at
from tests.spa_house import THREE, at_once, pay_house

NOON = at(FRIDAY, "12:00")


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


@pytest.mark.parametrize(("early", "status"), [(0, "completed"), (1, "confirmed")])
def test_a_visit_is_completed_when_it_ends(house, early, status):
    booking = house.confirmed(NOON)
    house.now = booking.ends_at - timedelta(microseconds=early)
    done = complete(house)
    assert house.status(booking) == status
    assert [event.type for event in done.events] == ["booking.completed"] * (status == "completed")


def test_only_what_is_paid_and_over_is_completed(house):
    cancelled, missed, held = house.confirmed(NOON), house.confirmed(NOON), house.hold(at(FRIDAY, "10:00"))
    later = house.confirmed(THREE)
    house.cancel(cancelled)
    house.now = NOON + timedelta(minutes=15)
    no_show(house, missed)
    house.now = NOON + timedelta(hours=1)
    assert complete(house) == ([], [])
    states = [house.status(booking) for booking in (cancelled, missed, held, later)]
    assert states == ["cancelled", "no_show", "held", "confirmed"]


def test_completing_twice_is_told_once(house):
    house.confirmed(NOON)
    house.now = THREE
    events = [len(done.events) for done in at_once(4, lambda _: complete(house))]
    assert sorted(events) == [0, 0, 0, 1]


def test_trouble_with_one_keeps_none_of_the_others(house, monkeypatch):
    first, second = house.confirmed(NOON), house.confirmed(NOON)
    house.now = THREE
    change = house.bookings.change

    def break_the_first(booking_id, steps, *, now):
        if booking_id == first.id:
            raise VendorUnavailable("postgres", "gone")
        return change(booking_id, steps, now=now)

    monkeypatch.setattr(house.bookings, "change", break_the_first)
    done = complete(house)
    assert [(trouble.code, trouble.booking_id) for trouble in done.failures] == [("VENDOR_UNAVAILABLE", first.id)]
    assert (house.status(first), house.status(second)) == ("confirmed", "completed")


def test_what_time_does_not_allow_is_left_to_the_next_run(house):
    house.confirmed(NOON), house.confirmed(NOON)
    house.now = THREE
    asked = iter([False, True])
    done = complete(house, out_of_time=lambda: next(asked))
    assert (len(done.events), [trouble.code for trouble in done.failures]) == (1, ["REST_NEXT_TIME"])
    assert len(complete(house).events) == 1


def test_a_visit_that_was_moved_since_it_was_found_is_left_alone(house, monkeypatch):
    booking = house.confirmed(NOON)
    ended = [booking.id]
    move(house, booking, THREE)
    house.now = THREE
    monkeypatch.setattr(house.bookings, "ended_by", lambda _: ended)
    assert complete(house).events == []
    assert house.status(booking) == "confirmed"


def test_a_completed_visit_that_nobody_came_to_can_be_marked(house):
    booking = house.confirmed(NOON)
    house.now = THREE
    complete(house)
    assert no_show(house, booking).booking.status == Status.NO_SHOW
