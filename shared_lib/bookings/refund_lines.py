"""Give back what was paid for visits that do not take place, and forget what was still to be paid for them."""

from collections.abc import Iterable

from shared_lib.bookings.policy import Settlement, settlement
from shared_lib.bookings.ports import Change
from shared_lib.kernel.money import Amount
from shared_lib.payments.ledger import waived
from shared_lib.payments.payment import RefundReason
from shared_lib.pricing.sale import LineItem

NOTHING = Settlement(Amount(), Amount(), 0)


def refund_lines(change: Change, lines: Iterable[LineItem], *, percent: int, reason: RefundReason) -> Settlement:
    """Owe the guest so many percent of what was paid for lines; nothing where nothing was paid."""
    paid = change.booking.paid
    if paid is None:
        return NOTHING
    settled = settlement(change.booking, lines, percent)
    if settled.refund.cents:
        refund = settled.refund
        change.refunds.owe(paid, cents=refund.cents, tax_cents=refund.tax_cents, reason=reason)
    change.payments.post(waived(settled.waived), paid)
    return settled
