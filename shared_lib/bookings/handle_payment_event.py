"""What the payment service tells, and what becomes of it: by a table of the events that we act on.

Ignored with reason: payment_intent.succeeded and charge.succeeded (the Checkout's own event says it, with our ids);
charge.refunded and refund.updated (we asked for the refund and noted it then); customer.* and payment_method.* (the
Checkout made them, nothing of ours hangs on them). So is what carries no booking's id, or one that is none of ours:
somebody else's sale on the same account.
"""

import dataclasses
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.record_payment import PaymentSource, UnknownPayment, record_failed_try, record_payment
from shared_lib.bookings.send_refunds import SENT_BACK, note_failed_refund, send_refunds
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.events import Event
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.ports import ManagerAlerts
from shared_lib.payments.payment import GatewayEvent
from shared_lib.payments.ports import PaymentGateway, PendingPayments

STRIPE = "stripe"


@dataclasses.dataclass(frozen=True, slots=True)
class PaymentEventHandler:
    """Applies the events of the payment service, each once; `now` is business time."""

    context: BookingContext
    gateway: PaymentGateway
    pending_payments: PendingPayments
    alerts: ManagerAlerts
    now: datetime

    def handle(self, event: GatewayEvent) -> Sequence[Event] | None:
        """Act on an event and return ours to announce; None for one that we do not act on."""
        act = ACTED_ON.get(event.type)
        return act(self, event) if act else None

    def checkout(self, event: GatewayEvent) -> Sequence[Event] | None:
        """Apply the Checkout as it stands now, and send back at once what could not become a booking."""
        booking_id = self._booking(event)
        if not booking_id:
            return None
        checkout = self.gateway.get_checkout(event.about)
        try:
            events = record_payment(checkout, PaymentSource(STRIPE, event.id), context=self.context, now=self.now)
        except UnknownPayment:
            alert("payment_unknown", "money for an unknown payment needs a person", booking=booking_id, event=event.id)
            return ()
        return [*events, *self._send_back(booking_id)] if events and checkout.paid else events

    def declined(self, event: GatewayEvent) -> Sequence[Event] | None:
        """Tell the guest; nothing was charged."""
        booking_id = self._booking(event)
        if not booking_id:
            return None
        return record_failed_try(booking_id, event.id, bookings=self.context.bookings, now=self.now)

    def refund_failed(self, event: GatewayEvent) -> Sequence[Event]:
        """Raise the alarm, once: a bank sent a refund back, and only a person can bring that money home."""
        booking_id, refund_id = self._booking(event), _uuid(event.metadata.get("refund_id"))
        if booking_id and refund_id:
            bookings, alerts = self.context.bookings, self.alerts
            fresh = note_failed_refund(
                booking_id, refund_id, actor=STRIPE, bookings=bookings, alerts=alerts, now=self.now
            )
        else:  # made by hand at Stripe
            self.alerts.record(AlertKind.REFUND_FAILED, event.about, {"code": SENT_BACK}, now=self.now)
            fresh = True
        if fresh:
            alert("refund_failed", "a refund failed at the bank", level=logging.CRITICAL, refund=event.about)
        return ()

    def _booking(self, event: GatewayEvent) -> UUID | None:
        """Return the booking that an event is about, if it is one of ours."""
        booking_id = _uuid(event.metadata.get("booking_id"))
        if booking_id and self._is_ours(booking_id):
            return booking_id
        if "booking_id" in event.metadata:
            alert(
                "sale_unknown",
                "an event about somebody else's sale",
                level=logging.WARNING,
                event=event.id,
                type=event.type,
            )
        return None

    def _is_ours(self, booking_id: UUID) -> bool:
        try:
            self.context.bookings.get(booking_id)
        except NotFound:
            return False
        return True

    def _send_back(self, booking_id: UUID) -> Sequence[Event]:
        return send_refunds(
            bookings=self.context.bookings,
            gateway=self.gateway,
            pending_payments=self.pending_payments,
            alerts=self.alerts,
            now=self.now,
            booking_id=booking_id,
        ).events


Act = Callable[[PaymentEventHandler, GatewayEvent], Sequence[Event] | None]

ACTED_ON: Mapping[str, Act] = {
    "checkout.session.completed": PaymentEventHandler.checkout,
    "checkout.session.async_payment_succeeded": PaymentEventHandler.checkout,
    "checkout.session.async_payment_failed": PaymentEventHandler.checkout,
    "checkout.session.expired": PaymentEventHandler.checkout,
    "payment_intent.payment_failed": PaymentEventHandler.declined,
    "refund.failed": PaymentEventHandler.refund_failed,
}


def handle_payment_event(  # the one way in, for the hook and for whoever plays an event again
    event: GatewayEvent,
    *,
    context: BookingContext,
    gateway: PaymentGateway,
    pending_payments: PendingPayments,
    alerts: ManagerAlerts,
    now: datetime,
) -> Sequence[Event] | None:
    """Apply an event of the payment service, once; return our events to announce, None for what is nothing of ours."""
    return PaymentEventHandler(context, gateway, pending_payments, alerts, now).handle(event)


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
