"""Cases in PostgreSQL."""

import dataclasses
import json
from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from psycopg import Connection
from typing_extensions import override

from shared_lib.bookings.contact import Contact, email_hash, phone_hash
from shared_lib.concierge.adapters.medical_notes import attach_case
from shared_lib.concierge.case import Case, CaseKind, CaseStatus, CaseWords, NewCase, Owner
from shared_lib.concierge.ports import Cases
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.adapters.manager_alerts import record_alert
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.manager_alerts import ManagerAlert
from shared_lib.kernel.ports import Cipher

TOLD = "case.told"
CONTACT = "case.contact"
GUEST = "guest"

_OPEN = """
insert into coresync.cases (
  id, idempotency_key, spa_id, kind, status, owner, told, contact, contact_hashes, booking_id, session_id,
  atlas_call_id, lang, created_at, promise_at)
values (
  %(id)s, %(key)s, %(spa_id)s, %(kind)s, 'open', %(owner)s, %(told)s, %(contact)s, %(hashes)s, %(booking_id)s,
  %(session_id)s, %(call_id)s, %(lang)s, %(now)s, %(promise_at)s)
on conflict (idempotency_key) do nothing
"""
_AUDIT = """
insert into coresync.audit_log (at, actor, action, booking_id, detail)
select %(now)s, %(actor)s, %(action)s, booking_id, jsonb_build_object('case', id, 'kind', kind)
  from coresync.cases where id = %(id)s
"""
_CASE: LiteralString = """
select id, kind, status, owner, lang, booking_id, created_at, promise_at, closed_at, contact is not null as reachable
  from coresync.cases
"""
_BY_ID = _CASE + " where id = %(id)s and spa_id = %(spa_id)s"
_NEWEST = _CASE + " where spa_id = %(spa_id)s order by status <> 'open', created_at desc, id limit %(limit)s"
_WORDS = "select told, contact from coresync.cases where id = %(id)s and spa_id = %(spa_id)s"
_TOLD_IN_CHAT: LiteralString = """
select told, id, kind, status, owner, lang, booking_id, created_at, promise_at, closed_at,
       contact is not null as reachable
  from coresync.cases
 where session_id = %(session_id)s and spa_id = %(spa_id)s and kind = %(kind)s and status = 'open' and told is not null
 order by created_at
"""
_TOLD_IN_CALL = """
select exists (
  select from coresync.cases where spa_id = %(spa_id)s and atlas_call_id = %(call)s and kind = %(kind)s) as told
"""
_SETTLE = """
update coresync.cases
   set status = %(status)s,
       closed_at = case when %(status)s = 'closed' then %(now)s::timestamptz end,
       closed_by = case when %(status)s = 'closed' then %(actor)s end
 where id = %(id)s and spa_id = %(spa_id)s and status <> 'closed' and status <> %(status)s
"""
_LEAVE_CONTACT = """
update coresync.cases set contact = %(contact)s, contact_hashes = %(hashes)s
 where session_id = %(session_id)s and spa_id = %(spa_id)s and contact is null and told is not null
"""


class PostgresCases(Cases):
    """`cases`, each step of one with its row in the audit log."""

    def __init__(self, database: Database, cipher: Cipher, *, spa_id: str) -> None:
        self._database = database
        self._cipher = cipher
        self._spa_id = spa_id

    @override
    def open(self, case_id: UUID, new: NewCase, *, owner: Owner, alert: ManagerAlert | None, now: datetime) -> Case:
        columns = self._columns(new) | {"id": case_id, "owner": owner, "now": now}

        def steps(connection: Connection[Row]) -> None:
            if not connection.execute(_OPEN, columns).rowcount:
                return
            connection.execute(_AUDIT, {"id": case_id, "actor": GUEST, "action": "case.opened", "now": now})
            if alert:
                record_alert(connection, alert, spa_id=self._spa_id)
            if new.kind == CaseKind.HEALTH and new.booking_id:
                attach_case(connection, case_id, new.booking_id, now=now)

        self._database.transaction(steps)
        return self.get(case_id)

    @override
    def get(self, case_id: UUID) -> Case:
        return _case(self._one(_BY_ID, case_id))

    @override
    def newest(self, *, limit: int) -> Sequence[Case]:
        return [_case(row) for row in self._database.rows(_NEWEST, {"spa_id": self._spa_id, "limit": limit})]

    @override
    def read(self, case_id: UUID, *, reader: str, now: datetime) -> CaseWords:
        row = self._one(_WORDS, case_id)
        self._database.run(_AUDIT, {"id": case_id, "actor": reader, "action": "case.read", "now": now})
        told = self._cipher.open(row["told"], purpose=TOLD) if row["told"] else None
        return CaseWords(told, open_case_contact(row["contact"], self._cipher))

    @override
    def settle(self, case_id: UUID, status: CaseStatus, *, by: str, now: datetime) -> Case:
        asked = {"id": case_id, "spa_id": self._spa_id, "status": status, "actor": by, "now": now}

        def steps(connection: Connection[Row]) -> None:
            if connection.execute(_SETTLE, asked).rowcount:
                connection.execute(_AUDIT, asked | {"action": f"case.{status}"})

        self._database.transaction(steps)
        return self.get(case_id)

    @override
    def was_told(self, call_id: str, kind: CaseKind) -> bool:
        asked = {"spa_id": self._spa_id, "call": call_id, "kind": kind}
        return bool(self._database.rows(_TOLD_IN_CALL, asked)[0]["told"])

    @override
    def told_in_chat(self, session_id: str, kind: CaseKind) -> Sequence[tuple[Case, str]]:
        asked = {"session_id": session_id, "spa_id": self._spa_id, "kind": kind}
        rows = [(row.pop("told"), row) for row in self._database.rows(_TOLD_IN_CHAT, asked)]
        return [(_case(row), self._cipher.open(told, purpose=TOLD)) for told, row in rows]

    @override
    def leave_contact(self, session_id: str, contact: Contact, *, now: datetime) -> int:
        found = {"session_id": session_id, "spa_id": self._spa_id}
        return self._database.run(_LEAVE_CONTACT, found | self._sealed_contact(contact))

    def _one(self, query: LiteralString, case_id: UUID) -> Row:
        rows = self._database.rows(query, {"id": case_id, "spa_id": self._spa_id})
        if not rows:
            raise NotFound(f"no case {case_id}")
        return rows[0]

    def _columns(self, new: NewCase) -> Row:
        return {
            "spa_id": self._spa_id,
            "key": new.key,
            "kind": new.kind,
            "told": self._cipher.seal(new.text, purpose=TOLD),
            "booking_id": new.booking_id,
            "session_id": new.session_id,
            "call_id": new.call_id,
            "lang": new.lang,
            "promise_at": new.promise_at,
            **self._sealed_contact(new.contact),
        }

    def _sealed_contact(self, contact: Contact | None) -> Row:
        if contact is None or not (contact.email or contact.phone):
            return {"contact": None, "hashes": []}
        sealed = self._cipher.seal(json.dumps(dataclasses.asdict(contact)), purpose=CONTACT)
        hashes = (email_hash(contact, self._cipher), phone_hash(contact, self._cipher))
        return {"contact": sealed, "hashes": [each for each in hashes if each]}


def open_case_contact(sealed: bytes | None, cipher: Cipher) -> Contact | None:
    """Return how to reach the guest of a case."""
    return Contact(**json.loads(cipher.open(sealed, purpose=CONTACT))) if sealed else None


def _case(row: Row) -> Case:
    return Case(**{**row, "kind": CaseKind(row["kind"]), "status": CaseStatus(row["status"])})
