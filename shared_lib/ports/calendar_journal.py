"""What our calendars should show, and what was put right in them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared_lib.domain.booking import Booking
from shared_lib.domain.drift import Drift, DriftReport


class CalendarJournal(Protocol):
    """Knows the bookings behind events, and what the manager was told of them."""

    def shown(self, spa_id: str, *, begins: datetime, ends: datetime) -> Sequence[Booking]:
        """Return the bookings between two instants that calendars show."""
        ...

    def behind(self, event_ids: Sequence[str]) -> Mapping[str, UUID]:
        """Return the bookings that events of ours were written for, by the events' ids."""
        ...

    def clashes(self, spa_id: str, *, now: datetime) -> Sequence[Drift]:
        """Return the coming visits whose technician's own calendar says that they are away."""
        ...

    def told(self, drift: Drift, *, now: datetime) -> bool:
        """Note that an event is put back, for the manager to see; False if this very change was noted before."""
        ...

    def put_backs(self, booking_id: UUID, *, since: datetime) -> int:
        """Return how often a booking's events have been put back."""
        ...

    def report(self, spa_id: str, report: DriftReport, *, now: datetime) -> None:
        """Keep a night's report."""
        ...
