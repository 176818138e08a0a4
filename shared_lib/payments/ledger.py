"""The ledger: double entry, debits positive and credits negative, each entry adding up to nothing; cents.

What a guest is charged and what is sold are two things once a booking has changed: the account `guest_balances` stands
between them. It has what guests still pay at the desk, less what is on its way back to them.
"""

import dataclasses
from collections.abc import Sequence

from shared_lib.kernel.money import Amount
from shared_lib.payments.payment import RefundReason
from shared_lib.pricing.sale import LineItem

CLEARING = "stripe_clearing"
SALES_TAX = "sales_tax_payable"
REFUNDS = "refunds"
BALANCES = "guest_balances"
FEES = "revenue:change_fee"


@dataclasses.dataclass(frozen=True, slots=True)
class Posting:
    """One line of an entry."""

    account: str
    cents: int


Entry = tuple[Posting, ...]


def captured(lines: Sequence[LineItem], *, tax_cents: int) -> Entry:
    """Return the entry of a payment: what came in, what was sold, and the tax that is owed on it."""
    sold = _sold(lines, tax_cents)
    return _filled(Posting(CLEARING, -sum(posting.cents for posting in sold)), *sold)


def charged_for_nothing(cents: int) -> Entry:
    """Return the entry of a payment of another amount than the price: it is the guest's, and goes back."""
    return _filled(Posting(CLEARING, cents), Posting(BALANCES, -cents))


def refunded(amount: Amount, reason: RefundReason) -> Entry:
    """Return the entry of money that went back: the tax on it is no longer owed.

    A difference in price was no sale any more when it was agreed: it only leaves the guest's balance.
    """
    if reason is RefundReason.PRICE_DIFFERENCE:
        return _filled(Posting(BALANCES, amount.cents), Posting(CLEARING, -amount.cents))
    return _filled(*_given_up(amount), Posting(CLEARING, -amount.cents))


def exchanged(before: Sequence[LineItem], after: Sequence[LineItem]) -> Entry:
    """Return the entry of a paid booking that sells something else now; the guest's balance has the difference."""
    sale = (*undone(_sold(before, _tax_of(before))), *_sold(after, _tax_of(after)))
    return _filled(*sale, Posting(BALANCES, -sum(posting.cents for posting in sale)))


def charged_fee(amount: Amount) -> Entry:
    """Return the entry of what is kept of a difference in price: it was the guest's, and is for the change."""
    sold = (Posting(FEES, -amount.net_cents), Posting(SALES_TAX, -amount.tax_cents))
    return _filled(Posting(BALANCES, amount.cents), *sold)


def waived(amount: Amount) -> Entry:
    """Return the entry of a balance that nobody will pay: what it was for does not take place."""
    return _filled(*_given_up(amount), Posting(BALANCES, -amount.cents))


def undone(entry: Entry) -> Entry:
    """Return the entry that takes another one back."""
    return tuple(Posting(posting.account, -posting.cents) for posting in entry)


def _sold(lines: Sequence[LineItem], tax_cents: int) -> Entry:
    revenue = (Posting(f"revenue:{line.item_id}", -line.price_cents) for line in lines)
    return (*revenue, Posting(SALES_TAX, -tax_cents))


def _tax_of(lines: Sequence[LineItem]) -> int:
    return sum(line.tax_cents for line in lines)


def _given_up(amount: Amount) -> Entry:
    return Posting(REFUNDS, amount.net_cents), Posting(SALES_TAX, amount.tax_cents)


def _filled(*postings: Posting) -> Entry:
    return tuple(posting for posting in postings if posting.cents)
