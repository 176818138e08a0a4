"""Mirror what a technician's own calendar takes of their time, so that no search ever asks Google."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from shared_lib.calendars.drift import Drift, DriftKind
from shared_lib.calendars.feed import (
    BusyTime,
    CalendarNews,
    InternalAddresses,
    SeenEvent,
    WatchedCalendar,
    Window,
)
from shared_lib.calendars.sync import CalendarSync
from shared_lib.kernel.errors import Conflict

log = logging.getLogger("coresync.calendars")

ROUNDS = 3
"""How often others may be faster with the same calendar before whoever called us has to call again."""


class Mirrored(NamedTuple):
    """How many busy times changed, and the invitations from outside that wait for an answer."""

    touched: int
    invitations: Sequence[Drift] = ()


def mirror_busy_times(calendar: WatchedCalendar, *, sync: CalendarSync, now: datetime, whole: bool = False) -> Mirrored:
    """Take over what changed and tell the manager who waits for an answer; raise VendorUnavailable.

    `whole` reads all that stands, so that what is gone without a word is gone here too. So it is done for a token that
    has ended, and for a series that changed: its single events may have been replaced by others.
    """
    window = Window.around(now)
    house = InternalAddresses.of(sync.spa, (one.calendar_id for one in sync.watched()))
    for _ in range(ROUNDS):
        reading = sync.reads.reading(sync.spa.id, calendar.calendar_id)
        news = sync.news(calendar, reading, whole=whole, now=now)
        if not news.whole and any(event.repeats for event in news.events):
            news = sync.news(calendar, reading, whole=True, now=now)
        busy = list(_busy(news, window, house))
        taking = {one.source_id for one in busy}
        gone = None if news.whole else [one.event_id for one in news.events if one.event_id not in taking]
        touched = sync.reads.take(reading, token=news.token, busy=busy, gone=gone, now=now)
        if touched is not None or not (news.whole or news.events):
            return Mirrored(touched or 0, _report(_invitations(calendar, news, house, now), sync=sync, now=now))
    raise Conflict("others keep reading the same calendar")


def _busy(news: CalendarNews, window: Window, house: InternalAddresses) -> Iterator[BusyTime]:
    """Return what takes time: never an event of one of our bookings, which takes its technician's time by itself."""
    for event in news.events:
        if _may_take_time(event) and not _waits(event, house) and event.starts_at and event.ends_at:
            inside = window.cut(event.starts_at, event.ends_at)
            if inside:
                yield BusyTime(event.event_id, *inside)


def _may_take_time(event: SeenEvent) -> bool:
    return event.blocks and event.booking_id is None


def _waits(event: SeenEvent, house: InternalAddresses) -> bool:
    """Tell whether an event takes no time before its owner has answered: anybody can invite anybody."""
    return event.invited_by is not None and not house.invited(event)


def _invitations(
    calendar: WatchedCalendar, news: CalendarNews, house: InternalAddresses, now: datetime
) -> Sequence[Drift]:
    """Return those that lie ahead, a series as one; the time stands where others have an etag: a move is news."""
    found: dict[str, Drift] = {}
    for event in news.events:
        if _may_take_time(event) and _waits(event, house) and (event.ends_at or now) > now:
            when = "series" if event.repeats else str(event.starts_at)
            found[event.series] = Drift(DriftKind.INVITATION, calendar.name, event_id=event.series, etag=when)
    return list(found.values())


def _report(invitations: Sequence[Drift], *, sync: CalendarSync, now: datetime) -> Sequence[Drift]:
    """Tell the manager once of each; whoever reads the next report finds all that still wait."""
    for drift in invitations:
        if sync.drift_log.note_repair(drift, now=now):
            log.warning("an invitation from outside waits for an answer", extra={"facts": {"drift": drift.item()}})
    return invitations
