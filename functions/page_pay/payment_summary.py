"""What the payment pages show of a visit."""

import dataclasses
from datetime import datetime

from shared_lib.bookings.booking import Booking
from shared_lib.kernel.locales import locale_of
from shared_lib.kernel.locales.sentence_writer import capitalised
from shared_lib.kernel.spa import Spa


@dataclasses.dataclass(frozen=True, slots=True)
class PaymentSummary:
    """A visit in words and cents; `lines` are name, minutes and cents."""

    reference: str
    lines: tuple[tuple[str, int, int], ...]
    when: str
    technician: str
    room: str
    subtotal_cents: int
    tax_cents: int
    total_cents: int


def summary_of(booking: Booking, spa: Spa, now: datetime) -> PaymentSummary:
    """Return the summary of a booking, its time on the spa's clock, in the language of the booking."""
    locale = locale_of(booking.lang)
    return PaymentSummary(
        reference=booking.reference,
        lines=tuple((locale.isolated(line.name), line.minutes, line.price_cents) for line in booking.lines),
        when=capitalised(locale.span(booking.starts_at, booking.ends_at, spa, now=now)),
        technician=locale.all_of(booking.technicians),
        room=locale.isolated(booking.room),
        subtotal_cents=booking.net_cents,
        tax_cents=booking.tax_cents,
        total_cents=booking.total_cents,
    )
