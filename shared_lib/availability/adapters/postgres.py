"""What a search or a hold needs to know of the house: what is taken in one statement, the roster by its number."""

from datetime import datetime

from typing_extensions import override

from shared_lib.availability.adapters.rosters import PostgresRosters
from shared_lib.availability.ports import SnapshotReader
from shared_lib.availability.snapshot import Occupancy, OccupancySnapshot, Roster
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import Conflict, NotFound

# One row tells which price book and roster are in force; each of the others has all times of one room or technician,
# as two arrays of minutes since 1970. An array of integers is read ten times faster than as many timestamps.
TAKEN = """
select 'house' as kind, 0 as id, null::uuid as ended_hold, false as time_off,
       null::int[] as begins, null::int[] as ends,
       (select max(version) from coresync.price_books where spa_id = %(spa)s) as book_version,
       (select roster_version from coresync.spas where id = %(spa)s) as roster_version
union all
select kind, id, ended_hold, time_off,
       array_agg(floor(date_part('epoch', lower(time)) / 60)::int),
       array_agg(ceil(date_part('epoch', upper(time)) / 60)::int),
       null, null
  from (
    select r.resource_kind, r.resource_id, ended.id, false, r.occupied
      from coresync.booking_resources r
      left join coresync.bookings ended
        on ended.id = r.booking_id and ended.status = 'held' and ended.held_until <= %(now)s
     where r.active and r.occupied && tstzrange(%(begins)s, %(ends)s)
    union all
    select 'technician', technician_id, null, true, during * tstzrange(%(begins)s, %(ends)s)
      from coresync.busy_times where during && tstzrange(%(begins)s, %(ends)s)
  ) as taken (kind, id, ended_hold, time_off, time)
 group by kind, id, ended_hold, time_off
"""
TRIES = 5
"""How often it is read again when the roster changed in between."""


class PostgresSnapshotReader(SnapshotReader):
    """Reads the snapshot of a spa: one statement, and one more at the first sight of a version of its roster."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.rosters = PostgresRosters(database)

    @override
    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        asked = {"spa": spa_id, "begins": begins, "ends": ends, "now": now}
        for _ in range(TRIES):
            with self._database.connection() as connection:
                rows = connection.execute(TAKEN, asked, prepare=True, binary=True).fetchall()
            house = next(row for row in rows if row["kind"] == "house")
            if house["book_version"] is None:
                raise NotFound(f"no price book has been published for {spa_id}")
            if roster := self._roster(spa_id, house["roster_version"]):
                return OccupancySnapshot(
                    book_version=house["book_version"],
                    begins=begins,
                    ends=ends,
                    rooms=roster.rooms,
                    technicians=roster.technicians,
                    taken=tuple(_taken(row) for row in rows if row is not house),
                    roster_version=roster.version,
                )
        raise Conflict("the roster changes all the time")

    def _roster(self, spa_id: str, version: int) -> Roster | None:
        """Return the version that was in force when the snapshot was read; None where it is in force no more."""
        if known := self.rosters.known(spa_id, version):
            return known
        newest = self.rosters.newest(spa_id)
        return newest if newest.version == version else None


def _taken(row: Row) -> Occupancy:
    ranges = list(zip(row["begins"], row["ends"], strict=True))
    return Occupancy(row["kind"], row["id"], ranges, row["ended_hold"], row["time_off"])
