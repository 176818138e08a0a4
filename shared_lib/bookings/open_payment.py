"""Open the payment of a held booking: accept the policy, note the attempt, then ask the payment service."""

from datetime import datetime, timedelta
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.bookings.ports import Bookings, Change
from shared_lib.kernel.errors import HoldEnded, VendorRefused, WrongState
from shared_lib.kernel.events import EventType
from shared_lib.payments.payment import Acceptance, CheckoutOrder, Payment
from shared_lib.payments.ports import PaymentGateway

TIME_TO_TYPE = timedelta(minutes=10)
"""A guest who opens the payment has at least so long to make it: nobody who is typing a card loses the place."""
PAGE_LIFE = timedelta(minutes=31)
"""The payment service keeps a page for 30 minutes at least; the hold ends it sooner."""


def open_payment(
    booking_id: UUID,
    acceptance: Acceptance,
    *,
    page_url: str,
    bookings: Bookings,
    gateway: PaymentGateway,
    now: datetime,
    real_now: datetime,
) -> str:
    """Return the URL to pay on; `page_url` is where the guest comes back to.

    Raise HoldEnded or WrongState; after ExternalServiceError the place is still kept and the guest may try again.
    """
    booking, payment = bookings.change(booking_id, lambda change: _note(change, acceptance, now, real_now), now=now)
    if payment.checkout_url:
        return payment.checkout_url
    try:
        checkout = gateway.open(order_of(booking, payment, page_url))
    except VendorRefused:
        bookings.change(booking_id, lambda change: _refused(change, payment), now=now)
        raise
    noted = bookings.change(
        booking_id, lambda change: change.payments.opened(payment, checkout_id=checkout.id, url=checkout.url), now=now
    )
    if not noted:
        # Nobody may pay on a page that we don't know to be open: it would not be asked about before the place is lost.
        raise HoldEnded("the attempt has ended meanwhile")
    return checkout.url


def _note(change: Change, acceptance: Acceptance, now: datetime, real_now: datetime) -> tuple[Booking, Payment]:
    booking = change.booking
    if booking.status not in WAITING | {Status.EXPIRED}:
        raise WrongState(f"the booking is {booking.status}")
    if not booking.is_live_hold(now):
        raise HoldEnded("the place is no longer kept")
    if booking.contact is None:
        raise WrongState("nobody has said who comes")
    change.update(acceptance=acceptance)
    earlier = booking.open_payment
    if earlier and _still_good(earlier, real_now):
        return change.booking, earlier
    if earlier:
        change.payments.ended(earlier)
    return _new_attempt(change, now, real_now)


def _still_good(payment: Payment, real_now: datetime) -> bool:
    """Return whether an attempt may be asked for again: the service refuses pages that end too soon."""
    return bool(payment.checkout_url) or payment.ends_at - real_now > timedelta(minutes=30)


def _new_attempt(change: Change, now: datetime, real_now: datetime) -> tuple[Booking, Payment]:
    payment = change.payments.open(change.booking.total_cents, ends_at=real_now + PAGE_LIFE)
    if payment.attempt == 1:
        change.update(held_until=max(change.booking.held_until, now + TIME_TO_TYPE))
    if change.booking.status == Status.HELD:
        change.transition(EventType.PAYING, actor="guest", attempt=payment.attempt)
    return change.booking, payment


def _refused(change: Change, payment: Payment) -> None:
    """End an attempt that never had a page; the place is held as before it."""
    was_open = change.booking.open_payment == payment
    change.payments.ended(payment)
    if change.booking.status == Status.PAYING and was_open:
        change.transition(EventType.HELD, actor="guest", reason="checkout refused")


def order_of(booking: Booking, payment: Payment, page_url: str) -> CheckoutOrder:
    """Return what the payment service is asked for: the same for the same attempt, whoever asks."""
    lines = tuple((line.name, line.price_cents) for line in booking.lines)
    tax = (("Sales tax", booking.tax_cents),) if booking.tax_cents else ()
    return CheckoutOrder(
        payment_id=payment.id,
        booking_id=booking.id,
        reference=booking.reference,
        lines=lines + tax,
        email=booking.contact.email if booking.contact else "",
        page_url=page_url,
        ends_at=payment.ends_at,
        lang=booking.lang,
    )
