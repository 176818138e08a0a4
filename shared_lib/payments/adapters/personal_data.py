"""What is known of a guest's payments, here and at Stripe: the books keep it, without a name."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import LiteralString

from typing_extensions import override

from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject, money
from shared_lib.guests.retained import RETAINED_BY_LAW, kept
from shared_lib.kernel.adapters.database import Database, Row

_PAYMENTS: LiteralString = """
select b.reference, p.status, p.amount_cents, p.created_at, p.updated_at, p.payment_intent_id,
  (select jsonb_agg(jsonb_build_array(r.amount_cents, r.reason, r.status, r.created_at) order by r.created_at, r.id)
     from coresync.refunds r where r.payment_id = p.id) as refunds
  from coresync.payments p join coresync.bookings b on b.id = p.booking_id
 where p.booking_id = any(%s) order by p.created_at, p.id
"""
_LAST = "select max(updated_at) as at from coresync.payments where booking_id = any(%s) and status = 'paid'"


class PaymentData(PersonalDataStore):
    """`payments` and `refunds`. Stripe was given the e-mail address; it keeps its records of payments as we do ours."""

    name = "payments"
    covers: frozenset[str] = frozenset()

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        payments = [_payment(row) for row in self._database.rows(_PAYMENTS, (list(subject.booking_ids),))]
        return [*payments, {"also_held_elsewhere": RETAINED_BY_LAW["payments"].what}] if payments else []

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        [last] = self._database.rows(_LAST, (list(subject.booking_ids),))
        return Erased(kept=[kept("payments", last["at"])] if last["at"] else [])


def _payment(row: Row) -> Record:
    return {
        "booking": row["reference"],
        "status": row["status"],
        "amount": money(row["amount_cents"]),
        "begun_at": row["created_at"],
        "changed_at": row["updated_at"],
        "payment_number": row["payment_intent_id"],
        "refunds": [_refund(*refund) for refund in row["refunds"] or ()],
    }


def _refund(cents: int, reason: str, status: str, at: str) -> Record:
    return {
        "amount": money(cents),
        "because": reason.replace("_", " "),
        "status": status,
        "at": datetime.fromisoformat(at),
    }
