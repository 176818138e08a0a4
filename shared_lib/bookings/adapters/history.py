"""What a booking was, read from the audit log and its refunds in PostgreSQL."""

from datetime import datetime
from uuid import UUID

from typing_extensions import override

from shared_lib.bookings.history import BookingHistory, LastChange
from shared_lib.bookings.ports import HistoryReader
from shared_lib.kernel.adapters.database import Database

_PAST = """
    select exists (
             select from coresync.audit_log where booking_id = %(booking_id)s and action = 'booking.confirmed'
           ) as was_confirmed,
           (
             select coalesce(sum(refunds.amount_cents), 0)::integer
               from coresync.refunds join coresync.payments on payments.id = refunds.payment_id
              where payments.booking_id = %(booking_id)s and refunds.status <> 'failed'
           ) as refunded_cents,
           (
             select detail from coresync.audit_log
              where booking_id = %(booking_id)s and action = 'booking.rescheduled' order by id desc limit 1
           ) as change"""


class PostgresHistoryReader(HistoryReader):
    """Both are there from the transaction on that made them; the outbox, which is emptied, is not asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def past(self, booking_id: UUID) -> BookingHistory:
        """Return whether it was ever confirmed, what goes back to the guest, and what its last change was."""
        (row,) = self._database.rows(_PAST, {"booking_id": booking_id})
        return BookingHistory(**row | {"change": _last_change(**row["change"]) if row["change"] else None})


def _last_change(*, old_start: str, refund_cents: int = 0, fee_cents: int = 0, **_: object) -> LastChange:
    return LastChange(datetime.fromisoformat(old_start), refund_cents, fee_cents)
