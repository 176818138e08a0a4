"""A visit to download into a calendar: whatever happens to it, the entry stays one."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from shared_lib.kernel.errors import WrongState
from tests.change_house import move
from tests.spa_house import THREE, pay_house


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_a_visit_that_was_moved_takes_the_place_of_the_entry_before(house):
    booking = house.confirmed()
    before = Calendar.from_ical(house.calendar_file(booking, house.now)).walk("VEVENT")[0]
    moved = move(house, booking, THREE + timedelta(hours=1)).booking
    after = Calendar.from_ical(house.calendar_file(moved, house.now)).walk("VEVENT")[0]
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (booking.version, moved.version)
    assert after["DTSTART"].dt - before["DTSTART"].dt == timedelta(hours=1)
    assert b"daniel" not in house.calendar_file(moved, house.now).lower()


def test_a_visit_that_is_cancelled_is_offered_to_no_calendar(house):
    booking = house.confirmed()
    house.cancel(booking)
    with pytest.raises(WrongState):
        house.calendar_file(house.again(booking), house.now)
