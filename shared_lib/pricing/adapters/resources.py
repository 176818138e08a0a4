"""What a spa has, by name, in PostgreSQL."""

from shared_lib.kernel.adapters.database import Database
from shared_lib.pricing.resources import ResourceNames

_NAMES = """
select array(select distinct kind from coresync.rooms where spa_id = %(spa)s order by kind) as kinds,
       array(select distinct area from coresync.rooms where spa_id = %(spa)s order by area) as areas,
       array(select distinct unnest(specialties) as one from coresync.technicians where spa_id = %(spa)s order by one)
         as specialties
"""


class PostgresResources:
    """Reads the names of rooms' kinds and areas, and of what technicians have learnt."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self, spa_id: str) -> ResourceNames:
        """Return what there is, by name, whether it is in use or not."""
        (row,) = self._database.rows(_NAMES, {"spa": spa_id})
        return ResourceNames(tuple(row["kinds"]), tuple(row["areas"]), tuple(row["specialties"]))
