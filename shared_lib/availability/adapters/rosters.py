"""Rosters in PostgreSQL: each version is read and parsed once in a process."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from shared_lib.availability.snapshot import Roster
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.kernel.spa import Room, Technician

MOST_KEPT = 8
"""How many versions stay in memory; the oldest goes first."""

READ = """
select roster_version as version,
       (select json_agg(json_build_array(id, name, kind, area, capacity, turnaround) order by id)
          from coresync.rooms where spa_id = %(spa)s and active) as rooms,
       (select json_agg(json_build_array(id, name, gender, specialties) order by id)
          from coresync.technicians where spa_id = %(spa)s and active) as technicians,
       (select json_agg(json_build_array(technician_id, weekday, begins, ends) order by technician_id, weekday, begins)
          from coresync.schedules join coresync.technicians t on t.id = technician_id
         where t.spa_id = %(spa)s) as schedules,
       (select json_agg(json_build_array(technician_id, day, begins, ends) order by technician_id, day, begins)
          from coresync.schedule_exceptions join coresync.technicians t on t.id = technician_id
         where t.spa_id = %(spa)s) as exceptions
  from coresync.spas where id = %(spa)s
"""


class PostgresRosters:
    """The newest versions of the rosters that were needed in this process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[tuple[str, int], Roster] = {}

    def known(self, spa_id: str, version: int) -> Roster | None:
        """Return a version that was read before."""
        return self._known.get((spa_id, version))

    def newest(self, spa_id: str) -> Roster:
        """Read the version in force."""
        (row,) = self._database.rows(READ, {"spa": spa_id})
        roster = Roster(row["version"], tuple(Room(*room) for room in row["rooms"] or ()), _technicians(row))
        self._known = dict([*self._known.items(), ((spa_id, roster.version), roster)][-MOST_KEPT:])
        return roster


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
