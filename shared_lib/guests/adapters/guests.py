"""The records of guests in PostgreSQL."""

from datetime import datetime
from typing import LiteralString
from uuid import UUID, uuid4

from psycopg import Connection
from typing_extensions import override

from shared_lib.guests.adapters.sealing import seal, unseal
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.guest import Guest, LastContactPoint
from shared_lib.guests.ports import Guests, Proved
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.ports import Cipher

NO_CONTACT = "guest.contact"
"""`guests.contact` was made for what now rests in `guest_contacts`; it seals nothing."""

_GUEST: LiteralString = """
select g.id, g.spa_id, g.created_at,
       (select jsonb_agg(jsonb_build_array(c.channel, encode(c.sealed, 'hex')) order by c.proved_at, c.hash)
          from coresync.guest_contacts c where c.guest_id = g.id) as contacts
  from coresync.guests g
"""
_BY_ID: LiteralString = " where g.id = %(id)s and g.erased_at is null"
_KNOWN_NOW = "select coalesce(merged_into, id) as id from coresync.guests where id = %(id)s"
# Records are joined and given up one at a time: who a contact belongs to is no longer true once its owner is gone. All
# other proofs only keep such a step out, and go on side by side.
RECORDS_CHANGE = "select pg_advisory_xact_lock(hashtext('coresync.guests'))"
_RECORDS_STAND = "select pg_advisory_xact_lock_shared(hashtext('coresync.guests'))"
# Proofs of one contact wait for each other, before any row is locked.
_LOCK = "select pg_advisory_xact_lock(('x' || encode(substring(%(hash)s::bytea from 1 for 8), 'hex'))::bit(64)::bigint)"
_OWNER = "select guest_id from coresync.guest_contacts where spa_id = %(spa_id)s and hash = %(hash)s"
_NEW = "insert into coresync.guests (id, spa_id, contact, created_at) values (%(id)s, %(spa_id)s, %(contact)s, %(now)s)"
# Whoever was erased since, or joined to another record, is not who a browser or call took them for.
_STILL_KNOWN = """
select k.id from coresync.guests g join coresync.guests k on k.id = coalesce(g.merged_into, g.id)
 where g.id = %(known)s and k.erased_at is null for share of k
"""
_ADD = """
insert into coresync.guest_contacts (spa_id, hash, guest_id, channel, sealed, proved_at)
values (%(spa_id)s, %(hash)s, %(id)s, %(channel)s, %(sealed)s, %(now)s)
"""
_POINTS = "select hash from coresync.guest_contacts where spa_id = %(spa_id)s and guest_id = %(id)s"
_GIVE_UP = """
with gone as (
  delete from coresync.guest_contacts where spa_id = %(spa_id)s and guest_id = %(id)s and hash = %(hash)s
)
insert into coresync.audit_log (at, actor, action, detail)
values (%(now)s, 'guest', 'guest.contact_given_up', jsonb_build_object('guest', %(id)s::uuid))
"""
_OLDER_FIRST = """
select id from coresync.guests where id = any(%(ids)s) order by created_at, id for update
"""
_MERGE: tuple[LiteralString, ...] = (
    "update coresync.guest_contacts set guest_id = %(kept)s where guest_id = %(gone)s",
    "update coresync.guest_sessions set guest_id = %(kept)s where guest_id = %(gone)s",
    "update coresync.guests set merged_into = %(kept)s where id = %(gone)s or merged_into = %(gone)s",
)


class PostgresGuests(Guests):
    """`guests` and `guest_contacts`; of two records that turn out to be one person's, the older one stays."""

    def __init__(self, database: Database, cipher: Cipher, *, spa_id: str) -> None:
        self._database = database
        self._cipher = cipher
        self._spa_id = spa_id

    @override
    def get(self, guest_id: UUID) -> Guest:
        known = self._database.rows(_KNOWN_NOW, {"id": guest_id})
        rows = self._database.rows(_GUEST + _BY_ID, known[0]) if known else []
        if not rows:
            raise NotFound("no such guest")
        return self._read(rows[0])

    @override
    def find(self, contact_point: ContactPoint) -> Guest | None:
        hashed = contact_point.hashed(self._cipher)
        rows = self._database.rows(_OWNER, {"spa_id": self._spa_id, "hash": hashed})
        return self.get(rows[0]["guest_id"]) if rows else None

    @override
    def prove(self, contact_point: ContactPoint, *, known: UUID | None, now: datetime) -> Proved:
        def steps(connection: Connection[Row]) -> Proved:
            row = {"spa_id": self._spa_id, "hash": contact_point.hashed(self._cipher), "now": now}
            connection.execute(RECORDS_CHANGE if known else _RECORDS_STAND)
            connection.execute(_LOCK, row)
            guest = next((found["id"] for found in connection.execute(_STILL_KNOWN, {"known": known})), None)
            owner = next((found["guest_id"] for found in connection.execute(_OWNER, row)), None)
            merged = None
            if owner is None:
                owner = guest or self._create(connection, now)
                sealed = {"channel": contact_point.channel, "sealed": seal(contact_point, self._cipher)}
                connection.execute(_ADD, row | sealed | {"id": owner})
            elif guest and guest != owner:
                owner, merged = _merge(connection, owner, guest)
            return Proved(self._read(*connection.execute(_GUEST + _BY_ID, {"id": owner}).fetchall()), merged)

        return self._database.transaction(steps)

    @override
    def give_up(self, guest_id: UUID, contact_point: ContactPoint, *, now: datetime) -> None:
        row = {"id": guest_id, "hash": contact_point.hashed(self._cipher), "spa_id": self._spa_id, "now": now}

        def steps(connection: Connection[Row]) -> None:
            connection.execute(RECORDS_CHANGE)
            points = [found["hash"] for found in connection.execute(_POINTS, row)]
            if points == [row["hash"]]:
                raise LastContactPoint("nobody could prove to be this guest without it")
            if row["hash"] in points:
                connection.execute(_GIVE_UP, row)

        self._database.transaction(steps)

    def _create(self, connection: Connection[Row], now: datetime) -> UUID:
        guest_id = uuid4()
        empty = self._cipher.seal("", purpose=NO_CONTACT)
        connection.execute(_NEW, {"id": guest_id, "spa_id": self._spa_id, "contact": empty, "now": now})
        return guest_id

    def _read(self, row: Row) -> Guest:
        points = (unseal(channel, bytes.fromhex(sealed), self._cipher) for channel, sealed in row["contacts"] or ())
        return Guest(row["id"], row["spa_id"], tuple(points), row["created_at"])


def _merge(connection: Connection[Row], one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """Join two records; return the one that stays and the one that is gone."""
    kept, gone = (row["id"] for row in connection.execute(_OLDER_FIRST, {"ids": [one, other]}).fetchall())
    for statement in _MERGE:
        connection.execute(statement, {"kept": kept, "gone": gone})
    return kept, gone
