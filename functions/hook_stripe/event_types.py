"""Which of Stripe's events we act on, and how.

Ignored with reason: payment_intent.succeeded and charge.succeeded (the Checkout's own event says it, with our ids);
charge.refunded and refund.updated (we asked for the refund and noted it then); customer.* and payment_method.* (the
Checkout made them, nothing of ours hangs on them). So is what carries no booking's id, or one that is none of ours:
somebody else's sale on the same account.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from shared_lib.bookings.record_payment import Occasion, UnknownPayment, record_failed_try, record_payment
from shared_lib.bookings.send_refunds import note_failed_refund, settle_refunds
from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.events import Event
from shared_lib.payments.payment import GatewayEvent
from shared_lib.web.failures import call_for_refunds
from shared_lib.web.logs import log

Act = Callable[[GatewayEvent, Services], Sequence[Event]]


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _booking(event: GatewayEvent, deps: Services) -> UUID | None:
    """Return the booking that an event is about, if it is one of ours."""
    booking_id = _uuid(event.metadata.get("booking_id"))
    if booking_id and _is_ours(booking_id, deps):
        return booking_id
    if "booking_id" in event.metadata:
        log("an event about somebody else's sale", level=logging.WARNING, event=event.id, type=event.type)
    return None


def _is_ours(booking_id: UUID, deps: Services) -> bool:
    try:
        deps.bookings.get(booking_id)
    except NotFound:
        return False
    return True


def _checkout(event: GatewayEvent, deps: Services) -> Sequence[Event]:
    """Apply the Checkout as Stripe has it now, and send back at once what could not become a booking."""
    booking_id = _booking(event, deps)
    if not booking_id:
        return ()
    checkout = deps.payments.look(event.about)
    try:
        events = record_payment(checkout, Occasion("stripe", event.id), context=deps.context, now=deps.clock())
    except UnknownPayment:
        log("money for an unknown payment needs a person", level=logging.ERROR, booking=booking_id, event=event.id)
        return ()
    return [*events, *_send_back(booking_id, deps)] if events and checkout.paid else events


def _send_back(booking_id: UUID, deps: Services) -> Sequence[Event]:
    settled = settle_refunds(
        bookings=deps.bookings,
        gateway=deps.payments,
        pending_payments=deps.pending_payments,
        now=deps.clock(),
        booking_id=booking_id,
    )
    call_for_refunds(settled.given_up)
    return settled.events


def _declined(event: GatewayEvent, deps: Services) -> Sequence[Event]:
    """Tell the guest; nothing was charged."""
    booking_id = _booking(event, deps)
    return record_failed_try(booking_id, event.id, bookings=deps.bookings, now=deps.clock()) if booking_id else ()


def _refund_failed(event: GatewayEvent, deps: Services) -> Sequence[Event]:
    """Raise the alarm, once: a bank sent a refund back, and only a person can bring that money home."""
    booking_id, refund_id = _booking(event, deps), _uuid(event.metadata.get("refund_id"))
    fresh = not (booking_id and refund_id) or note_failed_refund(
        booking_id, refund_id, actor="stripe", bookings=deps.bookings, now=deps.clock()
    )
    if fresh:
        log("a refund failed at the bank", level=logging.CRITICAL, refund=event.about)
    return ()


ACTED_ON: Mapping[str, Act] = {
    "checkout.session.completed": _checkout,
    "checkout.session.async_payment_succeeded": _checkout,
    "checkout.session.async_payment_failed": _checkout,
    "checkout.session.expired": _checkout,
    "payment_intent.payment_failed": _declined,
    "refund.failed": _refund_failed,
}
