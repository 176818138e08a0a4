"""The receipt of a booking: what was sold, what was paid, what went back, and what is still to be paid."""

import dataclasses
from collections import Counter
from datetime import datetime

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import STANDING, Status
from shared_lib.kernel.errors import NotFound
from shared_lib.payments.payment import PaidAmount, PaymentHistory, RefundedAmount


@dataclasses.dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What was sold, so many times; `cents` is the price of all of them, before tax."""

    count: int
    name: str
    minutes: int
    cents: int


@dataclasses.dataclass(frozen=True, slots=True)
class Receipt:
    """What a guest may show to whoever reimburses them; cents, and instants in UTC.

    It has no personal data but the guest's own name. `kept_cents` is what the house keeps of the price of a visit that
    does not take place, or of what a changed one no longer sells.
    """

    reference: str
    guest: str
    status: Status
    sold_at: datetime
    starts_at: datetime
    ends_at: datetime
    lines: tuple[ReceiptLine, ...]
    net_cents: int
    tax_cents: int
    total_cents: int
    paid: tuple[PaidAmount, ...]
    refunded: tuple[RefundedAmount, ...]
    kept_cents: int
    balance_cents: int

    @property
    def takes_place(self) -> bool:
        """Return whether what it lists is sold: a visit that stands, or that was made."""
        return self.status in STANDING


def receipt_of(booking: Booking, history: PaymentHistory) -> Receipt:
    """Return the receipt of a booking as it stands; raise NotFound where nothing was ever paid for it."""
    if not history.paid:
        raise NotFound("nothing was paid for it")
    return Receipt(
        reference=booking.reference,
        guest=booking.contact.name if booking.contact else "",
        status=booking.status,
        sold_at=history.paid[0].at,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        lines=_lines(booking),
        net_cents=booking.net_cents,
        tax_cents=booking.tax_cents,
        total_cents=booking.total_cents,
        paid=history.paid,
        refunded=history.refunded,
        kept_cents=_kept_cents(booking, history),
        balance_cents=booking.balance_cents,
    )


def _lines(booking: Booking) -> tuple[ReceiptLine, ...]:
    """Return what is sold, the same thing for several guests as one line."""
    counts = Counter((line.name, line.minutes, line.price_cents) for line in booking.lines)
    return tuple(ReceiptLine(count, name, minutes, cents * count) for (name, minutes, cents), count in counts.items())


def _kept_cents(booking: Booking, history: PaymentHistory) -> int:
    if booking.status in STANDING:
        return booking.fees_cents
    return sum(one.cents for one in history.paid) - sum(one.cents for one in history.refunded)
