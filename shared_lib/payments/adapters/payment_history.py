"""What was paid for a booking and what goes back, read from PostgreSQL."""

from uuid import UUID

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.payments.ledger import CLEARING
from shared_lib.payments.payment import PaidAmount, PaymentHistory, RefundedAmount, RefundReason
from shared_lib.payments.ports import PaymentHistoryReader

_PAID = """
select p.amount_cents as cents, coalesce(min(l.occurred_at), p.updated_at) as at
  from coresync.payments p
  left join coresync.ledger_entries l on l.payment_id = p.id and l.account = %s and l.cents > 0
 where p.booking_id = %s and p.status = 'paid' group by p.id order by p.attempt"""

_REFUNDED = """
select r.amount_cents as cents, r.created_at as at, r.reason, r.status in ('sent', 'succeeded') as sent
  from coresync.refunds r join coresync.payments p on p.id = r.payment_id
 where p.booking_id = %s order by r.created_at, r.id"""


class PostgresPaymentHistory(PaymentHistoryReader):
    """A payment's row changes with its refunds; the ledger has the instant at which the money came."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def history(self, booking_id: UUID) -> PaymentHistory:
        paid = self._database.rows(_PAID, (CLEARING, booking_id))
        refunded = self._database.rows(_REFUNDED, (booking_id,))
        return PaymentHistory(
            tuple(PaidAmount(**row) for row in paid),
            tuple(RefundedAmount(**row | {"reason": RefundReason(row["reason"])}) for row in refunded),
        )
