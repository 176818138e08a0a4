"""Money matters that somebody still has to see to."""

from collections.abc import Sequence
from uuid import UUID

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.payments.payment import RefundDue
from shared_lib.payments.ports import PendingPayments

DUE = """
select r.id, p.booking_id, p.payment_intent_id, r.amount_cents, r.attempt
  from coresync.refunds r join coresync.payments p on p.id = r.payment_id
 where r.status = 'due' and (%(booking)s::uuid is null or p.booking_id = %(booking)s) order by r.created_at limit 100
"""

TO_CLOSE = """
select p.booking_id, p.checkout_id
  from coresync.payments p join coresync.bookings b on b.id = p.booking_id
 where p.status = 'open' and b.status not in ('held', 'paying') order by p.created_at limit 100
"""


class PostgresPendingPayments(PendingPayments):
    """Reads what is due."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def refunds_due(self, booking_id: UUID | None = None) -> Sequence[RefundDue]:
        return [RefundDue(**row) for row in self._database.rows(DUE, {"booking": booking_id})]

    @override
    def checkouts_to_close(self) -> Sequence[tuple[UUID, str]]:
        return [(row["booking_id"], row["checkout_id"]) for row in self._database.rows(TO_CLOSE)]
