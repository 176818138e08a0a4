"""How far each calendar has been read, in PostgreSQL, beside the busy times that came in by it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from psycopg import Connection
from typing_extensions import override

from shared_lib.calendars.feed import BusyTime, Reading, WatchedCalendar
from shared_lib.calendars.ports import CalendarReads
from shared_lib.kernel.adapters.database import Database, Row

OWNED = """
select calendar_id, min(id) as first from coresync.technicians
 where spa_id = %s and active and calendar_id is not null group by calendar_id order by first
"""

READING = """
with owners as (
  select coalesce(array_agg(id order by id), '{}') as ids
    from coresync.technicians where spa_id = %(spa)s and active and calendar_id = %(calendar)s
)
select owners.ids, coalesce(r.revision, 0) as revision, r.read_at,
       case when r.technicians = owners.ids then r.sync_token end as token
  from owners left join coresync.calendar_reads r on r.calendar_id = %(calendar)s
"""

FRESH = "select calendar_id from coresync.calendar_reads where spa_id = %s and read_at > %s"

# Whoever reads a calendar for the first time makes its row; the others wait for the row, and then for its lock.
BEGIN = """
insert into coresync.calendar_reads (calendar_id, spa_id) values (%(calendar)s, %(spa)s) on conflict do nothing
"""
LOCK = "select revision from coresync.calendar_reads where calendar_id = %s for update"

FREE = """
delete from coresync.busy_times
 where technician_id = any(%(owners)s) and (%(gone)s::text[] is null or source_id = any(%(gone)s))
   and source_id <> all(%(kept)s)
"""
TAKE = """
insert into coresync.busy_times as b (technician_id, source_id, during)
select owner, event.id, tstzrange(event.begins, event.ends, '[)')
  from unnest(%(owners)s::int[]) as owner,
       unnest(%(kept)s::text[], %(begins)s::timestamptz[], %(ends)s::timestamptz[]) as event (id, begins, ends)
on conflict (technician_id, source_id) do update set during = excluded.during where b.during <> excluded.during
"""
MOVE_ON = """
update coresync.calendar_reads
   set revision = revision + 1, sync_token = %(token)s, technicians = %(owners)s, read_at = %(now)s,
       failed_at = null, trouble = null
 where calendar_id = %(calendar)s
"""
FAILED = """
insert into coresync.calendar_reads as r (calendar_id, spa_id, failed_at, trouble)
values (%(calendar)s, %(spa)s, %(now)s, %(code)s)
on conflict (calendar_id) do update
   set failed_at = coalesce(r.failed_at, excluded.failed_at), trouble = excluded.trouble
"""
LEAVERS = """
delete from coresync.busy_times b using coresync.technicians t
 where t.id = b.technician_id and t.spa_id = %s and (t.calendar_id is null or not t.active)
"""


class PostgresCalendarReads(CalendarReads):
    """No lock is held while Google is asked: a reading is taken if its revision still is that of the row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def technicians_calendars(self, spa_id: str) -> Sequence[WatchedCalendar]:
        """Return the calendars of those who work there, named by the technician's number."""
        rows = self._database.rows(OWNED, (spa_id,))
        return [WatchedCalendar(row["calendar_id"], f"technician {row['first']}", ours=False) for row in rows]

    @override
    def reading(self, spa_id: str, calendar_id: str) -> Reading:
        (row,) = self._database.rows(READING, {"spa": spa_id, "calendar": calendar_id})
        return Reading(spa_id, calendar_id, tuple(row["ids"]), row["revision"], row["token"], row["read_at"])

    @override
    def read_since(self, spa_id: str, moment: datetime) -> Collection[str]:
        return {row["calendar_id"] for row in self._database.rows(FRESH, (spa_id, moment))}

    @override
    def take(
        self, reading: Reading, *, token: str, busy: Sequence[BusyTime], gone: Collection[str] | None, now: datetime
    ) -> int | None:
        """Replace its owners' busy times and move on to `token`; return how many rows changed, None if overtaken."""
        parameters = {
            "spa": reading.spa_id,
            "calendar": reading.calendar_id,
            "owners": list(reading.owners),
            "token": token,
            "now": now,
            "gone": None if gone is None else list(gone),
            "kept": [one.source_id for one in busy],
            "begins": [one.begins for one in busy],
            "ends": [one.ends for one in busy],
        }

        def steps(connection: Connection[Row]) -> int | None:
            connection.execute(BEGIN, parameters)
            row = connection.execute(LOCK, (reading.calendar_id,)).fetchone()
            if row is None or row["revision"] != reading.revision:
                return None
            touched = sum(connection.execute(change, parameters).rowcount for change in (FREE, TAKE))
            connection.execute(MOVE_ON, parameters)
            return touched

        return self._database.transaction(steps)

    @override
    def failed(self, reading: Reading, code: str, *, now: datetime) -> None:
        parameters = {"spa": reading.spa_id, "calendar": reading.calendar_id, "now": now, "code": code}
        self._database.run(FAILED, parameters)

    @override
    def forget_leavers(self, spa_id: str) -> int:
        return self._database.run(LEAVERS, (spa_id,))
