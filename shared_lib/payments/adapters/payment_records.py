"""The payments of one booking, inside its transaction, each with the ledger lines that it stands for."""

import dataclasses
from datetime import datetime
from uuid import UUID, uuid4

from psycopg import Connection
from psycopg.types.json import Jsonb

from shared_lib.bookings.booking import Booking, Payment
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.money import Amount
from shared_lib.payments.ledger import Entry, captured, charged_for_nothing, refunded, undone
from shared_lib.payments.payment import RefundDue, RefundReason

FAILED = """
update coresync.refunds r set status = 'failed', updated_at = %(now)s
  from coresync.refunds before join coresync.payments p on p.id = before.payment_id
 where r.id = %(refund)s and before.id = r.id and p.booking_id = %(booking)s and before.status <> 'failed'
returning r.payment_id, r.amount_cents, r.tax_cents, r.reason, before.status <> 'due' as was_sent
"""

WITHDRAW = """
delete from coresync.refunds r using coresync.payments p
 where p.id = r.payment_id and p.booking_id = %s and r.reason = %s and r.status = 'due' and r.sending_at is null
returning r.amount_cents
"""


class PostgresPaymentRecords:
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
        """Note that the money came, with its ledger entry; where it is not the price it paid for nothing."""
        self._connection.execute(
            "update coresync.payments set status = 'paid', payment_intent_id = %s, updated_at = %s where id = %s",
            (payment_intent_id, self._now, payment.id),
        )
        pays = payment.amount_cents == self._booking.total_cents
        entry = captured(self._booking) if pays else charged_for_nothing(payment.amount_cents)
        post(self._connection, entry, booking=self._booking.id, payment=payment.id, at=self._now)

    def owe_refund(self, payment: Payment, *, cents: int, reason: RefundReason, tax_cents: int | None = None) -> UUID:
        """Note that money has to go back, with the tax in it; whoever settles refunds sends it."""
        refund = uuid4()
        tax = self._booking.sold.part(cents).tax_cents if tax_cents is None else tax_cents
        self._connection.execute(
            "insert into coresync.refunds"
            " (id, payment_id, amount_cents, tax_cents, reason, status, created_at, updated_at)"
            " values (%s, %s, %s, %s, %s, 'due', %s, %s)",
            (refund, payment.id, cents, tax, reason, self._now, self._now),
        )
        return refund

    def sending(self, due: RefundDue) -> bool:
        """Note that from now on the money may leave; False if it is due no more."""
        noted = self._connection.execute(
            "update coresync.refunds set sending_at = coalesce(sending_at, %s) where id = %s and status = 'due'",
            (self._now, due.id),
        )
        return noted.rowcount == 1

    def withdraw(self, reason: RefundReason) -> int:
        """Owe no more what is due for a reason and was not asked for yet; return how many cents stay here."""
        return sum(row["amount_cents"] for row in self._connection.execute(WITHDRAW, (self._booking.id, reason)))

    def refunded(self, due: RefundDue, *, gateway_id: str) -> bool:
        """Note that money was sent back, with its ledger entry; False if that was noted before."""
        sent = self._connection.execute(
            "update coresync.refunds set status = 'sent', stripe_refund_id = %s, updated_at = %s"
            " where id = %s and status = 'due' returning payment_id, amount_cents, tax_cents, reason",
            (gateway_id, self._now, due.id),
        ).fetchall()
        for row in sent:
            self._give_back(row["payment_id"], row["amount_cents"], _entry_of(row))
        return bool(sent)

    def refund_failed(self, refund_id: UUID, *, actor: str) -> bool:
        """Note, with an audit row, that money does not go back by itself; False if that was noted before.

        Where it had been sent, its ledger entry is taken back.
        """
        parameters = {"refund": refund_id, "booking": self._booking.id, "now": self._now}
        failed = self._connection.execute(FAILED, parameters).fetchall()
        for row in failed:
            if row["was_sent"]:
                self._give_back(row["payment_id"], -row["amount_cents"], undone(_entry_of(row)))
            self._connection.execute(
                "insert into coresync.audit_log (at, actor, action, booking_id, detail)"
                " values (%s, %s, 'refund.failed', %s, %s)",
                (self._now, actor, self._booking.id, Jsonb({"refund_id": str(refund_id)})),
            )
        return bool(failed)

    def post(self, entry: Entry, payment: Payment) -> None:
        """Write a balanced ledger entry that belongs to a payment."""
        post(self._connection, entry, booking=self._booking.id, payment=payment.id, at=self._now)

    def _give_back(self, payment_id: UUID, cents: int, entry: Entry) -> None:
        self._connection.execute(
            "update coresync.payments set refunded_cents = refunded_cents + %s, updated_at = %s where id = %s",
            (cents, self._now, payment_id),
        )
        post(self._connection, entry, booking=self._booking.id, payment=payment_id, at=self._now)


def _entry_of(refund: Row) -> Entry:
    amount = Amount(refund["amount_cents"] - refund["tax_cents"], refund["tax_cents"])
    return refunded(amount, RefundReason(refund["reason"]))


def post(connection: Connection[Row], postings: Entry, *, booking: UUID, payment: UUID, at: datetime) -> None:
    """Write one balanced ledger entry."""
    entry = uuid4()
    for n, posting in enumerate(postings, 1):
        connection.execute(
            "insert into coresync.ledger_entries (entry_id, line, booking_id, payment_id, account, cents, occurred_at)"
            " values (%s, %s, %s, %s, %s, %s, %s)",
            (entry, n, booking, payment, *dataclasses.astuple(posting), at),
        )
