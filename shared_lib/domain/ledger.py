"""The ledger: double entry, debits positive and credits negative, each entry adding up to nothing; cents."""

import dataclasses

from shared_lib.domain.booking import Booking

CLEARING = "stripe_clearing"
SALES_TAX = "sales_tax_payable"
REFUNDS = "refunds"


@dataclasses.dataclass(frozen=True, slots=True)
class Posting:
    """One line of an entry."""

    account: str
    cents: int


def captured(booking: Booking) -> tuple[Posting, ...]:
    """Return the entry of a payment: what came in, what was sold, and the tax that is owed on it."""
    sold = (Posting(f"revenue:{line.item_id}", -line.price_cents) for line in booking.lines)
    entry = (Posting(CLEARING, booking.total_cents), *sold, Posting(SALES_TAX, -booking.tax_cents))
    return tuple(posting for posting in entry if posting.cents)


def refunded(cents: int) -> tuple[Posting, ...]:
    """Return the entry of money that went back."""
    return Posting(REFUNDS, cents), Posting(CLEARING, -cents)
