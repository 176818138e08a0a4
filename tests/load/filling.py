"""Fills a spa with rooms, people and visits, as many times the usual as a measure asks for."""

import dataclasses
from datetime import UTC, datetime

from psycopg import Connection

from shared_lib.kernel.adapters.database import Row

DAYS = 90
ROOMS = 10
TECHNICIANS = 20


@dataclasses.dataclass(frozen=True)
class Size:
    """How many times 10 rooms and 20 technicians, how many times 6 visits a day in each room, each visit as much
    shorter, and how many times 90 days of visits that are over.
    """

    house: int = 1
    visits: int = 1
    past: int = 0


def fill(connection: Connection[Row], now: datetime, size: Size = Size()) -> None:
    """Replace the demo's rooms and people, and book them for the next 90 days."""
    midnight = now.astimezone(UTC).replace(hour=5, minute=0, second=0, microsecond=0)
    numbers = {
        "rooms": ROOMS * size.house,
        "technicians": TECHNICIANS * size.house,
        "first_day": -DAYS * size.past,
        "last_day": DAYS - 1,
        "turns": 6 * size.visits,
        "minutes": 70 // size.visits,
        "midnight": midnight,
        "now": now,
    }
    for statement in (*AT_ONCE, EMPTY, HOUSE, PEOPLE, SHIFTS, VISITS, BOOKINGS, BOOKED_VISITS, PLACES, "analyze"):
        connection.execute(statement, numbers if "%(" in statement else None)


AT_ONCE = ("set local statement_timeout = 0", "set local session_replication_role = replica")
"""Triggers would look at each of a hundred thousand rows again; the constraints still hold."""
EMPTY = "truncate coresync.schedules, coresync.technicians, coresync.rooms cascade"
HOUSE = """
insert into coresync.rooms (id, spa_id, name, kind, area, capacity, turnaround)
select n, 'new-york', 'Room ' || n,
       coalesce((array['barber', 'nails', 'private'])[n %% 10 - 6], 'treatment'), 'Men''s Suite', 2, 10
  from generate_series(1, %(rooms)s) as n"""
PEOPLE = """
insert into coresync.technicians (id, spa_id, name, gender, specialties)
select n, 'new-york', 'Person ' || n, 'x', '{massage,facial,barber,nails}'
  from generate_series(1, %(technicians)s) as n"""
SHIFTS = """
insert into coresync.schedules (technician_id, weekday, begins, ends)
select id, weekday, 600, 1440 from coresync.technicians, generate_series(0, 6) as weekday"""
# Every room is taken at each turn between 10 in the morning and 10 in the evening; technicians take turns.
VISITS = """
create temporary table visits on commit drop as
select md5(row_number() over () || ' of the bench')::uuid as id, row_number() over () as number, begins,
       begins + %(minutes)s * interval '1 minute' as ends, room, room + %(rooms)s * (turn %% 2) as technician
  from generate_series(%(first_day)s::int, %(last_day)s) as day,
       generate_series(0, %(turns)s - 1) as turn,
       generate_series(1, %(rooms)s) as room,
       lateral (select %(midnight)s + day * interval '1 day' + (10 + 12.0 * turn / %(turns)s) * interval '1 hour')
       as start (begins)"""
BOOKINGS = """
insert into coresync.bookings (
  id, reference, spa_id, status, starts_at, ends_at, held_until, contact, tier, party, source, idempotency_key,
  price_book_version, net_cents, tax_cents, total_cents, policy, created_at, updated_at)
select id, 'CS-2026-9' || to_char(number, 'FM0000000'), 'new-york', 'confirmed', begins, ends,
       %(now)s + interval '10 minutes', '\\x00', 'Non-Member', 1, 'chat', number || ' of the bench', 1, 0, 0, 0, '{}',
       %(now)s, %(now)s
  from visits"""
BOOKED_VISITS = """
insert into coresync.booking_visits (booking_id, number, guest, starts_at, ends_at)
select id, 1, 1, begins, ends from visits"""
PLACES = """
insert into coresync.booking_resources (booking_id, resource_kind, resource_id, occupied)
select id, 'room', room, tstzrange(begins, ends) from visits
union all
select id, 'technician', technician, tstzrange(begins, ends) from visits"""
