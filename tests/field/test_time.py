"""What happened to guests of other systems, told with ours: time."""

import importlib.metadata
import importlib.resources
import re
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from infra.local.mails.catalogue import a_renderer
from shared_lib.availability.rejections import RejectionCode
from shared_lib.bookings.history import BookingHistory
from shared_lib.kernel.errors import NotBookable, SlotTaken
from shared_lib.notifications.adapters.icalendar import ICalendarWriter
from shared_lib.notifications.invitation import invite
from shared_lib.notifications.mail import MailKind
from tests.booking_requests import request_for
from tests.snapshots import MINUTE, SATURDAY, at
from tests.spa_house import SWEDISH, spa_house, utc
from tests.visits import NOW, SENDER, SPA, a_visit

ROOT = Path(__file__).parents[2]
PRIVATE = "coresync-private"
CHANGES = [(date(2026, 10, 31), date(2026, 11, 2)), (date(2027, 3, 13), date(2027, 3, 15))]
"""The days before and after each change of New York's clocks."""


@pytest.fixture
def house(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


@pytest.mark.parametrize("change", ["2026-11-01T05:59+00:00", "2027-03-14T06:59+00:00"])
def test_cal_com_10517_slots_keep_the_wall_clock_over_a_change_and_bookings_their_instant(house, change):
    house.now = utc(change) - timedelta(days=2)
    clocks = []
    for days in (1, 3):  # Sunday is the day of the change; its hours, and those of Tuesday, are the week's
        midnight = house.spa.midnight(house.spa.today(utc(change)) + timedelta(days=days - 1))
        window = (midnight, midnight + timedelta(days=1))
        first = house.find(request_for(SWEDISH, (window,), tier="Premium", limit=1)).slots[0]
        booking = house.hold(first.starts_at, tier="Premium")
        assert booking.starts_at.utcoffset() == timedelta()
        assert booking.ends_at - booking.starts_at == 60 * MINUTE
        clocks.append(f"{house.spa.wall(booking.starts_at):%H:%M}")
    assert clocks[1] == "10:00"
    assert clocks[0] in ("10:00", "12:00")


def test_cal_com_30104_time_zones_are_pinned_and_the_machine_agrees_with_the_pin():
    pinned = re.search(r"^tzdata==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert pinned
    assert importlib.metadata.version("tzdata") == pinned[1]
    with (importlib.resources.files("tzdata") / "zoneinfo" / SPA.zone).open("rb") as file:
        ours = ZoneInfo.from_file(file, key=SPA.zone)
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(3 * 366 * 24)]
    assert all(hour.astimezone(ours).utcoffset() == hour.astimezone(SPA.tz).utcoffset() for hour in hours)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Niue"])
def test_easy_appointments_1504_a_mail_tells_the_spas_time_and_names_it_wherever_it_is_written(zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        renderer = a_renderer(SPA)
        mail = renderer.render(MailKind.CONFIRMATION, a_visit(), BookingHistory(was_confirmed=True), now=NOW)
    finally:
        monkeypatch.undo()
        time.tzset()
    for twin in (mail.html, mail.text):
        assert "3:00 PM to 4:05 PM New York time" in twin
        assert "UTC" not in twin


@pytest.mark.parametrize("day", [day for days in CHANGES for day in days])
def test_easy_appointments_962_an_invitation_is_right_on_both_sides_of_a_change_of_the_clocks(day):
    begins = datetime(day.year, day.month, day.day, 15, tzinfo=SPA.tz).astimezone(UTC)
    visit = a_visit(starts_at=begins, ends_at=begins + 65 * MINUTE)
    file = ICalendarWriter().write(invite(visit, SPA, sender=SENDER), stamped=NOW)
    [event] = Calendar.from_ical(file).walk("VEVENT")
    assert event["DTSTART"].dt.replace(tzinfo=None) == datetime(day.year, day.month, day.day, 15)  # noqa: DTZ001 -- a wall
    assert event["DTSTART"].params["TZID"] == SPA.zone
    assert event["DTEND"].dt - event["DTSTART"].dt == 65 * MINUTE


def test_cal_com_6323_easy_appointments_1432_a_night_ends_when_it_ends_and_days_meet_at_midnight(house):
    """On Saturday the private suite is open from 18:00 to 01:00: half-open hours, resolved to instants."""
    last = at(SATURDAY, "23:00")
    with pytest.raises(NotBookable) as refused:
        house.hold(last + MINUTE, PRIVATE)
    assert refused.value.rejection.code == RejectionCode.CLOSED
    booking = house.hold(last, PRIVATE)
    assert f"{house.spa.wall(booking.ends_at):%a %H:%M}" == "Sun 01:00"
    with pytest.raises(SlotTaken):
        house.hold(at(SATURDAY, "21:00"), PRIVATE)
    assert house.hold(at(SATURDAY, "20:30"), PRIVATE).ends_at + 30 * MINUTE == last
    midnight = house.spa.midnight(SATURDAY + timedelta(days=1))
    days = [(midnight - timedelta(days=1), midnight), (midnight, midnight + timedelta(days=1))]
    nights = [house.find(request_for("ai-massage-bed", (day,), limit=500, apart=MINUTE)).slots for day in days]
    starts = [offer.starts_at for slots in nights for offer in slots]
    assert len(starts) == len(set(starts))
