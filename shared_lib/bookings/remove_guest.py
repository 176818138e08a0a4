"""Take one guest out of a booking: their places are free, their share goes back by the policy, the others come."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.policy import check_changeable, lines_of_guest, refund_percent
from shared_lib.bookings.ports import Change
from shared_lib.bookings.refund_lines import refund_lines
from shared_lib.kernel.errors import NotFound, WrongState
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.override import Override, noted
from shared_lib.payments.payment import RefundReason
from shared_lib.pricing.price_book import PriceBook


class LastGuest(WrongState):
    """Nobody would be left: whoever comes alone cancels."""

    code = "LAST_GUEST"


class GuestRemoved(NamedTuple):
    """A booking without the guest, the cents that go back, and the events to announce."""

    booking: Booking
    refund_cents: int
    events: Sequence[Event]


def remove_guest(
    booking_id: UUID,
    guest: int,
    *,
    actor: str,
    context: BookingContext,
    now: datetime,
    override: Override | None = None,
) -> GuestRemoved:
    """Take out the guest of this number; one who has left already changes nothing more.

    Raise NotFound, LastGuest, HoldEnded, or WrongState while a payment is open and once the visit has begun.
    """

    def steps(change: Change) -> GuestRemoved:
        booking = change.booking
        check_changeable(booking, now)
        if guest not in booking.guests:
            if guest in change.removed_guests():
                return GuestRemoved(booking, 0, ())
            raise NotFound("no such guest")
        if booking.guests == (guest,):
            raise LastGuest("the last guest cancels the booking")
        book = context.books.version(booking.spa_id, booking.price_book_version)
        return _remove(change, guest, book, actor=actor, override=override, now=now)

    return context.bookings.change(booking_id, steps, now=now)


def _remove(
    change: Change, guest: int, book: PriceBook, *, actor: str, override: Override | None, now: datetime
) -> GuestRemoved:
    before = change.booking
    percent, rules = refund_percent(before, override, now=now)
    settled = refund_lines(change, lines_of_guest(before, guest), percent=percent, reason=RefundReason.GUEST_LEFT)
    party = sum(_people(before, other, book) for other in before.guests if other != guest)
    change.remove_guest(guest, party=party, fee_cents=settled.kept_cents)
    cents = settled.refund.cents
    detail = {"old_start": before.starts_at.isoformat(), "new_start": change.booking.starts_at.isoformat()}
    detail |= {"guest": guest, "fee_cents": settled.kept_cents} | noted(override, rules)
    change.transition(EventType.RESCHEDULED, actor=actor, refund_cents=cents, **detail)
    return GuestRemoved(change.booking, cents, change.events)


def _people(booking: Booking, guest: int, book: PriceBook) -> int:
    """Return how many people come under one guest's number: a couple's treatment is for two."""
    lines = lines_of_guest(booking, guest)
    return max(book.treatment(line.item_id).party for line in lines if line.kind == "treatment")
