"""Cancel a booking: the place is free at once, and money goes back by the policy that it was sold under."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.domain.booking import WAITING, Booking, Status
from shared_lib.domain.errors import WrongState
from shared_lib.domain.events import Event, EventType
from shared_lib.domain.money import share
from shared_lib.domain.payment import RefundReason
from shared_lib.ports.bookings import Bookings, Change


class Cancelled(NamedTuple):
    """A cancelled booking, the cents that go back, and the events to announce."""

    booking: Booking
    refund_cents: int
    events: Sequence[Event]


def refund_cents(booking: Booking, now: datetime) -> int:
    """Return what comes back when a paid booking is cancelled at `now`, in cents."""
    paid = booking.paid
    return share(paid.amount_cents, booking.refund_percent(now) * 1000) if paid else 0


def cancel_booking(booking_id: UUID, *, actor: str, bookings: Bookings, now: datetime) -> Cancelled:
    """Cancel it; cancelling twice changes nothing more. Raise WrongState once the visit is over or has begun."""

    def steps(change: Change) -> Cancelled:
        booking = change.booking
        if booking.status == Status.CANCELLED:
            return Cancelled(booking, 0, ())
        if booking.status not in WAITING | {Status.CONFIRMED} or booking.starts_at <= now:
            raise WrongState(f"the booking is {booking.status}")
        cents = refund_cents(booking, now)
        if booking.paid and cents:
            change.till.owe_refund(booking.paid, cents=cents, reason=RefundReason.CANCELLED)
        change.to(Status.CANCELLED, EventType.CANCELLED, actor=actor, refund_cents=cents)
        return Cancelled(change.booking, cents, change.told)

    return bookings.change(booking_id, steps, now=now)
