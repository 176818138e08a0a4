"""Bookings as they stand, and the one way to change them."""

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from shared_lib.availability.allocation import Assignment
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.draft import Draft, HoldLimit
from shared_lib.bookings.history import BookingHistory
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.receipt import Receipt
from shared_lib.guests.guest import Guest
from shared_lib.kernel.events import Event, EventType
from shared_lib.payments.payment import Acceptance
from shared_lib.payments.ports import PaymentRecords, RefundRecords
from shared_lib.pricing.sale import Sale

T = TypeVar("T")

RecordsOf = Callable[[Any, UUID, datetime, Callable[[], None]], tuple[PaymentRecords, RefundRecords]]
"""Makes the records of a locked booking: of a connection, its id, the instant, and what to call when one changes."""


class IdempotencyRecords(Protocol):
    """What is done once: by the key under which it was asked for, or by the outside event that told of it."""

    def run_once(
        self, key: str, work: Callable[[], Mapping[str, Any] | None], *, asked: str = ""
    ) -> Mapping[str, Any] | None:
        """Return what was answered under a key, doing the work only where nothing was; None is no answer.

        Raise BadInput for a key under which something else was `asked`.
        """
        ...

    def forget(self, key: str) -> None:
        """Forget what was answered under a key, as if it had not been asked."""
        ...

    def claim(self, source: str, event_id: str) -> bool:
        """Note an outside event as dealt with; False if it was before."""
        ...


class Change(Protocol):
    """One booking, locked, inside one transaction: what is done here happens whole or not at all."""

    payments: PaymentRecords
    refunds: RefundRecords
    idempotency: IdempotencyRecords
    events: list[Event]
    """What happened in this transaction, for whoever publishes it after it."""

    @property
    def booking(self) -> Booking:
        """Return the booking as it stands in this transaction."""
        ...

    def transition(self, event: EventType, *, actor: str, **detail: object) -> None:
        """Move it on, with its audit row and its event in the outbox; `version` grows by one.

        Raise WrongState where the event can't happen to it, by the table of `lifecycle`.
        """
        ...

    def record_event(self, event: EventType, *, actor: str, **detail: object) -> None:
        """Put an event and an audit row beside it without moving it on."""
        ...

    def update(
        self,
        *,
        held_until: datetime | None = None,
        contact: Contact | None = None,
        acceptance: Acceptance | None = None,
        moves: int | None = None,
        refund_at_most: int | None = None,
        fees_cents: int | None = None,
        arrived_at: datetime | None = None,
        attendance_confirmed_at: datetime | None = None,
        expected_again: bool = False,
    ) -> None:
        """Change what is not its status; None leaves a thing as it is.

        `expected_again` takes back that the guests came, or said that they will.
        """
        ...

    def reallocate_to(self, assignments: Sequence[Assignment], *, sale: Sale | None = None) -> bool:
        """Exchange its places and times for the first of these that are wholly free; False if none are.

        `sale` is what its visits sell from now on, where that is not the same.
        """
        ...

    def evict_oldest_holds(self, limits: Sequence[HoldLimit]) -> None:
        """Let the oldest other unpaid holds of the same holders go, until all are within their limits."""
        ...

    def remove_guest(self, guest: int, *, party: int, fee_cents: int) -> None:
        """Let a guest leave: their places are free, and what the others have is what the booking is.

        `party` is how many people still come, `fee_cents` what was kept of the price of who left.
        """
        ...

    def removed_guests(self) -> Collection[int]:
        """Return the numbers of the guests who were taken out of it."""
        ...


class Bookings(Protocol):
    """The bookings of the spa."""

    def hold(self, draft: Draft, assignments: Sequence[Assignment], *, now: datetime) -> Booking | None:
        """Keep the first assignment that is wholly free; None if none is. The same key gives the same booking.

        Where a holder of the draft keeps as many unpaid places as they may, the oldest gives way; raise TooManyHolds
        where none can.
        """
        ...

    def change(self, booking_id: UUID, steps: Callable[[Change], T], *, now: datetime) -> T:
        """Lock the booking and run `steps` as one transaction, again if it lost a race; raise NotFound."""
        ...

    def get(self, booking_id: UUID) -> Booking:
        """Return the booking; raise NotFound."""
        ...

    def by_key(self, idempotency_key: str) -> Booking | None:
        """Return the booking that was made under a key."""
        ...

    def last_visit(self, spa_id: str, email: str, *, now: datetime) -> Booking | None:
        """Return the newest visit that a guest with this address came to and that is over by `now`."""
        ...

    def ended_by(self, now: datetime) -> Sequence[UUID]:
        """Return the confirmed bookings whose last visit has ended by `now`, oldest first."""
        ...

    def between(
        self, spa_id: str, begins: datetime, ends: datetime, *, statuses: Collection[Status]
    ) -> Sequence[Booking]:
        """Return the bookings in some states that take place between two instants, by their start."""
        ...

    def waiting_since(self, now: datetime) -> Sequence[UUID]:
        """Return the held and paying bookings whose time to pay has ended by `now`.

        Held ones come first, since ending them needs nobody else; then the oldest.
        """
        ...


@dataclasses.dataclass(frozen=True, slots=True)
class VisitSummary:
    """A visit that is over, or was cancelled, in one line; `treatments` are names with commas between them."""

    reference: str
    status: str
    starts_at: datetime
    ends_at: datetime
    treatments: str


class GuestBookings(Protocol):
    """The bookings of a guest who has proved who they are: of their record, or under a contact that they proved."""

    def join(self, guest: Guest, *, merged: UUID | None, now: datetime) -> None:
        """Put the bookings under a guest's contacts, and those of a merged record, into the guest's record."""
        ...

    def coming(self, guest: Guest, *, now: datetime) -> Sequence[Booking]:
        """Return what lies ahead, or takes place now: confirmed visits and places that are held, the next one first."""
        ...

    def past(self, guest: Guest, *, now: datetime, limit: int, offset: int = 0) -> Sequence[VisitSummary]:
        """Return visits that were paid and are over or were cancelled, the newest first."""
        ...

    def find(self, guest: Guest, reference: str) -> Booking:
        """Return one of a guest's bookings; raise NotFound for anybody else's, as for one that never was."""
        ...


class HistoryReader(Protocol):
    """What was, where the booking itself shows only what is."""

    def past(self, booking_id: UUID) -> BookingHistory:
        """Return whether it was ever confirmed, and what goes back to the guest."""
        ...


class ReceiptWriter(Protocol):
    """Whoever puts receipts on paper."""

    def write(self, receipt: Receipt) -> bytes:
        """Return the receipt as a file to print; the same receipt gives the same bytes."""
        ...


class AcceptanceReader(Protocol):
    """What guests accepted before they paid."""

    def acceptance_of(self, booking_id: UUID) -> Acceptance | None:
        """Return what was accepted for a booking, None where nothing was; raise NotFound."""
        ...
