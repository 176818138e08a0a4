"""Golden invitations on both sides of both changes of the clock, and what a reader makes of them."""

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import WrongState
from shared_lib.notifications.adapters.icalendar import ICalendarWriter
from shared_lib.notifications.invitation import Invitation, Method, invite, publish
from tests.visits import NOW, SENDER, SPA, a_visit

GOLDEN = Path(__file__).parent / "golden"
NEW_YORK = ZoneInfo("America/New_York")
VISITS = {
    "2026-10-31": datetime(2026, 10, 31, 18, tzinfo=NEW_YORK),
    "2026-11-01": datetime(2026, 11, 1, 15, tzinfo=NEW_YORK),
    "2026-11-01-over-the-change": datetime(2026, 11, 1, 1, 15, tzinfo=NEW_YORK),
    "2026-11-02": datetime(2026, 11, 2, 15, tzinfo=NEW_YORK),
    "2027-03-13": datetime(2027, 3, 13, 18, tzinfo=NEW_YORK),
    "2027-03-14": datetime(2027, 3, 14, 15, tzinfo=NEW_YORK),
    "2027-03-14-over-the-change": datetime(2027, 3, 14, 1, 30, tzinfo=NEW_YORK),
    "2027-03-15": datetime(2027, 3, 15, 15, tzinfo=NEW_YORK),
}


def invitation_at(wall: datetime, **changes) -> Invitation:
    begins = wall.astimezone(UTC)
    visit = a_visit(starts_at=begins, ends_at=begins + timedelta(minutes=65), **changes)
    return invite(visit, SPA, sender=SENDER)


def written(invitation: Invitation) -> bytes:
    return ICalendarWriter().write(invitation, stamped=NOW)


def read_back(file):
    return Calendar.from_ical(file)


def event_of(invitation):
    return read_back(written(invitation)).walk("VEVENT")[0]


@pytest.mark.parametrize("name", VISITS)
def test_the_invitation_is_the_golden_one(name):
    assert written(invitation_at(VISITS[name])).decode() == (GOLDEN / f"{name}.ics").read_bytes().decode()


@pytest.mark.parametrize("wall", VISITS.values(), ids=VISITS)
def test_a_calendar_that_knows_only_the_zone_in_the_file_finds_the_same_instants(wall):
    invitation = invitation_at(wall)
    calendar = read_back(written(invitation))
    for field, meant in (("DTSTART", invitation.begins), ("DTEND", invitation.ends)):
        told = calendar.walk("VEVENT")[0][field].dt
        instant = told if told.tzname() == "UTC" else instant_by_the_book(calendar, told.replace(tzinfo=UTC))
        assert instant == meant.astimezone(UTC)


def instant_by_the_book(calendar, wall):
    """Read the zone strictly as RFC 5545 has it: an onset is counted on the clock that is being left."""
    rules = [
        (rule["DTSTART"].dt.replace(tzinfo=UTC) - rule["TZOFFSETFROM"].td, rule["TZOFFSETTO"].td)
        for rule in calendar.walk("STANDARD") + calendar.walk("DAYLIGHT")
    ]
    rules.sort()
    ends = [onset for onset, _ in rules[1:]] + [datetime.max.replace(tzinfo=UTC)]
    return next(wall - offset for (onset, offset), end in zip(rules, ends, strict=True) if onset <= wall - offset < end)


def test_the_second_coming_of_an_hour_is_told_in_utc():
    event = event_of(invitation_at(datetime(2026, 11, 1, 1, 15, fold=1, tzinfo=NEW_YORK)))
    assert event["DTSTART"].dt == datetime(2026, 11, 1, 6, 15, tzinfo=UTC)
    assert event["DTSTART"].to_ical() == b"20261101T061500Z"


def test_a_cancellation_has_the_same_uid_and_a_higher_sequence():
    confirmed = event_of(invite(a_visit(version=3), SPA, sender=SENDER))
    visit = a_visit(version=4, status=Status.CANCELLED)
    cancelled = event_of(invite(visit, SPA, sender=SENDER, method=Method.CANCEL))
    assert cancelled["UID"] == confirmed["UID"] == f"{visit.id}@coresync.life"
    assert (confirmed["SEQUENCE"], cancelled["SEQUENCE"]) == (3, 4)
    assert (confirmed["STATUS"], cancelled["STATUS"]) == ("CONFIRMED", "CANCELLED")


