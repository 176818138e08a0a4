"""Read the calendars of which nobody has told us for a while: a push may get lost, or may not be allowed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.calendars.feed import WatchedCalendar
from shared_lib.calendars.read_calendar import CalendarRead, code_of, read_calendar
from shared_lib.calendars.sync import CalendarSync
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import ExternalServiceError, OutOfTime, TryAgain

FRESH = timedelta(minutes=10)
"""A calendar that was read since is left alone."""


class CalendarFailure(NamedTuple):
    """The code of what went wrong with a calendar, by its name."""

    code: str
    calendar: str


class CalendarsRead(NamedTuple):
    """What each calendar gave, by its name, and why others gave nothing."""

    read: Mapping[str, CalendarRead]
    failures: Sequence[CalendarFailure]


def read_stale_calendars(
    *, sync: CalendarSync, now: datetime, out_of_time: Callable[[], bool], at_once: Collection[str] = ()
) -> CalendarsRead:
    """Read what is no longer fresh, and `at_once` (ids) whatever the case; one that fails keeps none of the others."""
    fresh = sync.reads.read_since(sync.spa.id, now - FRESH)
    due = [one for one in sync.watched() if one.calendar_id in at_once or one.calendar_id not in fresh]
    return read_each(due, sync=sync, now=now, out_of_time=out_of_time, whole=False)


def read_each(
    calendars: Sequence[WatchedCalendar],
    *,
    sync: CalendarSync,
    now: datetime,
    out_of_time: Callable[[], bool],
    whole: bool,
) -> CalendarsRead:
    """Read calendars one after the other until it is `out_of_time`; one that fails keeps none of the others."""
    read: dict[str, CalendarRead] = {}
    failures: list[CalendarFailure] = []
    for calendar in calendars:
        try:
            read[calendar.name] = _read(calendar, sync, now, out_of_time, whole=whole)
        except Exception as error:  # noqa: BLE001 -- whatever one calendar holds, the others are read
            failures.append(_failure(calendar, error))
    return CalendarsRead(read, failures)


def _failure(calendar: WatchedCalendar, error: Exception) -> CalendarFailure:
    """Return what went wrong; what nobody has foreseen calls for a person."""
    if not isinstance(error, ExternalServiceError | TryAgain):
        alert("calendar_unread", "unexpected error in a calendar", error=error, calendar=calendar.name)
    return CalendarFailure(code_of(error), calendar.name)


def _read(
    calendar: WatchedCalendar, sync: CalendarSync, now: datetime, out_of_time: Callable[[], bool], *, whole: bool
) -> CalendarRead:
    if out_of_time():
        raise OutOfTime("the calendars before this one took too long")
    return read_calendar(calendar, sync=sync, now=now, out_of_time=out_of_time, whole=whole)
