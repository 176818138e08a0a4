"""What guests said of their health, in PostgreSQL and nowhere else."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from psycopg import Connection
from typing_extensions import override

from shared_lib.concierge.ports import MedicalNotes
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.ports import Cipher

NOTE = "case.told"
"""The purpose of a case's words: a note is what was told in one, sealed as it is."""

_ADD: LiteralString = """
with added as (
  insert into coresync.medical_notes (id, booking_id, note, added_at) {source}
  on conflict do nothing returning id, booking_id
), noted as (
  insert into coresync.audit_log (at, actor, action, booking_id, detail)
  select %(now)s, 'guest', 'medical_note.added', booking_id, jsonb_build_object('note', id) from added
)
select count(*) as added from added
"""
_ONE = _ADD.replace("{source}", "values (%(id)s, %(booking)s, %(note)s, %(now)s)")
_TOLD = "select id, %(booking)s, told, %(now)s from coresync.cases where kind = 'health' and told is not null and "
_OF_CASE = _ADD.replace("{source}", _TOLD + "id = %(case)s")
_OF_SESSION = _ADD.replace("{source}", _TOLD + "%(session)s in (session_id, atlas_call_id)")
_READ = "select note from coresync.medical_notes where booking_id = %(booking)s order by added_at, id"
_NOTE_READER = """
insert into coresync.audit_log (at, actor, action, booking_id)
values (%(now)s, %(reader)s, 'medical_note.read', %(booking)s)
"""


def attach_case(connection: Connection[Row], case_id: UUID, booking_id: UUID, *, now: datetime) -> None:
    """Note what was told in a case at a visit, in the transaction of its opening."""
    connection.execute(_OF_CASE, {"case": case_id, "booking": booking_id, "now": now})


class PostgresMedicalNotes(MedicalNotes):
    """`medical_notes`; each one that is added or read has its row in the audit log."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def add(self, note_id: UUID, booking_id: UUID, text: str, *, now: datetime) -> None:
        note = self._cipher.seal(text, purpose=NOTE)
        self._database.rows(_ONE, {"id": note_id, "booking": booking_id, "note": note, "now": now})

    @override
    def attach(self, session_id: str, booking_id: UUID, *, now: datetime) -> int:
        asked = {"session": session_id, "booking": booking_id, "now": now}
        return int(self._database.rows(_OF_SESSION, asked)[0]["added"])

    @override
    def read(self, booking_id: UUID, *, reader: str, now: datetime) -> Sequence[str]:
        asked = {"booking": booking_id, "reader": reader, "now": now}
        rows = self._database.rows(_READ, asked)
        if rows:
            self._database.run(_NOTE_READER, asked)
        return [self._cipher.open(row["note"], purpose=NOTE) for row in rows]
