"""One statement tells everything that a search or a hold needs to know of the house."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from shared_lib.adapters.postgres.database import Database, Row
from shared_lib.domain.availability.floor import Floor, Taken
from shared_lib.domain.errors import NotFound
from shared_lib.domain.hours import Span, WeeklyHours
from shared_lib.domain.spa import Room, Technician

# Ranges leave the database as seconds since 1970: JSON numbers are read ten times faster than timestamps.
FLOOR = """
select
  (select max(version) from coresync.price_books where spa_id = %(spa)s) as book_version,
  (select jsonb_agg(jsonb_build_array(id, name, kind, area, capacity, turnaround) order by id)
     from coresync.rooms where spa_id = %(spa)s and active) as rooms,
  (select jsonb_agg(jsonb_build_array(id, name, gender, specialties) order by id)
     from coresync.technicians where spa_id = %(spa)s and active) as technicians,
  (select jsonb_agg(jsonb_build_array(technician_id, weekday, begins, ends) order by technician_id, weekday, begins)
     from coresync.schedules join coresync.technicians t on t.id = technician_id where t.spa_id = %(spa)s) as schedules,
  (select jsonb_agg(jsonb_build_array(technician_id, day, begins, ends) order by technician_id, day, begins)
     from coresync.schedule_exceptions join coresync.technicians t on t.id = technician_id
    where t.spa_id = %(spa)s and day between %(begins)s::date - 2 and %(ends)s::date + 2) as exceptions,
  (select jsonb_agg(jsonb_build_array(
            r.resource_kind, r.resource_id,
            extract(epoch from lower(r.occupied)), extract(epoch from upper(r.occupied)),
            case when b.status = 'held' and b.held_until <= %(now)s then b.id end))
     from coresync.booking_resources r join coresync.bookings b on b.id = r.booking_id
    where r.active and r.occupied && tstzrange(%(begins)s, %(ends)s)) as booked,
  (select jsonb_agg(jsonb_build_array(
            'technician', technician_id, extract(epoch from lower(during)), extract(epoch from upper(during)), null))
     from coresync.busy_times where during && tstzrange(%(begins)s, %(ends)s)) as busy
"""


class PostgresFloors:
    """Reads the floor of a spa."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> Floor:
        """Return the floor between two instants; holds that ended by `now` are marked as giving way."""
        row = self._database.rows(FLOOR, {"spa": spa_id, "begins": begins, "ends": ends, "now": now})[0]
        if row["book_version"] is None:
            raise NotFound(f"no price book has been published for {spa_id}")
        taken = (*(row["booked"] or ()), *(row["busy"] or ()))
        return Floor(
            book_version=row["book_version"],
            begins=begins,
            ends=ends,
            rooms=tuple(Room(*room) for room in row["rooms"] or ()),
            technicians=_technicians(row),
            taken=tuple(_taken(*fields) for fields in taken),
        )


def _taken(kind: str, number: int, begins: float, ends: float, ended_hold: str | None) -> Taken:
    held = UUID(ended_hold) if ended_hold else None
    return Taken(kind, number, datetime.fromtimestamp(begins, UTC), datetime.fromtimestamp(ends, UTC), held)


def _technicians(row: Row) -> tuple[Technician, ...]:
    weeks: dict[int, dict[int, tuple[Span, ...]]] = defaultdict(dict)
    for number, weekday, begins, ends in row["schedules"] or ():
        weeks[number][weekday] = (*weeks[number].get(weekday, ()), (begins, ends))
    days = _exceptions(row["exceptions"] or ())
    return tuple(
        Technician(number, name, gender, frozenset(specialties), WeeklyHours(weeks[number], days[number]))
        for number, name, gender, specialties in row["technicians"] or ()
    )


def _exceptions(rows: Iterable[list[Any]]) -> dict[int, dict[date, tuple[Span, ...]]]:
    days: dict[int, dict[date, tuple[Span, ...]]] = defaultdict(dict)
    for number, day, begins, ends in rows:
        span = () if begins is None else ((begins, ends),)
        known = days[number].get(date.fromisoformat(day), ())
        days[number][date.fromisoformat(day)] = (*known, *span)
    return days
