"""The e-mail log in PostgreSQL."""

import dataclasses
from datetime import datetime, timedelta
from typing import LiteralString
from uuid import UUID, uuid4

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.ports import Cipher
from shared_lib.notifications.mail import Claim, MailKey, MailOnItsWay, MessageKind
from shared_lib.notifications.ports import MailLog

PATIENCE = timedelta(minutes=10)
"""How long a mail whose outcome is unknown waits for the vendor's word before it is sent again; business time."""

_INSERT: LiteralString = """
    insert into coresync.email_log as log (
        id, booking_id, about, version, kind, contact_hash, status, claimed_at, updated_at)
    values (%(id)s, %(booking_id)s, %(about)s, %(version)s, %(kind)s, %(contact_hash)s, 'claimed', %(now)s, %(now)s)
"""
_TAKE_OVER: LiteralString = """ do update
       set status = 'claimed', attempt = log.attempt + 1, contact_hash = excluded.contact_hash,
           claimed_at = excluded.claimed_at, updated_at = excluded.updated_at
     where log.status = 'unsent' or (log.status = 'claimed' and log.claimed_at < %(given_up)s)
    returning id, attempt"""
_CLAIM: LiteralString = _INSERT + " on conflict (booking_id, version, kind)" + _TAKE_OVER
_CLAIM_ABOUT: LiteralString = _INSERT + " on conflict (about, version, kind) where about is not null" + _TAKE_OVER

_STATUS = """
    select status from coresync.email_log
     where (booking_id = %(booking_id)s or about = %(about)s) and version = %(version)s and kind = %(kind)s"""

_COUNT = """
    select count(*)::integer as claimed from (
      select from coresync.email_log where kind = %(kind)s and claimed_at > %(since)s limit %(most)s) as lately"""

_ACCEPT = """
    update coresync.email_log
       set vendor_id = %(vendor_id)s, updated_at = %(now)s,
           status = case when status in ('claimed', 'unsent') then 'accepted' else status end
     where id = %(id)s"""

_HEARD = """
    select from coresync.email_log
     where contact_hash = %(contact_hash)s and kind = %(kind)s and claimed_at > %(since)s
       and booking_id is distinct from %(booking)s and status not in ('unsent', 'refused') limit 1"""

_SETTLE = """
    update coresync.email_log set status = %(status)s, reason = %(reason)s, updated_at = %(now)s
     where id = %(id)s and attempt = %(attempt)s and status = 'claimed'"""


class PostgresMailLog(MailLog):
    """`email_log`: one row for each mail, claimed in a statement of its own before anything is sent."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def claim(self, key: MailKey, *, to: str, now: datetime) -> Claim | None:
        mail = {"id": uuid4(), **dataclasses.asdict(key), "contact_hash": self._cipher.fingerprint(to)}
        statement = _CLAIM if key.booking_id else _CLAIM_ABOUT
        taken = self._database.rows(statement, mail | {"now": now, "given_up": now - PATIENCE})
        if taken:
            return Claim(message_id=taken[0]["id"], attempt=taken[0]["attempt"])
        (found,) = self._database.rows(_STATUS, mail)
        if found["status"] in ("claimed", "unsent"):
            raise MailOnItsWay("sendgrid", f"a {key.kind} is on its way or lost, the vendor's word is awaited")
        return None

    @override
    def claimed_since(self, kind: MessageKind, since: datetime, *, most: int) -> int:
        (row,) = self._database.rows(_COUNT, {"kind": kind, "since": since, "most": most})
        return int(row["claimed"])

    @override
    def heard_since(self, kind: MessageKind, since: datetime, *, to: str, apart_from: UUID) -> bool:
        asked = {"kind": kind, "since": since, "contact_hash": self._cipher.fingerprint(to), "booking": apart_from}
        return bool(self._database.rows(_HEARD, asked))

    @override
    def accepted(self, claim: Claim, vendor_id: str, *, now: datetime) -> None:
        """Note that the carrier has it; its own report may have come first and says more."""
        self._database.run(_ACCEPT, {"id": claim.message_id, "vendor_id": vendor_id, "now": now})

    @override
    def refused(self, claim: Claim, reason: str, *, now: datetime) -> None:
        self._settle(claim, "refused", reason=reason, now=now)

    @override
    def unsent(self, claim: Claim, *, now: datetime) -> None:
        self._settle(claim, "unsent", reason=None, now=now)

    def _settle(self, claim: Claim, status: str, *, reason: str | None, now: datetime) -> None:
        known: Row = {"id": claim.message_id, "attempt": claim.attempt, "status": status, "reason": reason, "now": now}
        self._database.run(_SETTLE, known)
