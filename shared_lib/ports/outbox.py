"""Events on their way out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared_lib.domain.events import Event


class Outbox(Protocol):
    """Events that were committed and are not published yet."""

    def waiting(self, *, limit: int) -> Sequence[Event]:
        """Return the oldest ones."""
        ...

    def waiting_of(self, booking_id: UUID) -> Sequence[Event]:
        """Return those of one booking, oldest first."""
        ...

    def published(self, ids: Sequence[UUID], *, now: datetime) -> None:
        """Note that they got out."""
        ...


class Publisher(Protocol):
    """Tells the followers of bookings."""

    def publish(self, events: Sequence[Event], *, within: float) -> Sequence[UUID]:
        """Publish within so many seconds and return the ids of those that surely got out."""
        ...
