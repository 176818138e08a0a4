"""What the policy that a booking was sold under says of changing it: until when, how often, and for how much."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime, timedelta

from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import TRANSITIONS, Status, status_after
from shared_lib.kernel.errors import HoldEnded, WrongState
from shared_lib.kernel.events import EventType
from shared_lib.kernel.money import Amount, share
from shared_lib.kernel.override import Override, Rule
from shared_lib.pricing.sale import LineItem


@dataclasses.dataclass(frozen=True, slots=True)
class Settlement:
    """What becomes of the price of a visit that does not take place.

    A part goes back, what was still unpaid is owed no more, and the house keeps the rest.
    """

    refund: Amount
    waived: Amount
    kept_cents: int


def settle_price(sold: Amount, *, unpaid: int, percent: int) -> Settlement:
    """Return the settlement of a price of which so many cents are still unpaid, and so many percent go back.

    What is kept is rounded, and the rest follows: so the tax in it is the same, whichever way it came to be kept.
    """
    paid = sold.part(sold.cents - unpaid)
    refund = paid - sold.part(paid.cents - share(paid.cents, percent * 1000))
    return Settlement(refund, sold - paid, paid.cents - refund.cents)


def owed_again(sold: Amount, cents: int) -> Amount:
    """Return so many cents of a price that were given up and are owed once more, with the tax that went with them."""
    return sold - sold.part(sold.cents - cents)


def settlement(booking: Booking, lines: Iterable[LineItem], percent: int) -> Settlement:
    """Return what becomes of the price of some of a paid booking's lines."""
    counted = tuple(lines)
    sold = Amount(sum(line.price_cents for line in counted), sum(line.tax_cents for line in counted))
    return settle_price(sold, unpaid=min(booking.balance_cents, sold.cents), percent=percent)


def refund_percent(booking: Booking, override: Override | None, *, now: datetime) -> tuple[int, tuple[Rule, ...]]:
    """Return what share of the price goes back for what is given up at `now`, and whether a rule gave way for it."""
    return _overridden(booking.refund_percent(now), override)


def no_show_refund_percent(booking: Booking, override: Override | None) -> tuple[int, tuple[Rule, ...]]:
    """Return what share of the price goes back when nobody came, and whether a rule gave way for it."""
    return _overridden(100 - booking.policy["no_show_percent"], override)


def _overridden(percent: int, override: Override | None) -> tuple[int, tuple[Rule, ...]]:
    if override is None or override.refund_percent == percent:
        return percent, ()
    return override.refund_percent, (Rule.REFUND,)


def refund_cents(booking: Booking, now: datetime) -> int:
    """Return what comes back when a paid booking is cancelled at `now`, in cents."""
    if booking.paid is None:
        return 0
    return settlement(booking, booking.lines, booking.refund_percent(now)).refund.cents


def guest_refund_cents(booking: Booking, guest: int, now: datetime) -> int:
    """Return what comes back when one guest is taken out of a paid booking at `now`, in cents."""
    if booking.paid is None:
        return 0
    return settlement(booking, lines_of_guest(booking, guest), booking.refund_percent(now)).refund.cents


def lines_of_guest(booking: Booking, guest: int) -> list[LineItem]:
    """Return what is sold to one guest of a booking."""
    numbers = {visit.number for visit in booking.visits if visit.guest == guest}
    return [line for line in booking.lines if line.visit in numbers]


def can_be_cancelled(booking: Booking, now: datetime) -> bool:
    """Return whether its guest may still cancel it at `now`."""
    return booking.status in TRANSITIONS[EventType.CANCELLED].sources and now < booking.starts_at


def check_changeable(booking: Booking, now: datetime) -> None:
    """Raise WrongState or HoldEnded where its visits can't be changed any more, or a payment for them is under way."""
    status_after(booking.status, EventType.RESCHEDULED)
    if booking.status == Status.HELD and not booking.is_live_hold(now):
        raise HoldEnded("the place is no longer kept")
    if booking.starts_at <= now:
        raise WrongState("the visit has begun")


def movable_until(booking: Booking) -> datetime:
    """Return the last instant at which a paid booking may be moved."""
    return booking.starts_at - timedelta(hours=booking.policy["reschedule_free_until_hours"])


def grace_ends(booking: Booking) -> datetime:
    """Return the last instant at which a guest who is late is still received."""
    return booking.starts_at + timedelta(minutes=booking.policy["grace_minutes"])


def broken_by_move(booking: Booking, now: datetime) -> tuple[tuple[Rule, Rejection], ...]:
    """Return the rules that forbid a move at `now`; a hold that nobody has paid for moves freely."""
    if booking.status != Status.CONFIRMED:
        return ()
    until, most = movable_until(booking), booking.policy["reschedule_times"]
    helps = {"until": until, "most": most, "refund_cents": refund_cents(booking, now)}
    rules = (
        (now <= until, Rule.CUT_OFF, RejectionCode.TOO_LATE_TO_MOVE),
        (booking.moves < most, Rule.MOVES, RejectionCode.MOVED_TOO_OFTEN),
    )
    return tuple((rule, Rejection(why, **helps)) for kept, rule, why in rules if not kept)
