"""How far each calendar has been read, and the channels on which we hear of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from shared_lib.calendars.drift import Drift, DriftReport
from shared_lib.calendars.event import CalendarEvent
from shared_lib.calendars.feed import BusyTime, CalendarNews, Channel, Reading, SeenEvent, WatchedCalendar, Window


class Calendars(Protocol):
    """Both calls may be repeated and may come out of order: what is older than what was done is ignored.

    A removal of an event that never was leaves no trace, so ask with the booking as it stands, not as it was reported.
    """

    def put(self, *, calendar_id: str, event: CalendarEvent) -> None:
        """Make the event stand as given, whether it is new, older, moved by hand or deleted."""
        ...

    def remove(self, *, calendar_id: str, event_id: str, version: int) -> None:
        """Take the event away; one that is not there is as good."""
        ...


class CalendarFeed(Protocol):
    """All calls may be repeated; all raise VendorUnavailable, or AccessLost where a person has to mend it."""

    def read(
        self, *, calendar_id: str, since: str | None, window: Window, zone: ZoneInfo, ours: bool
    ) -> CalendarNews | None:
        """Return what changed since a token, or with None all that stands in the window; None if the token has ended.

        Whole days are those of `zone`. Only of calendars that are `ours` it is told whether people edited our words.
        """
        ...

    def find(self, *, calendar_id: str, event_id: str, zone: ZoneInfo) -> SeenEvent | None:
        """Return an event of ours wherever it stands, also one that was deleted; None for one that never was."""
        ...

    def open_channel(self, channel: Channel, *, address: str, token: str) -> Channel:
        """Have `address` called with `token` whenever the calendar changes; return the channel as it was granted."""
        ...

    def close_channel(self, channel_id: UUID, resource_id: str) -> None:
        """Have it called no more; a channel that is not there is as good."""
        ...


class DriftLog(Protocol):
    """Knows the bookings behind events, and what the manager was told of them."""

    def behind(self, event_ids: Sequence[str]) -> Mapping[str, UUID]:
        """Return the bookings that events of ours were written for, by the events' ids."""
        ...

    def clashes(self, spa_id: str, *, now: datetime) -> Sequence[Drift]:
        """Return the coming visits whose technician's own calendar says that they are away."""
        ...

    def note_repair(self, drift: Drift, *, now: datetime) -> bool:
        """Note what the manager should see, as a repair is; False if this very change was noted before."""
        ...

    def repairs(self, booking_id: UUID, *, since: datetime) -> int:
        """Return how often a booking's events have been put back."""
        ...

    def report(self, spa_id: str, report: DriftReport, *, now: datetime) -> None:
        """Keep a night's report."""
        ...


class CalendarReads(Protocol):
    """One writer at a time for each calendar: a reading that began before another one was taken is not taken."""

    def technicians_calendars(self, spa_id: str) -> Sequence[WatchedCalendar]:
        """Return the calendars of those who work there."""
        ...

    def reading(self, spa_id: str, calendar_id: str) -> Reading:
        """Return how far it has been read; the token is None if its owners have changed since."""
        ...

    def read_since(self, spa_id: str, moment: datetime) -> Collection[str]:
        """Return the ids of the calendars that were read after an instant."""
        ...

    def take(
        self, reading: Reading, *, token: str, busy: Sequence[BusyTime], gone: Collection[str] | None, now: datetime
    ) -> int | None:
        """Replace its owners' busy times and move on to `token`; return how many rows changed, None if overtaken.

        `gone` names events that take no time any more; None says that all but `busy` are gone.
        """
        ...

    def failed(self, reading: Reading, code: str, *, now: datetime) -> None:
        """Note that it can't be read: what is known stays, and `read_at` says how old it is."""
        ...

    def forget_leavers(self, spa_id: str) -> int:
        """Drop busy times of technicians without a calendar; return how many there were."""
        ...


class Channels(Protocol):
    """The channels on which Google calls."""

    def find(self, channel_id: UUID) -> Channel | None:
        """Return a channel that was not closed."""
        ...

    def all(self, spa_id: str) -> Sequence[Channel]:
        """Return all that were not closed, the longest lasting first."""
        ...

    def opening(self, spa_id: str, channel: Channel) -> None:
        """Note that it is about to be opened, so that its first call finds it."""
        ...

    def opened(self, channel: Channel) -> None:
        """Note what was granted."""
        ...

    def closed(self, channel_id: UUID, *, now: datetime) -> None:
        """Note that it calls no more."""
        ...
