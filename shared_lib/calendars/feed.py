"""What was read in a Google calendar: times and ids, never what an event says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import urlsplit
from uuid import UUID

from shared_lib.kernel.spa import Spa

BEHIND, AHEAD = timedelta(days=1), timedelta(days=400)
"""How far from now a calendar is read; what lies beyond comes in with a later night's reading."""


@dataclass(frozen=True, slots=True)
class Window:
    """The time that is read, [begins, ends)."""

    begins: datetime
    ends: datetime

    @classmethod
    def around(cls, now: datetime) -> "Window":
        """Return the window of a reading at `now`."""
        return cls(now - BEHIND, now + AHEAD)

    def cut(self, begins: datetime, ends: datetime) -> tuple[datetime, datetime] | None:
        """Return what lies inside, None if nothing does: a year's leave, or one without an end, has bounds."""
        inside = max(begins, self.begins), min(ends, self.ends)
        return inside if inside[0] < inside[1] else None


@dataclass(frozen=True, slots=True)
class WatchedCalendar:
    """A calendar that we read; `name` is for logs and reports, since an id may be a person's address.

    `ours` has the bookings; of all others only busy times are of interest.
    """

    calendar_id: str
    name: str
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEvent:
    """An event as it stands in a calendar; instants are None for one that is gone.

    `repeats` says that it is one of a series, `blocks` that it takes its owner's time. Of our own events there are the
    booking, the booking's version, the `seal` under which we wrote it, and whether it is `intact`.

    `invited_by` is whose invitation its owner has not answered ("" for somebody unknown), None where there is nothing
    to answer. It is compared and forgotten, never kept.
    """

    event_id: str
    etag: str
    gone: bool
    repeats: bool = False
    blocks: bool = False
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    booking_id: UUID | None = None
    version: int = 0
    seal: str = ""
    intact: bool = True
    invited_by: str | None = None

    @property
    def series(self) -> str:
        """Return the id that it shares with all events of its series, which is its own if it is none of one."""
        return self.event_id.rpartition("_")[0] if self.repeats else self.event_id


@dataclass(frozen=True, slots=True)
class InternalAddresses:
    """Who belongs to the house: the calendars that we read, and all addresses at the website's domain."""

    calendars: frozenset[str]
    domain: str

    @classmethod
    def of(cls, spa: Spa, calendar_ids: Iterable[str]) -> Self:
        """Return those of a spa."""
        host = urlsplit(spa.website).hostname or ""
        return cls(frozenset(map(str.casefold, calendar_ids)), host.removeprefix("www."))

    def invited(self, event: SeenEvent) -> bool:
        """Return whether an unanswered invitation counts all the same: one from the house does, no other."""
        address = (event.invited_by or "").casefold()
        return address in self.calendars or (bool(self.domain) and address.rpartition("@")[2] == self.domain)


@dataclass(frozen=True, slots=True)
class CalendarNews:
    """What a calendar told; `whole` if that is everything in the window, so that what is not there is gone.

    `token` asks for what changes after it.
    """

    events: tuple[SeenEvent, ...]
    token: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a calendar has been read for its `owners`, who are technicians.

    `revision` grows with each reading that was taken; `token` is None where a whole reading is due.
    """

    spa_id: str
    calendar_id: str
    owners: tuple[int, ...]
    revision: int
    token: str | None
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class BusyTime:
    """The time that one event takes of whoever owns the calendar."""

    source_id: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Channel:
    """A way on which Google tells of changes until it ends; `resource_id` is None before it is open."""

    id: UUID
    calendar_id: str
    resource_id: str | None
    opened_at: datetime
    ends_at: datetime
