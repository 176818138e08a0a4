"""Record what the payment service says: a charge always ends as a booking or as a refund."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.availability.allocation import Assignment
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.bookings.ports import Bookings, Change
from shared_lib.bookings.reallocation import reallocate
from shared_lib.kernel.errors import Refusal, WrongState
from shared_lib.kernel.events import Event, EventType
from shared_lib.payments.ledger import Entry, captured, charged_for_nothing
from shared_lib.payments.payment import Checkout, Payment, RefundReason


class UnknownPayment(WrongState):
    """Money came for a payment that we have not noted: a person has to look where it belongs."""


class PaymentSource(NamedTuple):
    """Through what we learnt of it: an outside event is claimed, our own asking (no id) needs no claim."""

    actor: str
    event_id: str = ""


def record_payment(
    checkout: Checkout, source: PaymentSource, *, context: BookingContext, now: datetime
) -> Sequence[Event]:
    """Apply a checkout as it stands, once; return the events to announce. Raise UnknownPayment for nobody's money."""
    assignments = _reallocate(context.bookings.get(checkout.booking_id), context, now) if checkout.paid else ()

    def steps(change: Change) -> Sequence[Event]:
        if source.event_id and not change.idempotency.claim("stripe", source.event_id):
            return ()
        payment = next((p for p in change.booking.payments if p.id == checkout.payment_id), None)
        if payment is None and checkout.paid:
            raise UnknownPayment("paid, but by no payment of this booking")
        if payment is not None and payment.status != "paid":
            _apply(change, payment, checkout, assignments, source.actor)
        return change.events

    return context.bookings.change(checkout.booking_id, steps, now=now)


def _apply(change: Change, payment: Payment, checkout: Checkout, assignments: Sequence[Assignment], actor: str) -> None:
    if checkout.paid:
        entry = _entry_of(payment, change.booking)
        change.payments.paid(payment, payment_intent_id=checkout.payment_intent_id or "", entry=entry)
        change.record_event(EventType.PAYMENT_CAPTURED, actor=actor, cents=payment.amount_cents)
        _give_place_or_money(change, payment, assignments, actor)
    elif checkout.status == "expired" and payment.status != "expired":
        change.payments.ended(payment)
        if change.booking.status == Status.PAYING:
            change.transition(EventType.HELD, actor=actor, reason="checkout ended")


def _entry_of(payment: Payment, booking: Booking) -> Entry:
    """Return what a payment stands for; where it is not the price, it paid for nothing."""
    if payment.amount_cents == booking.total_cents:
        return captured(booking.lines, tax_cents=booking.tax_cents)
    return charged_for_nothing(payment.amount_cents)


def _give_place_or_money(change: Change, payment: Payment, assignments: Sequence[Assignment], actor: str) -> None:
    status = change.booking.status
    if payment.amount_cents != change.booking.total_cents:
        # An old page was paid after a move had changed the price: nothing was sold for it.
        reason = RefundReason.PRICE_DIFFERENCE
        change.refunds.owe(payment, cents=payment.amount_cents, reason=reason, tax_cents=0)
    elif status in WAITING:
        change.transition(EventType.CONFIRMED, actor=actor)
    elif status == Status.EXPIRED and change.reallocate_to(assignments):
        change.transition(EventType.CONFIRMED, actor=actor, late=True)
    else:
        tax_cents = change.booking.sold.part(payment.amount_cents).tax_cents
        reason = _why_back(change.booking)
        change.refunds.owe(payment, cents=payment.amount_cents, tax_cents=tax_cents, reason=reason)


def _why_back(booking: Booking) -> RefundReason:
    reasons = {Status.EXPIRED: RefundReason.PLACE_TAKEN, Status.CANCELLED: RefundReason.CANCELLED}
    return reasons.get(booking.status, RefundReason.PAID_TWICE)


def _reallocate(booking: Booking, context: BookingContext, now: datetime) -> tuple[Assignment, ...]:
    """Return the places for a booking whose hold has ended, its own first; none if a rule forbids it now."""
    if booking.status != Status.EXPIRED:
        return ()
    try:
        return reallocate(booking, booking.starts_at, context=context, now=now)
    except Refusal:
        return ()


def record_failed_try(booking_id: UUID, event_id: str, *, bookings: Bookings, now: datetime) -> Sequence[Event]:
    """Tell the guest's session that a card was declined: nothing was charged, the place is still kept."""

    def steps(change: Change) -> Sequence[Event]:
        if change.idempotency.claim("stripe", event_id) and change.booking.status in WAITING:
            change.record_event(EventType.PAYMENT_FAILED, actor="stripe")
        return change.events

    return bookings.change(booking_id, steps, now=now)
