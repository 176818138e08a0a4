"""A hold, as few statements as it takes, in the one order of locks.

First whoever keeps unpaid places in the same session, from the same address or for the same contact is waited for; then
ended holds that stand in the way are locked by id and expired; then one statement inserts the booking, all of its rooms
and technicians, ordered by (kind, id), its event and its audit row. Whoever is second waits there, finds the place
taken, and leaves nothing behind.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

import psycopg
from psycopg import Connection
from psycopg.types.json import Jsonb

from shared_lib.availability.allocation import Allocation, Assignment, BookedVisit
from shared_lib.bookings.adapters.expired_holds import expire_holds
from shared_lib.bookings.adapters.hold_limits import hold_limits
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import email_hash, phone_hash, seal_contact
from shared_lib.bookings.draft import Draft
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.adapters.override_reasons import without_words
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.ports import Cipher

INSERT = """
with booking as (
  insert into coresync.bookings (
    id, reference, spa_id, status, starts_at, ends_at, held_until, contact, email_hash, phone_hash, tier, party, source,
    idempotency_key, price_book_version, net_cents, tax_cents, total_cents, policy, ai_session_id,
    atlas_call_id, lang, holders, created_at, updated_at)
  select
    %(id)s, 'CS-' || %(year)s || '-' || lpad(n, greatest(6, length(n)), '0'), %(spa_id)s, 'held',
    %(starts_at)s, %(ends_at)s, %(held_until)s, %(contact)s, %(email_hash)s, %(phone_hash)s, %(tier)s, %(party)s,
    %(source)s, %(idempotency_key)s, %(price_book_version)s, %(net)s, %(tax)s, %(net)s + %(tax)s, %(policy)s,
    %(ai_session_id)s, %(atlas_call_id)s, %(lang)s, %(holders)s::bytea[], %(now)s, %(now)s
    from (select nextval('coresync.booking_reference')::text as n) as counted
   where case
     when %(roster_version)s::bigint is null or coresync.is_still_free(
       %(spa_id)s, %(price_book_version)s, %(roster_version)s, %(kinds)s::text[], %(ids)s::int[],
       %(begins)s::timestamptz[], %(ends)s::timestamptz[], %(attended_until)s::timestamptz[])
     then coresync.within_hold_limits(%(idempotency_key)s, %(holders)s::bytea[], %(most)s::int[], %(now)s)
   end
  on conflict (idempotency_key) do nothing
  returning id, reference
), visits as (
  insert into coresync.booking_visits (booking_id, number, guest, starts_at, ends_at, wish)
  select booking.id, visit.number, visit.guest, visit.starts_at, visit.ends_at, visit.wish
    from booking, jsonb_to_recordset(%(visits)s) as visit (
      number int, guest int, starts_at timestamptz, ends_at timestamptz, wish text)
), places as (
  insert into coresync.booking_resources (booking_id, resource_kind, resource_id, occupied, visit)
  select booking.id, place.kind, place.id, tstzrange(place.begins, place.ends, '[)'), place.visit
    from booking, unnest(%(kinds)s::text[], %(ids)s::int[], %(begins)s::timestamptz[], %(ends)s::timestamptz[],
                         %(visit_numbers)s::int[]) as place (kind, id, begins, ends, visit)
   order by place.kind, place.id, place.begins
  on conflict do nothing
  returning 1
), lines as (
  insert into coresync.booking_lines (
    booking_id, position, kind, item_id, name, minutes, list_cents, price_cents, tax_class, tax_rate, tax_cents, visit)
  select booking.id, line.position, line.kind, line.item_id, line.name, line.minutes, line.list_cents,
         line.price_cents, line.tax_class, line.tax_rate, line.tax_cents, line.visit
    from booking, jsonb_to_recordset(%(lines)s) as line (
      position int, kind text, item_id text, name text, minutes int, list_cents int, price_cents int, tax_class text,
      tax_rate int, tax_cents int, visit int)
), told as (
  insert into coresync.outbox (event_id, type, booking_id, version, body, created_at)
  select %(event_id)s, %(event)s, id, 1, %(event_body)s, %(now)s from booking
), noted as (
  insert into coresync.audit_log (at, actor, action, booking_id, detail)
  select %(now)s, %(source)s, %(event)s, id, %(audited)s from booking
), said as (
  insert into coresync.override_reasons (id, booking_id, sealed, created_at)
  select %(reason_id)s::uuid, id, %(reason)s::bytea, %(now)s from booking where %(reason_id)s::uuid is not null
)
select reference, coresync.all_places((select count(*) from places), %(asked)s) from booking
"""

PLACE_GONE = "CS001"
BEYOND_LIMIT = "CS002"

LOCK_ENDED = """
select id from coresync.bookings
 where id = any(%(ids)s) and status = 'held' and held_until <= %(now)s and coresync.lock_holders(%(holders)s::bytea[])
 order by id for update
