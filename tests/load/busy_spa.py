"""The spa of the bench: 10 rooms, 20 technicians, 60 bookings on each of 90 days, and limits raised by settings."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from psycopg import Connection

from infra.local.demo import TITLE, load, workbook
from infra.local.demo.workbook import Rows
from infra.local.environment import CALENDARS, PRICE_BOOK_ID, SPA_ID
from shared_lib.adapters.postgres.database import Database, Row
from shared_lib.adapters.postgres.price_books import PostgresPriceBooks
from shared_lib.domain.price_book_reading import read
from tests.integration.whole.system import WholeSystem

DAYS = 90
ROOM_KINDS = ("treatment",) * 7 + ("barber", "nails", "private")
TECHNICIANS = 20
SPECIALTIES = ["massage", "facial", "barber", "nails"]
STARTS = (10, 12, 14, 16, 18, 20)
"""Hours at which every room is taken for 70 minutes; the technicians take turns."""
NAMES = uuid5(UUID(int=0), "bench")
ALWAYS_OPEN: Rows = [["Men's Suite", "Sun-Sat", "10:00", "24:00"], ["Private", "Sun-Sat", "10:00", "24:00"]]


class BusySystem(WholeSystem):
    """The whole local system around a spa that has much to do."""

    def _open_demo(self) -> None:
        vendors = self.system.vendors
        for name, calendar_id in CALENDARS.items():
            vendors.calendar.create_calendar(calendar_id, name, "America/New_York")
        vendors.sheets.create_workbook(PRICE_BOOK_ID, TITLE, busy_workbook())
        database = Database(self.system.database_url)
        load(database)
        PostgresPriceBooks(database).publish(SPA_ID, read(busy_workbook()), now=self.clock())
        database.transaction(lambda connection: fill(connection, self.clock()))
        database.close()


def busy_workbook() -> dict[str, Rows]:
    """Return the demo's workbook for a spa that never closes."""
    tabs = workbook()
    return tabs | {"Hours": [tabs["Hours"][0], *ALWAYS_OPEN]}


def fill(connection: Connection[Row], now: datetime) -> None:
    """Replace the demo's rooms and people, and book them for three months."""
    for table in ("schedules", "technicians", "rooms"):
        connection.execute(f"delete from coresync.{table}".encode())
    with connection.cursor() as cursor:
        cursor.executemany(ROOM, [(n, f"Room {n}", kind) for n, kind in enumerate(ROOM_KINDS, 1)])
        cursor.executemany(TECHNICIAN, [(n, f"Person {n}", SPECIALTIES) for n in range(1, TECHNICIANS + 1)])
        cursor.executemany(SHIFT, [(n, day) for n in range(1, TECHNICIANS + 1) for day in range(7)])
        midnight = now.astimezone(UTC).replace(hour=5, minute=0, second=0, microsecond=0)
        slots = [(midnight + timedelta(days=day, hours=hour), hour) for day in range(DAYS) for hour in STARTS]
        taken = [_booking(start, hour, room, now) for start, hour in slots for room in range(1, len(ROOM_KINDS) + 1)]
        cursor.executemany(BOOKING, taken)
        cursor.executemany(VISIT, taken)
        cursor.executemany(PLACES, taken)
    connection.execute("analyze")


def _booking(start: datetime, hour: int, room: int, now: datetime) -> Row:
    """Return a booking; half of the technicians work at even turns, the other half at odd ones."""
    reference = f"CS-{start:%Y}-9{start:%m%d%H}{room:02}"
    technician = room + len(ROOM_KINDS) * (hour // 2 % 2)
    key = uuid5(NAMES, reference)
    return {"id": key, "reference": reference, "start": start, "now": now, "room": room, "technician": technician}


ROOM = """
insert into coresync.rooms (id, spa_id, name, kind, area, capacity, turnaround)
values (%s, 'new-york', %s, %s, 'Men''s Suite', 2, 10)"""
TECHNICIAN = """
insert into coresync.technicians (id, spa_id, name, gender, specialties) values (%s, 'new-york', %s, 'x', %s)"""
SHIFT = "insert into coresync.schedules (technician_id, weekday, begins, ends) values (%s, %s, 600, 1440)"
BOOKING = """
insert into coresync.bookings (
  id, reference, spa_id, status, starts_at, ends_at, held_until, contact, tier, party, source, idempotency_key,
  price_book_version, net_cents, tax_cents, total_cents, policy, created_at, updated_at)
values (
  %(id)s, %(reference)s, 'new-york', 'confirmed', %(start)s, %(start)s::timestamptz + interval '1 hour',
  %(now)s::timestamptz + interval '10 minutes', '\\x00', 'Non-Member', 1, 'chat', %(reference)s, 1, 0, 0, 0, '{}',
  %(now)s, %(now)s)"""
VISIT = """
insert into coresync.booking_visits values (
  %(id)s, 1, 1, %(start)s, %(start)s::timestamptz + interval '1 hour', null, null)"""
PLACES = """
insert into coresync.booking_resources (booking_id, resource_kind, resource_id, occupied)
select %(id)s, kind, id, tstzrange(%(start)s, %(start)s::timestamptz + interval '70 minutes')
  from (values ('room', %(room)s::int), ('technician', %(technician)s::int)) as place (kind, id)"""
