"""Cancel a booking: the place is free at once, and money goes back by the policy that it was sold under."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status, status_after
from shared_lib.bookings.policy import refund_cents, refund_percent
from shared_lib.bookings.ports import Bookings, Change
from shared_lib.bookings.refund_lines import refund_lines
from shared_lib.kernel.errors import WrongState
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.override import Override, noted
from shared_lib.payments.payment import RefundReason

__all__ = ["Cancelled", "cancel_booking", "refund_cents"]


class Cancelled(NamedTuple):
    """A cancelled booking, the cents that go back, and the events to announce."""

    booking: Booking
    refund_cents: int
    events: Sequence[Event]


def cancel_booking(
    booking_id: UUID, *, actor: str, bookings: Bookings, now: datetime, override: Override | None = None
) -> Cancelled:
    """Cancel it with all its visits; cancelling twice changes nothing more.

    Raise WrongState once the visit is over or has begun; an override sets the share that goes back.
    """

    def steps(change: Change) -> Cancelled:
        booking = change.booking
        if booking.status == Status.CANCELLED:
            return Cancelled(booking, 0, ())
        status_after(booking.status, EventType.CANCELLED)
        if booking.starts_at <= now:
            raise WrongState("the visit has begun")
        percent, rules = refund_percent(booking, override, now=now)
        settled = refund_lines(change, booking.lines, percent=percent, reason=RefundReason.CANCELLED)
        cents = settled.refund.cents
        change.transition(EventType.CANCELLED, actor=actor, refund_cents=cents, **noted(override, rules))
        return Cancelled(change.booking, cents, change.events)

    return bookings.change(booking_id, steps, now=now)
