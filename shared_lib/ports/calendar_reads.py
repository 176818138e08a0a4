"""How far each calendar has been read, and the channels on which we hear of it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared_lib.domain.calendar_reading import BusyTime, Channel, Reading, WatchedCalendar


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
