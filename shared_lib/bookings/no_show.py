"""Nobody came: the place is free again, and the policy says what of the price is kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status, status_after
from shared_lib.bookings.policy import grace_ends, no_show_refund_percent
from shared_lib.bookings.ports import Bookings, Change
from shared_lib.bookings.refund_lines import refund_lines
from shared_lib.kernel.errors import NotBookable, WrongState
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.override import Override, noted
from shared_lib.payments.payment import RefundReason


class NoShow(NamedTuple):
    """A booking whose guests did not come, the cents that go back, and the events to announce."""

    booking: Booking
    refund_cents: int
    events: Sequence[Event]


def mark_no_show(
    booking_id: UUID, *, actor: str, bookings: Bookings, now: datetime, override: Override | None = None
) -> NoShow:
    """Note that nobody came; noting it twice changes nothing more. `complete_visit` undoes it.

    Raise NotBookable while the guests may still come, WrongState for what is no paid visit or whose guests are here; an
    override sets the share that goes back.
    """

    def steps(change: Change) -> NoShow:
        booking = change.booking
        if booking.status == Status.NO_SHOW:
            return NoShow(booking, 0, ())
        _check(booking, now)
        percent, rules = no_show_refund_percent(booking, override)
        settled = refund_lines(change, booking.lines, percent=percent, reason=RefundReason.NO_SHOW)
        cents = settled.refund.cents
        change.transition(EventType.NO_SHOW, actor=actor, refund_cents=cents, **noted(override, rules))
        return NoShow(change.booking, cents, change.events)

    return bookings.change(booking_id, steps, now=now)


def _check(booking: Booking, now: datetime) -> None:
    status_after(booking.status, EventType.NO_SHOW)
    if booking.arrived_at is not None:
        raise WrongState("the guests are here")
    if now < grace_ends(booking):
        raise NotBookable(Rejection(RejectionCode.STILL_EXPECTED, until=grace_ends(booking)))
