"""What a booking was, read from its events and refunds in PostgreSQL."""

from uuid import UUID

from shared_lib.adapters.postgres.database import Database
from shared_lib.domain.mail import Past

_PAST = """
    select exists (
             select from coresync.outbox where booking_id = %(booking_id)s and type = 'booking.confirmed'
           ) as was_confirmed,
           (
             select coalesce(sum(refunds.amount_cents), 0)::integer
               from coresync.refunds join coresync.payments on payments.id = refunds.payment_id
              where payments.booking_id = %(booking_id)s and refunds.status <> 'failed'
           ) as refunded_cents"""


class PostgresBookingHistory:
    """Events stand in the outbox and refunds beside their payment from the transaction on that made them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def past(self, booking_id: UUID) -> Past:
        """Return whether it was ever confirmed, and what goes back to the guest."""
        (row,) = self._database.rows(_PAST, {"booking_id": booking_id})
        return Past(**row)
