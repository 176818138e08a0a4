"""What was done and has to be told: an audit row and an event, in the transaction of their cause."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.ports import Outbox

RECORD = """
with told as (
  insert into coresync.outbox (event_id, type, booking_id, version, body, created_at)
  values (%(event_id)s, %(type)s, %(booking_id)s, %(version)s, %(body)s, %(at)s)
)
insert into coresync.audit_log (at, actor, action, booking_id, detail)
values (%(at)s, %(actor)s, %(type)s, %(booking_id)s, %(detail)s)
"""


def record(connection: Connection[Row], event: Event, *, actor: str, detail: Mapping[str, object]) -> None:
    """Write the event to the outbox and what happened to the audit log."""
    parameters = {
        "event_id": event.id,
        "type": event.type,
        "booking_id": event.booking_id,
        "version": event.version,
        "body": Jsonb(event.body()),
        "at": event.at,
        "actor": actor,
        "detail": Jsonb(dict(detail)),
    }
    connection.execute(RECORD, parameters)


WAITING: LiteralString = """
select event_id, type, booking_id, version, created_at from coresync.outbox where published_at is null
"""


class PostgresOutbox(Outbox):
    """Events that were committed and are not published yet."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def waiting(self, *, limit: int) -> Sequence[Event]:
        return [_event(**row) for row in self._database.rows(WAITING + " order by id limit %s", (limit,))]

    @override
    def waiting_of(self, booking_id: UUID) -> Sequence[Event]:
        rows = self._database.rows(WAITING + " and booking_id = %s order by id", (booking_id,))
        return [_event(**row) for row in rows]

    def knows(self, event: Event) -> bool:
        """Return whether exactly this event was committed."""
        return bool(
            self._database.rows(
                "select from coresync.outbox where event_id = %s and booking_id = %s and type = %s and version = %s",
                (event.id, event.booking_id, event.type, event.version),
            )
        )

    @override
    def published(self, ids: Sequence[UUID], *, now: datetime) -> None:
        self._database.run(
            "update coresync.outbox set published_at = %s where event_id = any(%s) and published_at is null",
            (now, list(ids)),
        )


def _event(*, event_id: UUID, type: str, booking_id: UUID, version: int, created_at: datetime) -> Event:  # noqa: A002
    return Event(event_id, EventType(type), booking_id, version, created_at)