"""


class KeyKnown(Exception):
    """There is a booking under this key, or what was offered is so no more; never leaves this package."""


class BeyondLimit(Exception):
    """Its holders keep as many unpaid places as they may: nothing was kept; never leaves this package."""


class PlaceGone(Exception):
    """Somebody else was first: nothing of the hold was kept; never leaves this package."""


REFUSALS: Mapping[str | None, type[Exception]] = {PLACE_GONE: PlaceGone, BEYOND_LIMIT: BeyondLimit}


def insert_hold(
    connection: Connection[Row], draft: Draft, assignment: Assignment, *, cipher: Cipher, now: datetime
) -> Booking:
    """Insert the booking with its places and return it; raise PlaceGone, BeyondLimit, or KeyKnown for a known key."""
    holders = hold_limits(draft.limits, cipher)
    if assignment.expired_holds:
        expire_ended(connection, assignment.expired_holds, holders=holders["holders"], now=now)
    held = Event(uuid4(), EventType.HELD, uuid4(), 1, now)
    try:
        made = connection.execute(INSERT, _parameters(draft, assignment, held, cipher) | holders).fetchone()
    except psycopg.DatabaseError as error:
        if error.sqlstate in REFUSALS:
            raise REFUSALS[error.sqlstate] from error
        raise
    if made is None:
        raise KeyKnown
    return draft.held(held.booking_id, made["reference"], assignment, held)


def expire_ended(
    connection: Connection[Row], ids: Sequence[UUID], *, now: datetime, holders: Sequence[bytes] = ()
) -> None:
    """Expire holds that have run out, locked in the order of their ids; those that moved on meanwhile stay."""
    locked = connection.execute(LOCK_ENDED, {"ids": list(ids), "now": now, "holders": list(holders)}).fetchall()
    expire_holds(connection, [row["id"] for row in locked], detail={"gave_way": True}, now=now, newer=None)


NO_COLUMNS = {"wishes", "limits"}


def _parameters(draft: Draft, assignment: Assignment, held: Event, cipher: Cipher) -> Row:
    columns = {
        field.name: getattr(draft, field.name) for field in dataclasses.fields(draft) if field.name not in NO_COLUMNS
    }
    lines = [{"position": n} | dataclasses.asdict(line) for n, line in enumerate(draft.lines, 1)]
    audited, words = without_words(draft.audited, cipher)
    return (
        columns
        | words
        | _visits(draft.visits(assignment), assignment.allocations)
        | allocation_arrays(assignment.allocations)
        | {
            "id": held.booking_id,
            "now": held.at,
            "event_id": held.id,
            "event": held.type,
            "event_body": Jsonb(held.body()),
            "asked": len(assignment.allocations),
            "net": draft.net_cents,
            "tax": draft.tax_cents,
            "policy": Jsonb(dict(draft.policy)),
            "audited": Jsonb(audited),
            "lines": Jsonb(lines),
            "contact": seal_contact(draft.contact, cipher),
            "email_hash": email_hash(draft.contact, cipher),
            "phone_hash": phone_hash(draft.contact, cipher),
        }
    )


def _visits(visits: Sequence[BookedVisit], allocations: Sequence[Allocation]) -> Row:
    """Return when each visit is, and for each place until when its guest is there."""
    ends = {visit.number: visit.ends_at for visit in visits}
    rows = [dataclasses.asdict(v) | {"starts_at": str(v.starts_at), "ends_at": str(v.ends_at)} for v in visits]
    return {
        "ends_at": max(visit.ends_at for visit in visits),
        "visits": Jsonb(rows),
        "attended_until": [ends[one.visit] for one in allocations],
    }


def allocation_arrays(allocations: Sequence[Allocation]) -> Row:
    """Return places as the columns of a statement that inserts them all at once."""
    return {
        "kinds": [allocation.kind for allocation in allocations],
        "ids": [allocation.id for allocation in allocations],
        "begins": [allocation.begins for allocation in allocations],
        "ends": [allocation.ends for allocation in allocations],
        "visit_numbers": [allocation.visit for allocation in allocations],
    }
