"""Addresses that nothing is written to any more, in PostgreSQL, by their keyed hash."""

from datetime import datetime

from psycopg import Connection
from typing_extensions import override

from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.notifications.ports import Suppressions
from shared_lib.notifications.suppression import SuppressionReason

# A complaint outweighs what was known before: no proof of the address takes it back.
_SUPPRESS = """
insert into coresync.suppressed_contacts as s (spa_id, contact_hash, reason, since) values (%s, %s, %s, %s)
on conflict (spa_id, contact_hash) do update set reason = excluded.reason
 where excluded.reason = 'complained' and s.reason <> 'complained'
returning xmax = 0 as is_new
"""
_LIFT = """
delete from coresync.suppressed_contacts where spa_id = %s and contact_hash = %s and reason <> 'complained'
"""


def suppress(
    connection: Connection[Row], contact_hash: bytes, reason: SuppressionReason, *, spa_id: str, now: datetime
) -> bool:
    """Note in somebody's transaction that nothing is written to an address any more; return whether that is new."""
    row = connection.execute(_SUPPRESS, (spa_id, contact_hash, reason, now)).fetchone()
    return bool(row and row["is_new"])


class PostgresSuppressions(Suppressions):
    """`suppressed_contacts`: one row for each address."""

    def __init__(self, database: Database, *, spa_id: str) -> None:
        self._database = database
        self._spa_id = spa_id

    @override
    def reason_for(self, contact_hash: bytes) -> SuppressionReason | None:
        asked = "select reason from coresync.suppressed_contacts where spa_id = %s and contact_hash = %s"
        rows = self._database.rows(asked, (self._spa_id, contact_hash))
        return SuppressionReason(rows[0]["reason"]) if rows else None

    @override
    def suppress(self, contact_hash: bytes, reason: SuppressionReason, *, now: datetime) -> bool:
        with self._database.connection() as connection:
            return suppress(connection, contact_hash, reason, spa_id=self._spa_id, now=now)

    @override
    def lift(self, contact_hash: bytes) -> None:
        self._database.run(_LIFT, (self._spa_id, contact_hash))
