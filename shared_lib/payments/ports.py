"""The payment service, and the refunds that it is still to be asked for."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from shared_lib.payments.payment import Checkout, CheckoutOrder, GatewayEvent, RefundDue


class PaymentGateway(Protocol):
    """Takes money and gives it back; each call is idempotent by the id of what it is about."""

    def open(self, order: CheckoutOrder) -> Checkout:
        """Open the page to pay on, or return the one that was opened for the same payment."""
        ...

    def look(self, checkout_id: str) -> Checkout:
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
