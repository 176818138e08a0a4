"""What a spa has, by name, in PostgreSQL."""

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.pricing.ports import Resources
from shared_lib.pricing.resources import ResourceNames

_NAMES = """
select array(select distinct kind from coresync.rooms where spa_id = %(spa)s order by kind) as kinds,
       array(select distinct area from coresync.rooms where spa_id = %(spa)s order by area) as areas,
       array(select distinct unnest(specialties) as one from coresync.technicians where spa_id = %(spa)s order by one)
         as specialties
"""


class PostgresResources(Resources):
    """Reads the names of rooms' kinds and areas, and of what technicians have learnt."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def names(self, spa_id: str) -> ResourceNames:
        (row,) = self._database.rows(_NAMES, {"spa": spa_id})
        return ResourceNames(tuple(row["kinds"]), tuple(row["areas"]), tuple(row["specialties"]))
