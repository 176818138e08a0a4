"""The waitlist in PostgreSQL."""

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import LiteralString, TypeVar
from uuid import UUID, uuid4

from psycopg import Connection
from psycopg.errors import ExclusionViolation
from psycopg.types.json import Jsonb
from psycopg.types.multirange import Multirange
from psycopg.types.range import Range
from typing_extensions import override

from shared_lib.bookings.contact import Contact, email_hash
from shared_lib.bookings.lifecycle import Status
from shared_lib.guests.guest import Guest
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import AlreadyWaiting, NotFound
from shared_lib.kernel.ports import Cipher
from shared_lib.waitlist.entry import EntryStatus, OfferedSlot, WaitlistEntry
from shared_lib.waitlist.ports import NewWaitlistEntry, Waitlist, WaitlistQueue

T = TypeVar("T")

CONTACT = "waitlist.contact"

JOIN = """
with joined as (
  insert into coresync.waitlist_entries (
    id, idempotency_key, spa_id, status, tier, treatments, asked, windows, contact, email_hash, source, joined_at)
  values (
    %(id)s, %(idempotency_key)s, %(spa_id)s, 'waiting', %(tier)s, %(treatments)s, %(asked)s, %(windows)s, %(contact)s,
    %(email_hash)s, %(source)s, %(now)s)
  on conflict (idempotency_key) do nothing
  returning id, source
)
insert into coresync.audit_log (at, actor, action, detail)
select %(now)s, source, 'waitlist.joined', jsonb_build_object('entry', id) from joined
"""

ENTRY: LiteralString = """
select e.id, e.status, e.tier, e.asked, e.windows, e.joined_at,
  (select jsonb_agg(jsonb_build_array(b.id, b.status, b.starts_at, b.ends_at, b.held_until) order by b.created_at)
     from coresync.bookings b
    where b.source = 'waitlist' and split_part(b.idempotency_key, ':', 2) = e.id::text) as offers
from coresync.waitlist_entries e
"""
BY_ID = ENTRY + " where e.id = %s"
OF_GUEST: LiteralString = (
    ENTRY
    + """
 where e.email_hash = any(%(hashes)s) and e.spa_id = %(spa)s and e.status = 'waiting' order by e.joined_at desc, e.id
"""
)
BY_KEY = ENTRY + " where e.idempotency_key = %s"
LAST_SEEN: LiteralString = """(
  select -t.days_ahead, e.joined_at, e.id
    from coresync.waitlist_entries e
    join coresync.membership_tiers t on (t.spa_id, t.name) = (e.spa_id, e.tier)
   where e.id = %(after)s)
"""
IN_ORDER = (
    ENTRY
    + """
 join coresync.membership_tiers t on (t.spa_id, t.name) = (e.spa_id, e.tier)
where e.spa_id = %(spa)s and e.status = 'waiting' and (
  %(after)s::uuid is null or (-t.days_ahead, e.joined_at, e.id) > """
    + LAST_SEEN
    + """)
order by t.days_ahead desc, e.joined_at, e.id limit %(limit)s
"""
)
LAST_WISH = """
select max(upper(windows)) as ends from coresync.waitlist_entries where spa_id = %s and status = 'waiting'
"""
LOCK = "select contact from coresync.waitlist_entries where id = %s and status = 'waiting' for update skip locked"

END = """
with ended as (
  update coresync.waitlist_entries set status = %(status)s, ended_at = %(now)s, contact = null, email_hash = null
   where id = %(id)s and status = 'waiting' returning id
)
insert into coresync.audit_log (at, actor, action, detail)
select %(now)s, %(actor)s, 'waitlist.' || %(status)s, jsonb_build_object('entry', id) from ended
"""


# What `WaitlistEntry.ending` says of one entry, said of all at once.
END_OVER = """
with over as (
  select e.id, case when offers.taken then 'booked' else 'ended' end as status
    from coresync.waitlist_entries e
   cross join lateral (
     select coalesce(bool_or(b.status in ('confirmed', 'completed', 'no_show')), false) as taken,
            coalesce(bool_or(b.status = 'paying' or b.status = 'held' and b.held_until > %(now)s), false) as stand
       from coresync.bookings b
      where b.source = 'waitlist' and split_part(b.idempotency_key, ':', 2) = e.id::text
   ) as offers
   where e.spa_id = %(spa)s and e.status = 'waiting'
     and (offers.taken or (upper(e.windows) <= %(now)s and not offers.stand))
   for update of e skip locked
), ended as (
  update coresync.waitlist_entries e
     set status = over.status, ended_at = %(now)s, contact = null, email_hash = null
    from over where e.id = over.id and e.status = 'waiting' returning e.id, e.status
), noted as (
  insert into coresync.audit_log (at, actor, action, detail)
  select %(now)s, %(actor)s, 'waitlist.' || status, jsonb_build_object('entry', id) from ended
)
select status, count(*) as entries from ended group by status
"""


