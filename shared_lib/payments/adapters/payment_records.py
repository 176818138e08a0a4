"""The payments and refunds of one booking, inside its transaction, each with the ledger lines that it stands for."""

import dataclasses
from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from psycopg import Connection
from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.money import Amount
from shared_lib.payments.ledger import Entry, refunded, undone
from shared_lib.payments.payment import Payment, RefundDue, RefundReason
from shared_lib.payments.ports import PaymentRecords, RefundRecords

OPEN = """
insert into coresync.payments (id, booking_id, attempt, status, amount_cents, ends_at, created_at, updated_at)
select %(id)s, %(booking)s, count(*) + 1, 'opening', %(cents)s, %(ends_at)s, %(now)s, %(now)s
  from coresync.payments where booking_id = %(booking)s
returning attempt
"""

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


@dataclasses.dataclass(frozen=True, slots=True)
class Locked:
    """The booking that is locked: whoever changes what belongs to it calls `changed`, and it is read again if asked."""

    connection: Connection[Row]
    booking_id: UUID
    now: datetime
    changed: Callable[[], None]


def records_of(
    connection: Connection[Row], booking_id: UUID, now: datetime, changed: Callable[[], None]
) -> tuple["PostgresPaymentRecords", "PostgresRefundRecords"]:
    """Return the payments and the refunds of a locked booking."""
    locked = Locked(connection, booking_id, now, changed)
    return PostgresPaymentRecords(locked), PostgresRefundRecords(locked)


class PostgresPaymentRecords(PaymentRecords):
    """Notes payments; amounts in cents."""

    def __init__(self, locked: Locked) -> None:
        self._connection = locked.connection
        self._locked = locked

    @override
    def open(self, amount_cents: int, *, ends_at: datetime) -> Payment:
        key, locked = uuid4(), self._locked
        row = {"id": key, "booking": locked.booking_id, "cents": amount_cents, "ends_at": ends_at, "now": locked.now}
        (opened,) = self._connection.execute(OPEN, row).fetchall()
        locked.changed()
        return Payment(key, opened["attempt"], "opening", amount_cents, ends_at)

    @override
    def opened(self, payment: Payment, *, checkout_id: str, url: str) -> bool:
        noted = self._connection.execute(
            "update coresync.payments set status = 'open', checkout_id = %s, checkout_url = %s, updated_at = %s"
            " where id = %s and status in ('opening', 'open')",
            (checkout_id, url, self._locked.now, payment.id),
        )
        self._locked.changed()
        return noted.rowcount == 1

    @override
    def ended(self, payment: Payment) -> None:
        self._connection.execute(
            "update coresync.payments set status = 'expired', updated_at = %s where id = %s and status <> 'paid'",
            (self._locked.now, payment.id),
        )
        self._locked.changed()

    @override
    def paid(self, payment: Payment, *, payment_intent_id: str, entry: Entry) -> None:
        self._connection.execute(
            "update coresync.payments set status = 'paid', payment_intent_id = %s, updated_at = %s where id = %s",
            (payment_intent_id, self._locked.now, payment.id),
        )
        self.post(entry, payment)
        self._locked.changed()

    @override
    def post(self, entry: Entry, payment: Payment) -> None:
        post(self._locked, entry, payment_id=payment.id)


class PostgresRefundRecords(RefundRecords):
    """Notes what goes back; amounts in cents."""

    def __init__(self, locked: Locked) -> None:
        self._connection = locked.connection
        self._locked = locked

    @override
    def owe(self, payment: Payment, *, cents: int, tax_cents: int, reason: RefundReason) -> UUID:
        refund, now = uuid4(), self._locked.now
        self._connection.execute(
            "insert into coresync.refunds"
            " (id, payment_id, amount_cents, tax_cents, reason, status, created_at, updated_at)"
            " values (%s, %s, %s, %s, %s, 'due', %s, %s)",
            (refund, payment.id, cents, tax_cents, reason, now, now),
        )
        self._locked.changed()
        return refund

    @override
    def sending(self, due: RefundDue) -> bool:
        noted = self._connection.execute(
            "update coresync.refunds set sending_at = coalesce(sending_at, %s) where id = %s and status = 'due'",
            (self._locked.now, due.id),
        )
        return noted.rowcount == 1

    @override
    def withdraw(self, reason: RefundReason) -> int:
        withdrawn = self._connection.execute(WITHDRAW, (self._locked.booking_id, reason)).fetchall()
        self._locked.changed()
        return sum(row["amount_cents"] for row in withdrawn)

    @override
    def sent(self, due: RefundDue, *, gateway_id: str) -> bool:
        sent = self._connection.execute(
            "update coresync.refunds set status = 'sent', stripe_refund_id = %s, updated_at = %s"
            " where id = %s and status = 'due' returning payment_id, amount_cents, tax_cents, reason",
            (gateway_id, self._locked.now, due.id),
        ).fetchall()
        for row in sent:
            self._note_refund(row["payment_id"], row["amount_cents"], _entry_of(row))
        return bool(sent)

    @override
    def failed(self, refund_id: UUID, *, actor: str) -> bool:
        booking, now = self._locked.booking_id, self._locked.now
        parameters = {"refund": refund_id, "booking": booking, "now": now}
        failed = self._connection.execute(FAILED, parameters).fetchall()
        for row in failed:
            if row["was_sent"]:  # its ledger entry is taken back
                self._note_refund(row["payment_id"], -row["amount_cents"], undone(_entry_of(row)))
            self._connection.execute(
                "insert into coresync.audit_log (at, actor, action, booking_id, detail)"
                " values (%s, %s, 'refund.failed', %s, %s)",
                (now, actor, booking, Jsonb({"refund_id": str(refund_id)})),
            )
        return bool(failed)

    def _note_refund(self, payment_id: UUID, cents: int, entry: Entry) -> None:
        self._connection.execute(
            "update coresync.payments set refunded_cents = refunded_cents + %s, updated_at = %s where id = %s",
            (cents, self._locked.now, payment_id),
        )
        post(self._locked, entry, payment_id=payment_id)
        self._locked.changed()


def _entry_of(refund: Row) -> Entry:
    amount = Amount(refund["amount_cents"] - refund["tax_cents"], refund["tax_cents"])
    return refunded(amount, RefundReason(refund["reason"]))


def post(locked: Locked, postings: Entry, *, payment_id: UUID) -> None:
    """Write one balanced ledger entry."""
    entry = uuid4()
    for n, posting in enumerate(postings, 1):
        locked.connection.execute(
            "insert into coresync.ledger_entries (entry_id, line, booking_id, payment_id, account, cents, occurred_at)"
            " values (%s, %s, %s, %s, %s, %s, %s)",
            (entry, n, locked.booking_id, payment_id, *dataclasses.astuple(posting), locked.now),
        )
