"""Holds that give their place to another: expired in the transaction that wants it, for whatever reason."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from psycopg import Connection

from shared_lib.bookings.lifecycle import Status, status_after
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.adapters.outbox import record
from shared_lib.kernel.events import Event, EventType

EXPIRE = """
update coresync.bookings set status = %(status)s, version = version + 1, updated_at = %(now)s, gave_way_to = %(newer)s
 where id = any(%(ids)s) returning id, version
"""


def expire_holds(
    connection: Connection[Row], ids: Sequence[UUID], *, detail: dict[str, object], now: datetime, newer: UUID | None
) -> None:
    """Expire holds that this transaction has locked and found held; `newer` is the one that they gave way to."""
    asked = {"ids": list(ids), "status": status_after(Status.HELD, EventType.EXPIRED), "now": now, "newer": newer}
    for row in connection.execute(EXPIRE, asked).fetchall():
        expired = Event(uuid4(), EventType.EXPIRED, row["id"], row["version"], now)
        record(connection, expired, actor="hold", detail=detail)
