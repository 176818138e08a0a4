"""What a booking holds, exchanged: its places, the times of its visits, what it sells.

Places go over in the one order of locks, resource by resource, what is let go just before what is taken there. A place
that stands taken is not waited for: two who want each other's places at once both step back, and neither blocks the
other.
"""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb

from shared_lib.availability.allocation import Allocation, Assignment, BookedVisit
from shared_lib.bookings.adapters.insert_hold import allocation_arrays, expire_ended
from shared_lib.bookings.booking import Booking
from shared_lib.kernel.adapters.database import Row
from shared_lib.pricing.sale import Sale

TAKEN = """
select 1 from coresync.booking_resources r
  join unnest(%(kinds)s::text[], %(ids)s::int[], %(begins)s::timestamptz[], %(ends)s::timestamptz[])
    as place (kind, id, begins, ends)
    on r.resource_kind = place.kind and r.resource_id = place.id and r.occupied && tstzrange(place.begins, place.ends)
 where r.active and r.booking_id <> %(booking)s limit 1
"""

LET_GO = """
delete from coresync.booking_resources where booking_id = %s and resource_kind = %s and resource_id = %s
"""

TAKE = """
insert into coresync.booking_resources (booking_id, resource_kind, resource_id, occupied, visit)
select %(booking)s, place.kind, place.id, tstzrange(place.begins, place.ends, '[)'), place.visit
  from unnest(%(kinds)s::text[], %(ids)s::int[], %(begins)s::timestamptz[], %(ends)s::timestamptz[],
              %(visit_numbers)s::int[]) as place (kind, id, begins, ends, visit)
 order by place.begins
on conflict do nothing
"""

TIMES = """
update coresync.booking_visits v set starts_at = new.starts_at, ends_at = new.ends_at, wish = new.wish
  from jsonb_to_recordset(%(visits)s) as new (number int, starts_at timestamptz, ends_at timestamptz, wish text)
 where v.booking_id = %(booking)s and v.number = new.number
"""

LINES_OUT = """
delete from coresync.booking_lines l using coresync.booking_visits v
 where l.booking_id = %(booking)s and (v.booking_id, v.number) = (l.booking_id, l.visit) and v.left_at is null
"""

LINES_IN = """
insert into coresync.booking_lines (
  booking_id, position, kind, item_id, name, minutes, list_cents, price_cents, tax_class, tax_rate, tax_cents, visit)
select %(booking)s, line.position + (
         select coalesce(max(position), 0) from coresync.booking_lines where booking_id = %(booking)s),
       line.kind, line.item_id, line.name, line.minutes, line.list_cents, line.price_cents, line.tax_class,
       line.tax_rate, line.tax_cents, line.visit
  from jsonb_to_recordset(%(lines)s) as line (
    position int, kind text, item_id text, name text, minutes int, list_cents int, price_cents int, tax_class text,
    tax_rate int, tax_cents int, visit int)
"""

SUMS = """
update coresync.bookings b
   set starts_at = times.begins, ends_at = times.ends, net_cents = sold.net, tax_cents = sold.tax,
       total_cents = sold.net + sold.tax
  from (select min(starts_at) as begins, max(ends_at) as ends
          from coresync.booking_visits where booking_id = %(booking)s and left_at is null) as times,
       (select sum(price_cents)::int as net, sum(tax_cents)::int as tax
          from coresync.booking_lines l
          join coresync.booking_visits v on (v.booking_id, v.number) = (l.booking_id, l.visit)
         where l.booking_id = %(booking)s and v.left_at is null) as sold
 where b.id = %(booking)s
"""

LEAVE = """
with gone as (
  update coresync.booking_visits set left_at = %(now)s
   where booking_id = %(booking)s and guest = %(guest)s and left_at is null returning number
)
delete from coresync.booking_resources r using gone where r.booking_id = %(booking)s and r.visit = gone.number
"""


def swap_allocations(connection: Connection[Row], booking: Booking, assignment: Assignment, *, now: datetime) -> bool:
    """Take the places of an assignment for those that the booking has; False if somebody else has one of them."""
    if assignment.expired_holds:
        expire_ended(connection, assignment.expired_holds, now=now)
    if connection.execute(TAKEN, {"booking": booking.id} | allocation_arrays(assignment.allocations)).fetchall():
        return False
    resources = sorted(
        {(allocation.kind, allocation.id) for allocation in (*booking.allocations, *assignment.allocations)}
    )
    return all(_swap(connection, booking.id, resource, assignment.allocations) for resource in resources)


def _swap(
    connection: Connection[Row], booking: UUID, resource: tuple[str, int], allocations: Sequence[Allocation]
) -> bool:
    connection.execute(LET_GO, (booking, *resource))
    wanted = [allocation for allocation in allocations if (allocation.kind, allocation.id) == resource]
    if not wanted:
        return True
    return connection.execute(TAKE, {"booking": booking} | allocation_arrays(wanted)).rowcount == len(wanted)


def write_times(connection: Connection[Row], booking: UUID, visits: Sequence[BookedVisit]) -> None:
    """Write when each visit is, and with whom it was wished."""
    rows = [dataclasses.asdict(v) | {"starts_at": str(v.starts_at), "ends_at": str(v.ends_at)} for v in visits]
    connection.execute(TIMES, {"booking": booking, "visits": Jsonb(rows)})


def write_sale(connection: Connection[Row], booking: UUID, sale: Sale) -> None:
    """Write what its standing visits sell; what was sold to guests who left stays as it was."""
    rows = [{"position": n} | dataclasses.asdict(line) for n, line in enumerate(sale.lines, 1)]
    connection.execute(LINES_OUT, {"booking": booking})
    connection.execute(LINES_IN, {"booking": booking, "lines": Jsonb(rows)})
    connection.execute(
        "update coresync.bookings set price_book_version = %s where id = %s", (sale.price_book_version, booking)
    )


def add_up(connection: Connection[Row], booking: UUID) -> None:
    """Let a booking begin, end and cost what its standing visits do."""
    connection.execute(SUMS, {"booking": booking})


def leave(connection: Connection[Row], booking: UUID, guest: int, *, now: datetime) -> None:
    """Mark the visits of a guest as left, and free their places."""
    connection.execute(LEAVE, {"booking": booking, "guest": guest, "now": now})
