"""What guests asked us to forget, in PostgreSQL."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, LiteralString
from uuid import UUID, uuid4

from psycopg import Connection
from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.guests.adapters.guests import RECORDS_CHANGE
from shared_lib.guests.adapters.sealing import unseal
from shared_lib.guests.certificate import with_store
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.erasure import Erasure
from shared_lib.guests.personal_data import Erased, Subject
from shared_lib.guests.ports import Erasures
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import Conflict, NotFound
from shared_lib.kernel.ports import Cipher

CONTACTS = "erasure.contacts"
CONTACT_POINTS = "contact points"
PAUSE = timedelta(minutes=15)
"""How long an erasure rests after its first failed attempt; after each further one so much longer."""

_KNOWN = """
select k.id from coresync.guests g join coresync.guests k on k.id = coalesce(g.merged_into, g.id)
 where g.id = %(id)s and k.spa_id = %(spa_id)s and k.erased_at is null
"""
_JOINED = "select id from coresync.guests where id = %(id)s or merged_into = %(id)s order by id"
_POINTS = "select channel, sealed from coresync.guest_contacts where guest_id = %(id)s order by proved_at, hash"
_ERASURE: LiteralString = """
select id, guest_id, requested_at, attempts, certificate, done_at from coresync.erasures
"""
_OF_GUEST: LiteralString = """
 where guest_id = (select coalesce(merged_into, id) from coresync.guests where id = %s)
 order by requested_at desc limit 1
"""
_LOCK = """
select erased_at, merged_into is null and (
         select count(*) from coresync.guest_contacts c where c.guest_id = any(%(ids)s)) = %(points)s as is_the_same
  from coresync.guests where id = %(id)s for update
"""
_REQUEST: tuple[LiteralString, ...] = (
    """insert into coresync.erasures (id, spa_id, guest_id, requested_at, contacts, certificate)
       values (%(erasure)s, %(spa_id)s, %(id)s, %(now)s, %(contacts)s, %(certificate)s)""",
    "delete from coresync.guest_contacts where guest_id = any(%(ids)s)",
    "update coresync.guests set erased_at = %(now)s where id = any(%(ids)s)",
    "update coresync.guest_sessions set revoked_at = %(now)s where guest_id = any(%(ids)s) and revoked_at is null",
    """insert into coresync.audit_log (at, actor, action, detail)
       values (%(now)s, 'guest', 'guest.erasure_requested', jsonb_build_object('erasure', %(erasure)s::text))""",
)
_FINISH = """
with done as (
  update coresync.erasures set done_at = %(now)s, contacts = null where id = %(id)s and done_at is null returning id
)
insert into coresync.audit_log (at, actor, action, detail)
select %(now)s, 'coresync', 'guest.erased', jsonb_build_object('erasure', id) from done
"""
# Whoever was tried longest ago comes first, so that one that is stuck keeps nobody waiting.
_TAKE = """
update coresync.erasures set attempts = attempts + 1, tried_at = %(now)s
 where id = (select id from coresync.erasures
              where spa_id = %(spa_id)s and done_at is null
                and (tried_at is null or tried_at + %(pause)s::interval * attempts < %(now)s)
              order by tried_at nulls first, requested_at, id limit 1 for update skip locked)
returning id, guest_id, requested_at, attempts, certificate, done_at
"""


class PostgresErasures(Erasures):
    """`erasures`: one row for each; by what the guest's data is found rests there, sealed, until it is done."""

    def __init__(self, database: Database, cipher: Cipher, *, spa_id: str) -> None:
        self._database = database
        self._cipher = cipher
        self._spa_id = spa_id

    @override
    def subject(self, guest_id: UUID, *, until: datetime) -> Subject:
        known = self._database.rows(_KNOWN, {"id": guest_id, "spa_id": self._spa_id})
        if not known:
            raise NotFound("no such guest")
        points = [unseal(**row, cipher=self._cipher) for row in self._database.rows(_POINTS, known[0])]
        return self._subject(known[0]["id"], points, (), until)

    @override
    def request(self, subject: Subject, *, now: datetime) -> Erasure:
        points = Erased({"addresses and numbers": len(subject.contact_points)})
        erasure = Erasure(uuid4(), subject.guest_id, now, certificate=with_store({}, CONTACT_POINTS, points))
        row = {
            "erasure": erasure.id,
            "spa_id": self._spa_id,
            "id": subject.guest_id,
            "ids": list(subject.guest_ids),
            "points": len(subject.contact_points),
            "now": now,
            "contacts": self._seal(subject),
            "certificate": Jsonb(dict(erasure.certificate)),
        }
        if self._database.transaction(lambda connection: _request(connection, row)):
            return erasure
        return self.of_guest(subject.guest_id) or erasure

    @override
    def of_guest(self, guest_id: UUID) -> Erasure | None:
        rows = self._database.rows(_ERASURE + _OF_GUEST, (guest_id,))
        return Erasure(**rows[0]) if rows else None

    @override
    def get(self, erasure_id: UUID) -> Erasure:
        rows = self._database.rows(_ERASURE + " where id = %s", (erasure_id,))
        if not rows:
            raise NotFound("no such erasure")
        return Erasure(**rows[0])

    @override
    def take(self, *, now: datetime) -> Erasure | None:
        rows = self._database.rows(_TAKE, {"spa_id": self._spa_id, "now": now, "pause": PAUSE})
        return Erasure(**rows[0]) if rows else None

    @override
    def subject_of(self, erasure: Erasure) -> Subject:
        [row] = self._database.rows("select contacts from coresync.erasures where id = %s", (erasure.id,))
        contacts = json.loads(self._cipher.open(row["contacts"], purpose=CONTACTS)) if row["contacts"] else {}
        points = [ContactPoint(Channel(channel), address) for channel, address in contacts.get("points", ())]
        return self._subject(erasure.guest_id, points, contacts.get("addresses", ()), erasure.requested_at)

    @override
    def note(self, erasure: Erasure, certificate: Mapping[str, Any]) -> None:
        note = "update coresync.erasures set certificate = %s where id = %s and done_at is null"
        self._database.run(note, (Jsonb(dict(certificate)), erasure.id))

    @override
    def postpone(self, erasure: Erasure) -> None:
        self._database.run("update coresync.erasures set attempts = attempts - 1 where id = %s", (erasure.id,))

    @override
    def finish(self, erasure: Erasure, *, now: datetime) -> None:
        self._database.run(_FINISH, {"id": erasure.id, "now": now})

    def _subject(
        self, guest_id: UUID, points: Sequence[ContactPoint], addresses: Sequence[str], until: datetime
    ) -> Subject:
        ids = tuple(row["id"] for row in self._database.rows(_JOINED, {"id": guest_id}))
        hashes = tuple(point.hashed(self._cipher) for point in points)
        return Subject(guest_id, ids, tuple(points), hashes, until, addresses=tuple(addresses))

    def _seal(self, subject: Subject) -> bytes:
        points = [[point.channel, point.address] for point in subject.contact_points]
        contacts = {"points": points, "addresses": subject.addresses}
        return self._cipher.seal(json.dumps(contacts), purpose=CONTACTS)


def _request(connection: Connection[Row], row: Row) -> bool:
    """Note an erasure; False where the guest is being erased already. Raise Conflict where they are not as found."""
    connection.execute(RECORDS_CHANGE)
    [guest] = connection.execute(_LOCK, row).fetchall()
    if guest["erased_at"] is not None:
        return False
    if not guest["is_the_same"]:
        raise Conflict("what is known of the guest grew meanwhile")
    for statement in _REQUEST:
        connection.execute(statement, row)
    return True
