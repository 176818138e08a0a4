"""The payment gateway, what is pending with it, and the payment and refund records of a locked booking."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared_lib.payments.ledger import Entry
from shared_lib.payments.payment import (
    Checkout,
    CheckoutOrder,
    GatewayEvent,
    Payment,
    PaymentHistory,
    RefundDue,
    RefundReason,
)


class PaymentGateway(Protocol):
    """Takes money and gives it back; each call is idempotent by the id of what it is about."""

    def open(self, order: CheckoutOrder) -> Checkout:
        """Open the page to pay on, or return the one that was opened for the same payment."""
        ...

    def get_checkout(self, checkout_id: str) -> Checkout:
        """Return a checkout as it stands now."""
        ...

    def expire(self, checkout_id: str) -> Checkout | None:
        """End a checkout that nobody has paid and return how it stands; None if it is not known there.

        One that is paid or ended stays as it is.
        """
        ...

    def refund(self, due: RefundDue) -> str:
        """Give money back and return the refund's id; raise VendorRefused if it never will."""
        ...

    def read_event(self, body: bytes, signature: str) -> GatewayEvent:
        """Return a signed event; raise InvalidSignature or BadInput."""
        ...


class PendingPayments(Protocol):
    """Money matters that somebody still has to see to."""

    def refunds_due(self, booking_id: UUID | None = None) -> Sequence[RefundDue]:
        """Return the refunds that have not been sent, of one booking or of all, oldest first."""
        ...

    def checkouts_to_close(self) -> Sequence[tuple[UUID, str]]:
        """Return (booking, checkout) of pages that are open though their booking no longer waits for money."""
        ...


class PaymentHistoryReader(Protocol):
    """What was paid, where a payment itself shows only how it stands."""

    def history(self, booking_id: UUID) -> PaymentHistory:
        """Return when money came in for a booking and when it went back."""
        ...


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

    def paid(self, payment: Payment, *, payment_intent_id: str, entry: Entry) -> None:
        """Note that the money came, with the ledger entry that it stands for."""
        ...

    def post(self, entry: Entry, payment: Payment) -> None:
        """Write a balanced ledger entry that belongs to a payment."""
        ...


class RefundRecords(Protocol):
    """What goes back of the payments of the one booking that is locked."""

    def owe(self, payment: Payment, *, cents: int, tax_cents: int, reason: RefundReason) -> UUID:
        """Note that money has to go back, `tax_cents` of it sales tax; whoever sends refunds sends it."""
        ...

    def sending(self, due: RefundDue) -> bool:
        """Note that from now on the money may leave; False if it is due no more."""
        ...

    def withdraw(self, reason: RefundReason) -> int:
        """Owe no more what is due for a reason and was not asked for yet; return how many cents stay here."""
        ...

    def sent(self, due: RefundDue, *, gateway_id: str) -> bool:
        """Note that money was sent back, with its ledger entry; False if that was noted before."""
        ...

    def failed(self, refund_id: UUID, *, actor: str) -> bool:
        """Note, with an audit row, that money does not go back by itself; False if that was noted before."""
        ...