def test_the_method_stands_in_the_file():
    cancelled = invite(a_visit(), SPA, sender=SENDER, method=Method.CANCEL)
    assert read_back(written(cancelled))["METHOD"] == "CANCEL"


@pytest.mark.parametrize("wall", VISITS.values(), ids=VISITS)
def test_a_file_to_download_is_the_invitation_with_nobody_invited(wall):
    """The same UID and sequence, so that a calendar that has the invitation already gets no second entry."""
    begins = wall.astimezone(UTC)
    visit = a_visit(starts_at=begins, ends_at=begins + timedelta(minutes=65))
    invited = written(invitation_at(wall)).replace(b"\r\n ", b"").split(b"\r\n")
    kept = [line for line in invited if not line.startswith(b"ATTENDEE")]
    assert len(kept) == len(invited) - 1
    downloaded = written(publish(visit, SPA, sender=SENDER)).replace(b"\r\n ", b"").split(b"\r\n")
    assert downloaded == [line.replace(b"METHOD:REQUEST", b"METHOD:PUBLISH") for line in kept]


@pytest.mark.parametrize("status", [Status.HELD, Status.PAYING, Status.CANCELLED, Status.EXPIRED, Status.NO_SHOW])
def test_a_visit_that_does_not_stand_has_no_file(status):
    with pytest.raises(WrongState):
        publish(a_visit(status=status), SPA, sender=SENDER)


def test_a_reminder_comes_a_day_before_and_none_for_a_cancelled_visit():
    alarms = event_of(invite(a_visit(), SPA, sender=SENDER)).walk("VALARM")
    assert [alarm["TRIGGER"].dt for alarm in alarms] == [timedelta(days=-1)]
    assert not event_of(invite(a_visit(), SPA, sender=SENDER, method=Method.CANCEL)).walk("VALARM")


def test_words_of_a_guest_stay_words():
    guest = Contact('Eve "; CN=Boss"\r\nBEGIN:VALARM\r\nX', "eve@example.com")
    spa = dataclasses.replace(SPA, address="1 Example Street; Floor 2, New York")
    calendar = ICalendarWriter().write(invite(a_visit(contact=guest), spa, sender=SENDER), stamped=NOW)
    (event,) = read_back(calendar).walk("VEVENT")
    assert len(event.walk("VALARM")) == 1
    assert event["ATTENDEE"] == "mailto:eve@example.com"
    assert event["LOCATION"] == "CoreSync, 1 Example Street; Floor 2, New York"


def test_commas_semicolons_backslashes_and_new_lines_of_any_text_are_escaped():
    """RFC 5545, 3.3.11: unescaped, a comma begins another value, and a new line another property."""
    wild = "Quiet Hour, for him; back\\slash\nBEGIN:VALARM"
    plain = invite(a_visit(), SPA, sender=SENDER)
    file = written(dataclasses.replace(plain, summary=wild, location=wild, description=wild))
    lines = file.replace(b"\r\n ", b"").decode().split("\r\n")
    escaped = "Quiet Hour\\, for him\\; back\\\\slash\\nBEGIN:VALARM"
    for name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
        assert f"{name}:{escaped}" in lines
    assert lines.count("BEGIN:VALARM") == 1
    event = read_back(file).walk("VEVENT")[0]
    assert [str(event[name]) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")] == [wild] * 3


def test_a_treatment_s_name_with_a_comma_and_a_semicolon_reaches_the_guest_s_calendar_whole():
    line = dataclasses.replace(a_visit().lines[0], name="Quiet Hour, for him; 60")
    file = written(invite(a_visit(lines=(line,)), SPA, sender=SENDER))
    assert b"Quiet Hour\\, for him\\; 60" in file.replace(b"\r\n ", b"")
    assert "Quiet Hour, for him; 60" in str(read_back(file).walk("VEVENT")[0]["SUMMARY"])


def test_no_line_is_longer_than_75_bytes():
    long_name = a_visit(contact=Contact("Ω" * 120, "daniel@example.com"))
    lines = written(invite(long_name, SPA, sender=SENDER)).split(b"\r\n")
    assert max(map(len, lines)) <= 75
