"""Codes that were asked for, in PostgreSQL; their digits as keyed hashes."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID, uuid4

from psycopg import Connection
from typing_extensions import override

from shared_lib.guests.adapters.sealing import seal, unseal
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.ports import ProofCodes, Redeemed
from shared_lib.guests.proof_code import LIFE, TRIES, ProofCode
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.locales import ENGLISH
from shared_lib.kernel.ports import Cipher

_ASK = """
insert into coresync.proof_codes (id, spa_id, holder, channel, contact, contact_hash, lang, created_at, expires_at)
values (
  %(id)s, %(spa_id)s, %(holder)s, %(channel)s, %(contact)s, %(contact_hash)s, %(lang)s, %(now)s, %(expires_at)s)
"""
# Digits that are on their way, or may be, can be typed: `sent_at` tells only that nobody need send them again.
_SEND = """
update coresync.proof_codes set code_hash = %(code_hash)s where id = %(id)s and used_at is null
"""
_SETTLE = """
update coresync.proof_codes set sent_at = coalesce(sent_at, %(now)s) where id = %(id)s
"""
# All that one browser, session or call may still type: whoever asked twice may type either code.
_LIVING: LiteralString = """
select id, channel, contact, code_hash, tries from coresync.proof_codes
 where holder = %(holder)s and used_at is null and expires_at > %(now)s and tries < %(tries)s and code_hash is not null
 order by created_at, id for update
"""
_USE = """
update coresync.proof_codes set used_at = %(now)s where id = any(%(ids)s)
"""
_COUNT = """
update coresync.proof_codes set tries = tries + 1 where id = any(%(ids)s)
"""


class PostgresProofCodes(ProofCodes):
    """`proof_codes`: one row for each code that was asked for."""

    def __init__(self, database: Database, cipher: Cipher, *, spa_id: str) -> None:
        self._database = database
        self._cipher = cipher
        self._spa_id = spa_id

    @override
    def ask(self, contact_point: ContactPoint, *, holder: str, now: datetime, lang: str = ENGLISH) -> ProofCode:
        code = ProofCode(uuid4(), contact_point, now + LIFE, lang=lang)
        parameters = {
            "id": code.id,
            "spa_id": self._spa_id,
            "holder": self._holder(holder),
            "channel": contact_point.channel,
            "contact": seal(contact_point, self._cipher),
            "contact_hash": contact_point.hashed(self._cipher),
            "lang": lang,
            "now": now,
            "expires_at": code.expires_at,
        }
        self._database.run(_ASK, parameters)
        return code

    @override
    def get(self, code_id: UUID) -> ProofCode:
        columns = "select id, channel, contact, expires_at, sent_at, lang from coresync.proof_codes where id = %s"
        for row in self._database.rows(columns, (code_id,)):
            point = unseal(row["channel"], row["contact"], self._cipher)
            return ProofCode(row["id"], point, row["expires_at"], row["sent_at"], row["lang"])
        raise NotFound("no such code")

    @override
    def sending(self, code_id: UUID, digits: str, *, now: datetime) -> None:
        self._database.run(_SEND, {"id": code_id, "code_hash": self._hash(code_id, digits)})

    @override
    def settled(self, code_id: UUID, *, now: datetime) -> None:
        self._database.run(_SETTLE, {"id": code_id, "now": now})

    @override
    def unsent(self, *, before: datetime, now: datetime, limit: int) -> Sequence[UUID]:
        rows = self._database.rows(
            "select id from coresync.proof_codes where sent_at is null and used_at is null"
            " and created_at < %s and expires_at > %s"
            " order by created_at limit %s",
            (before, now, limit),
        )
        return [row["id"] for row in rows]

    @override
    def redeem(self, holder: str, digits: str, *, now: datetime) -> Redeemed:
        def steps(connection: Connection[Row]) -> Redeemed:
            asked = {"holder": self._holder(holder), "now": now, "tries": TRIES}
            living = connection.execute(_LIVING, asked).fetchall()
            right = next((row for row in living if row["code_hash"] == self._hash(row["id"], digits)), None)
            ids = {"ids": [row["id"] for row in living], "now": now}
            if right is None:
                connection.execute(_COUNT, ids)
                return Redeemed(None, max((TRIES - 1 - row["tries"] for row in living), default=None))
            connection.execute(_USE, ids)
            return Redeemed(unseal(right["channel"], right["contact"], self._cipher), None)

        return self._database.transaction(steps)

    def _holder(self, holder: str) -> bytes:
        return self._cipher.fingerprint(f"code-holder:{holder}")

    def _hash(self, code_id: UUID, digits: str) -> bytes:
        """Return a keyed hash: whoever reads the table can't try all the codes there are."""
        return self._cipher.fingerprint(f"code:{code_id}:{digits}")