class PostgresWaitlist(Waitlist, WaitlistQueue):
    """`waitlist_entries`, and beside each one the bookings that are its offers."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def join(self, joining: NewWaitlistEntry, *, now: datetime) -> WaitlistEntry:
        try:
            self._database.run(JOIN, self._columns(joining) | {"id": uuid4(), "now": now})
        except ExclusionViolation as error:
            if self.by_key(joining.idempotency_key) is None:
                raise AlreadyWaiting("waits for the same already") from error
        return _entry(self._database.rows(BY_KEY, (joining.idempotency_key,))[0])

    def _columns(self, joining: NewWaitlistEntry) -> Row:
        contact = json.dumps(dataclasses.asdict(joining.contact))
        return {
            "idempotency_key": joining.idempotency_key,
            "spa_id": joining.spa_id,
            "tier": joining.tier,
            "treatments": ",".join(joining.treatments),
            "asked": Jsonb(dict(joining.asked)),
            "windows": Multirange([Range(*window) for window in joining.windows]),
            "contact": self._cipher.seal(contact, purpose=CONTACT),
            "email_hash": email_hash(joining.contact, self._cipher),
            "source": joining.source,
        }

    @override
    def get(self, entry_id: UUID) -> WaitlistEntry:
        rows = self._database.rows(BY_ID, (entry_id,))
        if not rows:
            raise NotFound("nobody waits there")
        return _entry(rows[0])

    @override
    def by_key(self, idempotency_key: str) -> WaitlistEntry | None:
        rows = self._database.rows(BY_KEY, (idempotency_key,))
        return _entry(rows[0]) if rows else None

    @override
    def of_guest(self, guest: Guest) -> Sequence[WaitlistEntry]:
        hashes = [point.hashed(self._cipher) for point in guest.contact_points]
        return [_entry(row) for row in self._database.rows(OF_GUEST, {"spa": guest.spa_id, "hashes": hashes})]

    @override
    def waiting(self, spa_id: str, *, limit: int, after: UUID | None = None) -> Sequence[WaitlistEntry]:
        """Return those who wait: the tier that books farthest ahead first, then whoever joined first."""
        rows = self._database.rows(IN_ORDER, {"spa": spa_id, "limit": limit, "after": after})
        return [_entry(row) for row in rows]

    @override
    def last_wish(self, spa_id: str) -> datetime | None:
        ends: datetime | None = self._database.rows(LAST_WISH, (spa_id,))[0]["ends"]
        return ends

    @override
    def end_over(self, spa_id: str, *, actor: str, now: datetime) -> Counter[EntryStatus]:
        """End the waiting of all whose entries say that it is over, and return how many ended how."""
        rows = self._database.rows(END_OVER, {"spa": spa_id, "actor": actor, "now": now})
        return Counter({EntryStatus(row["status"]): row["entries"] for row in rows})

    @override
    def alone_with(self, entry_id: UUID, steps: Callable[[WaitlistEntry, Contact], T]) -> T | None:
        def run(connection: Connection[Row]) -> T | None:
            locked = connection.execute(LOCK, (entry_id,)).fetchone()
            if locked is None:
                return None
            # Read after the lock is there: what was offered a moment ago is seen.
            row = connection.execute(BY_ID, (entry_id,)).fetchall()[0]
            return steps(_entry(row), self._open(locked["contact"]))

        return self._database.transaction(run)

    def _open(self, sealed: bytes) -> Contact:
        return Contact(**json.loads(self._cipher.open(sealed, purpose=CONTACT)))

    @override
    def end(self, entry_id: UUID, status: EntryStatus, *, actor: str, now: datetime) -> bool:
        return self._database.run(END, {"id": entry_id, "status": status, "actor": actor, "now": now}) == 1


def _entry(row: Row) -> WaitlistEntry:
    return WaitlistEntry(
        id=row["id"],
        status=EntryStatus(row["status"]),
        tier=row["tier"],
        asked=row["asked"],
        windows=tuple((window.lower, window.upper) for window in row["windows"]),
        joined_at=row["joined_at"],
        offers=tuple(_offered_slot(*offer) for offer in row["offers"] or ()),
    )


def _offered_slot(booking_id: str, status: str, *instants: str) -> OfferedSlot:
    return OfferedSlot(UUID(booking_id), Status(status), *map(datetime.fromisoformat, instants))
