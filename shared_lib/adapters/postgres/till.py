"""The payments of one booking, inside its transaction, each with the ledger lines that it stands for."""

import dataclasses
from datetime import datetime
from uuid import UUID, uuid4

from psycopg import Connection

from shared_lib.adapters.postgres.database import Row
from shared_lib.domain.booking import Booking, Payment
from shared_lib.domain.ledger import Posting, captured, refunded
from shared_lib.domain.payment import RefundDue, RefundReason


class PostgresTill:
    """Notes payments; amounts in cents."""

    def __init__(self, connection: Connection[Row], booking: Booking, *, now: datetime) -> None:
        self._connection = connection
        self._booking = booking
        self._now = now

    def open(self, amount_cents: int, *, ends_at: datetime) -> Payment:
        """Note that a payment is about to be opened, with a page that ends at a real instant."""
        payment = Payment(uuid4(), len(self._booking.payments) + 1, "opening", amount_cents, ends_at)
        self._connection.execute(
            "insert into coresync.payments"
            " (id, booking_id, attempt, status, amount_cents, ends_at, created_at, updated_at)"
            " values (%s, %s, %s, 'opening', %s, %s, %s, %s)",
            (payment.id, self._booking.id, payment.attempt, amount_cents, ends_at, self._now, self._now),
        )
        return payment

    def opened(self, payment: Payment, *, checkout_id: str, url: str) -> bool:
        """Note where the guest pays; False if the attempt has ended meanwhile."""
        noted = self._connection.execute(
            "update coresync.payments set status = 'open', checkout_id = %s, checkout_url = %s, updated_at = %s"
            " where id = %s and status in ('opening', 'open')",
            (checkout_id, url, self._now, payment.id),
        )
        return noted.rowcount == 1

    def ended(self, payment: Payment) -> None:
        """Note that a payment can no longer be made."""
        self._connection.execute(
            "update coresync.payments set status = 'expired', updated_at = %s where id = %s and status <> 'paid'",
            (self._now, payment.id),
        )

    def paid(self, payment: Payment, *, payment_intent_id: str) -> None:
        """Note that the money came, with its ledger entry."""
        self._connection.execute(
            "update coresync.payments set status = 'paid', payment_intent_id = %s, updated_at = %s where id = %s",
            (payment_intent_id, self._now, payment.id),
        )
        post(self._connection, captured(self._booking), booking=self._booking.id, payment=payment.id, at=self._now)

    def owe_refund(self, payment: Payment, *, cents: int, reason: RefundReason) -> UUID:
        """Note that money has to go back; whoever settles refunds sends it."""
        refund = uuid4()
        self._connection.execute(
            "insert into coresync.refunds (id, payment_id, amount_cents, reason, status, created_at, updated_at)"
            " values (%s, %s, %s, %s, 'due', %s, %s)",
            (refund, payment.id, cents, reason, self._now, self._now),
        )
        return refund

    def refunded(self, due: RefundDue, *, gateway_id: str) -> bool:
        """Note that money was sent back, with its ledger entry; False if that was noted before."""
        sent = self._connection.execute(
            "update coresync.refunds set status = 'sent', stripe_refund_id = %s, updated_at = %s"
            " where id = %s and status = 'due' returning payment_id",
            (gateway_id, self._now, due.id),
        ).fetchall()
        for row in sent:
            self._connection.execute(
                "update coresync.payments set refunded_cents = refunded_cents + %s, updated_at = %s where id = %s",
                (due.amount_cents, self._now, row["payment_id"]),
            )
            lines = refunded(due.amount_cents)
            post(self._connection, lines, booking=self._booking.id, payment=row["payment_id"], at=self._now)
        return bool(sent)


def post(
    connection: Connection[Row], postings: tuple[Posting, ...], *, booking: UUID, payment: UUID, at: datetime
) -> None:
    """Write one balanced ledger entry."""
    entry = uuid4()
    for n, posting in enumerate(postings, 1):
        connection.execute(
            "insert into coresync.ledger_entries (entry_id, line, booking_id, payment_id, account, cents, occurred_at)"
            " values (%s, %s, %s, %s, %s, %s, %s)",
            (entry, n, booking, payment, *dataclasses.astuple(posting), at),
        )
