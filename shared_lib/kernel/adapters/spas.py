"""The spas in PostgreSQL."""

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.spa import Spa


class PostgresSpas:
    """Reads a spa by its id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, spa_id: str) -> Spa:
        """Return the spa; raise NotFound."""
        found = self._database.rows(
            "select id, name, zone, address, phone, website from coresync.spas where id = %s", (spa_id,)
        )
        if not found:
            raise NotFound(f"no spa {spa_id}")
        return Spa(**found[0])
