"""Bookings as they stand, and the one way to change them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from shared_lib.domain.booking import Booking, Contact, Status
from shared_lib.domain.events import Event, EventType
from shared_lib.domain.hold import Draft, Seating

T = TypeVar("T")


class Change(Protocol):
    """One booking, locked, inside one transaction: what is done here happens whole or not at all."""

    @property
    def booking(self) -> Booking:
        """Return the booking as it stands in this transaction."""
        ...

    def to(self, status: Status, event: EventType, *, actor: str, **detail: Any) -> Event:  # noqa: ANN401 -- JSON facts
        """Move it on, with its audit row and its event in the outbox; `version` grows by one."""
        ...

    def tell(self, event: EventType, *, actor: str, **detail: Any) -> Event:  # noqa: ANN401 -- JSON facts
        """Put an event and an audit row beside it without moving it on."""
        ...

    def amend(self, *, held_until: datetime | None = None, contact: Contact | None = None) -> None:
        """Change what is not its state."""
        ...

    def retake(self, seatings: Sequence[Seating]) -> bool:
        """Take the first of these places that is wholly free, in exchange for its own; False if none is."""
        ...

    def claim(self, source: str, event_id: str) -> bool:
        """Note an outside event as dealt with; False if it was before."""
        ...


class Bookings(Protocol):
    """The bookings of the spa."""

    def hold(self, draft: Draft, seatings: Sequence[Seating], *, now: datetime) -> Booking | None:
        """Keep the first seating that is wholly free; None if none is. The same key gives the same booking."""
        ...

    def change(self, booking_id: UUID, steps: Callable[[Change], T], *, now: datetime) -> T:
        """Lock the booking and run `steps` as one transaction, again if it lost a race; raise NotFound."""
        ...

    def get(self, booking_id: UUID) -> Booking:
        """Return the booking; raise NotFound."""
        ...

    def waiting_since(self, now: datetime) -> Sequence[UUID]:
        """Return the held and paying bookings whose time to pay has ended by `now`, oldest first."""
        ...
