"""The ledger: double entry, debits positive and credits negative, each entry adding up to nothing; cents."""

import dataclasses

from shared_lib.domain.booking import Booking
from shared_lib.domain.money import allocate

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


def refunded(booking: Booking, cents: int) -> tuple[Posting, ...]:
    """Return the entry of money that went back: the tax on it is no longer owed."""
    net, tax = allocate(cents, (booking.net_cents, booking.tax_cents))
    entry = (Posting(REFUNDS, net), Posting(SALES_TAX, tax), Posting(CLEARING, -cents))
    return tuple(posting for posting in entry if posting.cents)


def undone(entry: tuple[Posting, ...]) -> tuple[Posting, ...]:
    """Return the entry that takes another one back."""
    return tuple(Posting(posting.account, -posting.cents) for posting in entry)
