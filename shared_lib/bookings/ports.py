"""Bookings as they stand, and the one way to change them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from shared_lib.bookings.booking import Booking, Contact, Payment, Status
from shared_lib.bookings.draft import Assignment, Draft
from shared_lib.kernel.events import Event, EventType
from shared_lib.payments.ledger import Entry
from shared_lib.payments.payment import Acceptance, RefundDue, RefundReason
from shared_lib.pricing.sale import Sale

T = TypeVar("T")


class PaymentRecords(Protocol):
    """The payments of the one booking that is locked."""

    def open(self, amount_cents: int, *, ends_at: datetime) -> Payment:
        """Note that a payment is about to be opened, with a page that ends at a real instant."""
        ...

    def opened(self, payment: Payment, *, checkout_id: str, url: str) -> bool:
        """Note where the guest pays; False if the attempt has ended meanwhile."""
        ...

    def ended(self, payment: Payment) -> None:
        """Note that a payment can no longer be made."""
        ...

    def paid(self, payment: Payment, *, payment_intent_id: str) -> None:
        """Note that the money came, with its ledger entry; raise WrongState where it is not the price."""
        ...

    def owe_refund(self, payment: Payment, *, cents: int, reason: RefundReason, tax_cents: int | None = None) -> UUID:
        """Note that money has to go back; whoever settles refunds sends it.

        `tax_cents` is the sales tax in it, the booking's own share of tax unless said.
        """
        ...

    def post(self, entry: Entry, payment: Payment) -> None:
        """Write a balanced ledger entry that belongs to a payment."""
        ...

    def sending(self, due: RefundDue) -> bool:
        """Note that from now on the money may leave; False if it is due no more."""
        ...

    def withdraw(self, reason: RefundReason) -> int:
        """Owe no more what is due for a reason and was not asked for yet; return how many cents stay here."""
        ...

    def refunded(self, due: RefundDue, *, gateway_id: str) -> bool:
        """Note that money was sent back, with its ledger entry; False if that was noted before."""
        ...

    def refund_failed(self, refund_id: UUID, *, actor: str) -> bool:
        """Note, with an audit row, that money does not go back by itself; False if that was noted before."""
        ...


class Change(Protocol):
    """One booking, locked, inside one transaction: what is done here happens whole or not at all."""

    @property
    def booking(self) -> Booking:
        """Return the booking as it stands in this transaction."""
        ...

    @property
    def payments(self) -> PaymentRecords:
        """Return its payments."""
        ...

    @property
    def events(self) -> Sequence[Event]:
        """Return the events of this transaction, for whoever publishes them after it."""
        ...

    def transition(self, status: Status, event: EventType, *, actor: str, **detail: object) -> None:
        """Move it on, with its audit row and its event in the outbox; `version` grows by one."""
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
    ) -> None:
        """Change what is not its state."""
        ...

    def reallocate_to(self, assignments: Sequence[Assignment], *, sale: Sale | None = None) -> bool:
        """Exchange its places and times for the first of these that are wholly free; False if none are.

        `sale` is what its visits sell from now on, where that is not the same.
        """
        ...

    def forget_arrival(self, key: str) -> None:
        """Expect the guests again, as if what was answered under this key had not been asked."""
        ...

    def remove_guest(self, guest: int, *, party: int, fee_cents: int) -> None:
        """Let a guest leave: their places are free, and what the others have is what the booking is.

        `party` is how many people still come, `fee_cents` what was kept of the price of who left.
        """
        ...

    def removed_guests(self) -> Collection[int]:
        """Return the numbers of the guests who were taken out of it."""
        ...

    def idempotent(
        self, key: str, work: Callable[[], Mapping[str, Any] | None], *, asked: str = ""
    ) -> Mapping[str, Any] | None:
        """Return what was answered under a key, doing the work only where nothing was; None is no answer.

        Raise BadInput for a key under which something else was `asked`.
        """
        ...

    def claim(self, source: str, event_id: str) -> bool:
        """Note an outside event as dealt with; False if it was before."""
        ...


class Bookings(Protocol):
    """The bookings of the spa."""

    def hold(self, draft: Draft, assignments: Sequence[Assignment], *, now: datetime) -> Booking | None:
        """Keep the first assignment that is wholly free; None if none is. The same key gives the same booking."""
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

    def waiting_since(self, now: datetime) -> Sequence[UUID]:
        """Return the held and paying bookings whose time to pay has ended by `now`.

        Held ones come first, since ending them needs nobody else; then the oldest.
        """
        ...
