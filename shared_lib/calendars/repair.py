"""Put back what people moved, edited or deleted in our calendars: the bookings decide, and the manager is told."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from shared_lib.calendars.detect_drift import detect_drift
from shared_lib.calendars.drift import AT_ONCE, MENDED, Drift, DriftKind
from shared_lib.calendars.feed import WatchedCalendar
from shared_lib.calendars.mirror_booking import mirror_booking
from shared_lib.calendars.sync import CalendarSync
from shared_lib.calendars.tell_manager import tell_of_put_back
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import OutOfTime, VendorRefused

log = logging.getLogger("coresync.calendars")

MOST_A_DAY = 6
"""Put-backs of one booking: whoever goes on, a person or another program, is left to the manager and to the night."""


def repair_calendar(
    calendar: WatchedCalendar,
    *,
    sync: CalendarSync,
    now: datetime,
    out_of_time: Callable[[], bool],
    whole: bool = False,
) -> Sequence[Drift]:
    """Mend what changed since the last reading, or compare all, and return the differences; raise VendorUnavailable.

    A reading is taken only after it was dealt with: what was left when it was `out_of_time` is read again.
    So the manager is told of each difference by itself, as soon as it was dealt with.
    """
    reading = sync.reads.reading(sync.spa.id, calendar.calendar_id)
    news = sync.news(calendar, reading, whole=whole, now=now)
    mended = MENDED if news.whole else AT_ONCE
    found: list[Drift] = []
    for drift in detect_drift(calendar, news, sync=sync, now=now):
        if out_of_time():
            raise OutOfTime("more was asked for than there was time for")
        found.append(drift)
        if drift.kind in mended:
            _report(drift, sync=sync, now=now, done=_mend(drift, calendar, whole, sync=sync, now=now))
    sync.reads.take(reading, token=news.token, busy=(), gone=(), now=now)
    return found


def _report(drift: Drift, *, sync: CalendarSync, now: datetime, done: bool) -> None:
    """Tell the manager once of a visit that was put back, and whenever it is found of one that can't be."""
    if drift.kind in AT_ONCE or not done:
        tell_of_put_back(drift, sync=sync, now=now, done=done)
    anew = drift.kind in AT_ONCE and sync.drift_log.note_repair(drift, now=now)
    if not done:
        alert("visit_not_in_calendar", "a visit can't be put back in its calendar", drift=drift.item())
    elif anew:
        log.warning("a visit was put back in its calendar", extra={"facts": {"drift": drift.item()}})


def _mend(drift: Drift, calendar: WatchedCalendar, whole: bool, *, sync: CalendarSync, now: datetime) -> bool:
    """Make the calendars show the booking as it stands; False if that is refused, or was done too often today."""
    if drift.booking_id is None or drift.event_id is None:
        return False
    if not whole and sync.drift_log.repairs(drift.booking_id, since=now - timedelta(days=1)) >= MOST_A_DAY:
        return False
    try:
        if drift.kind is DriftKind.EXTRA:
            version = sync.bookings.get(drift.booking_id).version
            sync.calendars.remove(calendar_id=calendar.calendar_id, event_id=drift.event_id, version=version)
        else:
            mirror_booking(
                drift.booking_id, bookings=sync.bookings, calendars=sync.calendars, ids=sync.ids, spa=sync.spa
            )
    except VendorRefused:
        return False
    return True
