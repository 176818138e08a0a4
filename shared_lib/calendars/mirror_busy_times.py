"""Mirror what a technician's own calendar takes of their time, so that no search ever asks Google."""

from collections.abc import Iterator
from datetime import datetime

from shared_lib.calendars.feed import BusyTime, CalendarNews, WatchedCalendar, Window
from shared_lib.calendars.sync import CalendarSync
from shared_lib.kernel.errors import Conflict

ROUNDS = 3
"""How often others may be faster with the same calendar before whoever called us has to call again."""


def mirror_busy_times(calendar: WatchedCalendar, *, sync: CalendarSync, now: datetime, whole: bool = False) -> int:
    """Take over what changed and return how many busy times that touched; raise VendorUnavailable.

    `whole` reads all that stands, so that what is gone without a word is gone here too. So it is done for a token that
    has ended, and for a series that changed: its single events may have been replaced by others.
    """
    window = Window.around(now)
    for _ in range(ROUNDS):
        reading = sync.reads.reading(sync.spa.id, calendar.calendar_id)
        news = sync.news(calendar, reading, whole=whole, now=now)
        if not news.whole and any(event.repeats for event in news.events):
            news = sync.news(calendar, reading, whole=True, now=now)
        busy = list(_busy(news, window))
        taking = {one.source_id for one in busy}
        gone = None if news.whole else [one.event_id for one in news.events if one.event_id not in taking]
        touched = sync.reads.take(reading, token=news.token, busy=busy, gone=gone, now=now)
        if touched is not None or not (news.whole or news.events):
            return touched or 0
    raise Conflict("others keep reading the same calendar")


def _busy(news: CalendarNews, window: Window) -> Iterator[BusyTime]:
    """Return what takes time: never an event of one of our bookings, which takes its technician's time by itself."""
    for event in news.events:
        if event.blocks and event.booking_id is None and event.starts_at and event.ends_at:
            inside = window.cut(event.starts_at, event.ends_at)
            if inside:
                yield BusyTime(event.event_id, *inside)
