"""What cases and medical notes hold of a guest: what they told, and how to reach them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import LiteralString

from psycopg import Connection
from typing_extensions import override

from shared_lib.concierge.adapters.medical_notes import NOTE
from shared_lib.concierge.adapters.postgres import TOLD, open_case_contact
from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.ports import Cipher

_THEIRS: LiteralString = """
 where created_at <= %(until)s and (
   contact_hashes && %(hashes)s::bytea[] or booking_id = any(%(bookings)s) or session_id = any(%(sessions)s))
"""
_CASES: LiteralString = (
    """
select kind, status, told, contact, created_at, promise_at, closed_at from coresync.cases
"""
    + _THEIRS
    + " order by created_at, id"
)
_NOTES = """
select n.note, n.added_at, b.reference
  from coresync.medical_notes n join coresync.bookings b on b.id = n.booking_id
 where n.booking_id = any(%(bookings)s) order by n.added_at, n.id
"""
_ERASE_CASES = (
    """
update coresync.cases
   set told = null, contact = null, contact_hashes = '{}', session_id = null, atlas_call_id = null, status = 'closed',
       closed_at = coalesce(closed_at, %(now)s), closed_by = coalesce(closed_by, 'guest')
"""
    + _THEIRS
    + " and (told is not null or contact is not null)"
)
_ERASE_NOTES = "delete from coresync.medical_notes where booking_id = any(%(bookings)s)"


class CaseData(PersonalDataStore):
    """`cases` and `medical_notes`: that there was a case of a kind stays for its time, without a word of it."""

    name = "cases and notes on health"
    covers = frozenset({"cases.told", "cases.contact", "cases.contact_hashes", "medical_notes.note"})

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        asked = _asked(subject)
        return [
            *(self._case(row) for row in self._database.rows(_CASES, asked)),
            *(self._note(row) for row in self._database.rows(_NOTES, asked)),
        ]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        asked = _asked(subject) | {"now": now}

        def steps(connection: Connection[Row]) -> Erased:
            cases = connection.execute(_ERASE_CASES, asked).rowcount
            notes = connection.execute(_ERASE_NOTES, asked).rowcount
            return Erased({"cases": cases, "notes on health": notes})

        return self._database.transaction(steps)

    def _case(self, row: Row) -> Record:
        contact = open_case_contact(row["contact"], self._cipher)
        return {
            "about": row["kind"].replace("_", " "),
            "status": row["status"],
            "told": self._cipher.open(row["told"], purpose=TOLD) if row["told"] else None,
            "name": contact.name or None if contact else None,
            "email": contact.email or None if contact else None,
            "phone": contact.phone or None if contact else None,
            "told_at": row["created_at"],
            "answer_promised_by": row["promise_at"],
            "closed_at": row["closed_at"],
        }

    def _note(self, row: Row) -> Record:
        told = self._cipher.open(row["note"], purpose=NOTE)
        return {"about": "health", "booking": row["reference"], "told": told, "told_at": row["added_at"]}


def _asked(subject: Subject) -> Row:
    return {
        "hashes": list(subject.hashes),
        "bookings": list(subject.booking_ids),
        "sessions": list(subject.chat_sessions),
        "until": subject.until,
    }
