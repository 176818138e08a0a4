"""What the manager has to hear of, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from psycopg import Connection
from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert
from shared_lib.kernel.ports import ManagerAlerts

_RECORD = """
insert into coresync.manager_alerts (id, spa_id, kind, key, facts, raised_at) values (%s, %s, %s, %s, %s, %s)
on conflict (spa_id, kind, key) do nothing
"""
_WAITING = """
select kind, key, facts, raised_at from coresync.manager_alerts
 where spa_id = %s and mailed_at is null order by raised_at, kind, key limit %s
"""
_MAILED = """
update coresync.manager_alerts a set mailed_at = %(now)s
  from unnest(%(kinds)s::text[], %(keys)s::text[]) as sent (kind, key)
 where a.spa_id = %(spa_id)s and a.kind = sent.kind and a.key = sent.key and a.mailed_at is null
"""


def record_alert(connection: Connection[Row], alert: ManagerAlert, *, spa_id: str) -> None:
    """Note an alert in the transaction of its cause; one that was noted before stays as it is."""
    facts = Jsonb(dict(alert.facts))
    connection.execute(_RECORD, (uuid4(), spa_id, alert.kind, alert.key, facts, alert.raised_at))


class PostgresManagerAlerts(ManagerAlerts):
    """`manager_alerts`: one row for each key of a kind."""

    def __init__(self, database: Database, *, spa_id: str) -> None:
        self._database = database
        self._spa_id = spa_id

    @override
    def record(self, kind: AlertKind, key: str, facts: Mapping[str, str], *, now: datetime) -> None:
        with self._database.connection() as connection:
            record_alert(connection, ManagerAlert(kind, key, facts, now), spa_id=self._spa_id)

    @override
    def waiting(self, *, limit: int) -> Sequence[ManagerAlert]:
        rows = self._database.rows(_WAITING, (self._spa_id, limit))
        return [ManagerAlert(AlertKind(row.pop("kind")), **row) for row in rows]

    @override
    def mailed(self, alerts: Sequence[ManagerAlert], *, now: datetime) -> None:
        sent = {"kinds": [str(alert.kind) for alert in alerts], "keys": [alert.key for alert in alerts]}
        self._database.run(_MAILED, sent | {"spa_id": self._spa_id, "now": now})
