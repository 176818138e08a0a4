"""The bookings of a guest: those of their record, and those under a contact that they have proved."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.bookings.adapters.booking_rows import BOOKING, read_booking
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.ports import GuestBookings, VisitSummary
from shared_lib.guests.guest import Guest
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.ports import Cipher

# The function is called, not joined: inlined into a `from` it hides that a guest has few, and all payments are read.
_THEIRS: LiteralString = """
 where b.spa_id = %(spa_id)s and b.id in (select coresync.bookings_of_guest(%(guest_id)s, %(hashes)s))
"""
_AHEAD: LiteralString = """
   and b.ends_at > %(now)s
   and (b.status = 'confirmed' or b.status in ('held', 'paying') and b.held_until > %(now)s)
 order by b.starts_at, b.id
"""
_SUMMARY: LiteralString = """
select b.reference, b.status, b.starts_at, b.ends_at,
       (select string_agg(l.name, ', ' order by l.position) from coresync.booking_lines l
         where l.booking_id = b.id and l.kind = 'treatment') as treatments
  from coresync.bookings b
"""
_OVER: LiteralString = """
   and (b.status in ('completed', 'no_show', 'cancelled') or b.status = 'confirmed' and b.ends_at <= %(now)s)
   and exists (select from coresync.payments p where p.booking_id = b.id and p.status = 'paid')
 order by b.starts_at desc, b.id limit %(limit)s offset %(offset)s
"""
_JOIN = """
with theirs as (
  select id from coresync.bookings
   where id in (select coresync.bookings_of_guest(%(guest_id)s, %(hashes)s)) and guest_id is distinct from %(guest_id)s
   order by id for update
), joined as (
  update coresync.bookings set guest_id = %(guest_id)s where id in (select id from theirs) returning id
)
insert into coresync.audit_log (at, actor, action, detail)
select %(now)s, 'guest', 'guest.proved', %(detail)s || jsonb_build_object('bookings', (select count(*) from joined))
"""


class PostgresGuestBookings(GuestBookings):
    """What a guest who has proved who they are may see and change."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def join(self, guest: Guest, *, merged: UUID | None, now: datetime) -> None:
        detail = {"guest": str(guest.id)} | ({"merged": str(merged)} if merged else {})
        self._database.run(_JOIN, self._of(guest) | {"now": now, "detail": Jsonb(detail)})

    @override
    def coming(self, guest: Guest, *, now: datetime) -> Sequence[Booking]:
        rows = self._database.rows(BOOKING + _THEIRS + _AHEAD, self._of(guest) | {"now": now})
        return [read_booking(row, self._cipher) for row in rows]

    @override
    def past(self, guest: Guest, *, now: datetime, limit: int, offset: int = 0) -> Sequence[VisitSummary]:
        rows = self._database.rows(
            _SUMMARY + _THEIRS + _OVER, self._of(guest) | {"now": now, "limit": limit, "offset": offset}
        )
        return [VisitSummary(**row) for row in rows]

    @override
    def find(self, guest: Guest, reference: str) -> Booking:
        rows = self._database.rows(
            BOOKING + _THEIRS + " and b.reference = %(reference)s", self._of(guest) | {"reference": reference}
        )
        if not rows:
            raise NotFound("no such booking of this guest")
        return read_booking(rows[0], self._cipher)

    def _of(self, guest: Guest) -> Row:
        hashes = [point.hashed(self._cipher) for point in guest.contact_points]
        return {"guest_id": guest.id, "spa_id": guest.spa_id, "hashes": hashes}
