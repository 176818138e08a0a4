"""Which of Stripe's events we act on, and how.

Ignored with reason: payment_intent.succeeded and charge.succeeded (the Checkout's own event says it, with our ids);
charge.refunded and refund.updated (we asked for the refund and noted it then); customer.* and payment_method.* (the
Checkout made them, nothing of ours hangs on them). So is what carries no booking's id: somebody else's sale on the
same account.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from shared_lib.bootstrap import Services
from shared_lib.domain.events import Event
from shared_lib.domain.payment import GatewayEvent
from shared_lib.edge.logs import log
from shared_lib.usecases.record_payment import Occasion, record_failed_try, record_payment
from shared_lib.usecases.settle_refunds import settle_refunds

Act = Callable[[GatewayEvent, Services], Sequence[Event]]


def _checkout(event: GatewayEvent, deps: Services) -> Sequence[Event]:
    """Apply the Checkout as Stripe has it now, and send back at once what could not become a booking."""
    if "booking_id" not in event.metadata:
        return ()
    occasion = Occasion("stripe", event.id)
    now = deps.clock()
    checkout = deps.payments.look(event.about)
    events = record_payment(checkout, occasion, bookings=deps.bookings, house=deps.house, now=now)
    refunds, _ = (
        settle_refunds(
            bookings=deps.bookings,
            gateway=deps.payments,
            unsettled=deps.unsettled,
            now=now,
            booking_id=checkout.booking_id,
        )
        if events and checkout.paid
        else ((), ())
    )
    return [*events, *refunds]


def _declined(event: GatewayEvent, deps: Services) -> Sequence[Event]:
    """Tell the guest; nothing was charged."""
    booking_id = event.metadata.get("booking_id")
    if not booking_id:
        return ()
    return record_failed_try(UUID(booking_id), event.id, bookings=deps.bookings, now=deps.clock())


def _refund_failed(event: GatewayEvent, deps: Services) -> Sequence[Event]:
    """Raise the alarm: a bank sent a refund back, and only a person can bring that money home."""
    del deps
    log("a refund failed at the bank", level=logging.CRITICAL, refund=event.metadata.get("refund_id"))
    return ()


ACTED_ON: Mapping[str, Act] = {
    "checkout.session.completed": _checkout,
    "checkout.session.async_payment_succeeded": _checkout,
    "checkout.session.async_payment_failed": _checkout,
    "checkout.session.expired": _checkout,
    "payment_intent.payment_failed": _declined,
    "refund.failed": _refund_failed,
}
