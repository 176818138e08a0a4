"""Puts the demo spa into a database; what is there already stays as it is."""

from datetime import datetime
from typing import Any

from psycopg import Connection

from infra.local.demo.facts import facts
from infra.local.demo.workbook import workbook
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
from shared_lib.pricing.price_book import PriceBook
from shared_lib.pricing.reading import read
from shared_lib.pricing.reading.clock import parse_time, parse_weekdays, span

_SPA = """
    insert into coresync.spas (id, name, zone, address, phone, website)
    values (%(id)s, %(name)s, %(zone)s, %(address)s, %(phone)s, %(website)s)
    on conflict do nothing
"""
_ROOM = """
    insert into coresync.rooms (spa_id, name, kind, area, capacity, turnaround)
    values (%s, %s, %s, %s, %s, %s) on conflict do nothing
"""
_TECHNICIAN = """
    insert into coresync.technicians (spa_id, name, gender, specialties, calendar_id)
    values (%s, %s, %s, %s, %s) on conflict do nothing returning id
"""
_SHIFT = "insert into coresync.schedules (technician_id, weekday, begins, ends) values (%s, %s, %s, %s)"


def load_demo(database: Database, *, now: datetime) -> None:
    """Load the demo spa and publish its price book, once."""
    load(database)
    publish(database, now=now)


def load(database: Database, *, spa_id: str = "new-york") -> None:
    """Insert the spa with its rooms, technicians and their weeks, where they are missing."""
    database.transaction(lambda connection: _load(connection, spa_id))


def publish(database: Database, *, now: datetime, spa_id: str = "new-york") -> PriceBook:
    """Publish the demo workbook without Google, if the spa has no price book yet; return the one in force."""
    books = PostgresPriceBooks(database)
    if not database.rows("select from coresync.price_books where spa_id = %s limit 1", (spa_id,)):
        books.publish(spa_id, read(workbook()), now=now)
    return books.current(spa_id)


def _load(connection: Connection[Row], spa_id: str) -> None:
    connection.execute(_SPA, facts()["spa"] | {"id": spa_id})
    for room in facts()["rooms"]:
        connection.execute(_ROOM, (spa_id, *room))
    for name, gender, specialties, shifts in facts()["technicians"]:
        row = (spa_id, name, gender, specialties, facts()["calendars"].get(name))
        hired = connection.execute(_TECHNICIAN, row).fetchone()
        if hired:
            _schedule(connection, hired["id"], shifts)


def _schedule(connection: Connection[Row], technician: int, shifts: list[list[Any]]) -> None:
    for days, begins, ends in shifts:
        for weekday in parse_weekdays(days) or ():
            connection.execute(_SHIFT, (technician, weekday, *_span(begins, ends)))


def _span(begins: str, ends: str) -> tuple[int, int]:
    opening, closing = parse_time(begins), parse_time(ends)
    if opening is None or closing is None:
        raise ValueError(f"not a shift: {begins} to {ends}")
    return span(opening, closing)
