"""Put back what people moved, edited or deleted in our calendars: the bookings decide, and the manager is told."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.domain.calendar_reading import WatchedCalendar
from shared_lib.domain.drift import AT_ONCE, MENDED, Drift, DriftKind
from shared_lib.domain.errors import VendorRefused, VendorUnavailable
from shared_lib.usecases.calendar_desk import CalendarDesk
from shared_lib.usecases.compare_calendar import compare_calendar
from shared_lib.usecases.mirror_booking import mirror_booking

MOST_A_DAY = 6
"""Put-backs of one booking: whoever goes on, a person or another program, is left to the manager and to the night."""


class PutBack(NamedTuple):
    """All differences, those of which the manager hears now for the first time, and those that could not be mended."""

    found: Sequence[Drift] = ()
    told: Sequence[Drift] = ()
    left: Sequence[Drift] = ()


def put_back_events(
    calendar: WatchedCalendar, *, desk: CalendarDesk, now: datetime, late: Callable[[], bool], whole: bool = False
) -> PutBack:
    """Mend what changed since the last reading, or compare all; raise VendorUnavailable: then it is read again.

    A reading is taken only after it was dealt with: what there was no time for before it got `late` is read again.
    """
    reading = desk.reads.reading(desk.spa.id, calendar.calendar_id)
    news = desk.news(calendar, reading, whole=whole, now=now)
    found = compare_calendar(calendar, news, desk=desk, now=now)
    told = [drift for drift in found if drift.kind in AT_ONCE and desk.journal.told(drift, now=now)]
    mended = MENDED if news.whole else AT_ONCE
    left: list[Drift] = []
    for drift in found:
        if late():
            raise VendorUnavailable("google-calendar", "was asked for more than there was time for")
        if drift.kind in mended and not _mend(drift, calendar, whole, desk=desk, now=now):
            left.append(drift)
    desk.reads.take(reading, token=news.token, busy=(), gone=(), now=now)
    return PutBack(found, told, left)


def _mend(drift: Drift, calendar: WatchedCalendar, whole: bool, *, desk: CalendarDesk, now: datetime) -> bool:
    """Make the calendars show the booking as it stands; False if that is refused, or was done too often today."""
    if drift.booking_id is None or drift.event_id is None:
        return False
    if not whole and desk.journal.put_backs(drift.booking_id, since=now - timedelta(days=1)) > MOST_A_DAY:
        return False
    try:
        if drift.kind is DriftKind.EXTRA:
            version = desk.bookings.get(drift.booking_id).version
            desk.calendars.remove(calendar_id=calendar.calendar_id, event_id=drift.event_id, version=version)
        else:
            mirror_booking(
                drift.booking_id, bookings=desk.bookings, calendars=desk.calendars, ids=desk.ids, spa=desk.spa
            )
    except VendorRefused:
        return False
    return True
