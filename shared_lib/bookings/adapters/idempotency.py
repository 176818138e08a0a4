"""What was asked of one booking before, inside its transaction."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.bookings.ports import IdempotencyRecords
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.errors import BadInput

ANSWERED = "select asked, answer from coresync.booking_answers where booking_id = %s and idempotency_key = %s"


class PostgresIdempotencyRecords(IdempotencyRecords):
    """Answers by the key under which they were asked for; outside events by their id."""

    def __init__(self, connection: Connection[Row], booking_id: UUID, *, now: datetime) -> None:
        self._connection = connection
        self._booking_id = booking_id
        self._now = now

    @override
    def run_once(
        self, key: str, work: Callable[[], Mapping[str, Any] | None], *, asked: str = ""
    ) -> Mapping[str, Any] | None:
        fingerprint = hashlib.sha256(asked.encode()).digest()
        for known in self._connection.execute(ANSWERED, (self._booking_id, key)).fetchall():
            if known["asked"] != fingerprint:
                raise BadInput("idempotency_key", "was used for something else")
            return dict(known["answer"])
        answer = work()
        if answer is not None:
            self._connection.execute(
                "insert into coresync.booking_answers (booking_id, idempotency_key, asked, answer, created_at)"
                " values (%s, %s, %s, %s, %s)",
                (self._booking_id, key, fingerprint, Jsonb(dict(answer)), self._now),
            )
        return answer

    @override
    def forget(self, key: str) -> None:
        forget = "delete from coresync.booking_answers where booking_id = %s and idempotency_key = %s"
        self._connection.execute(forget, (self._booking_id, key))

    @override
    def claim(self, source: str, event_id: str) -> bool:
        claimed = self._connection.execute(
            "insert into coresync.inbox (source, event_id, received_at) values (%s, %s, %s) on conflict do nothing",
            (source, event_id, self._now),
        )
        return claimed.rowcount == 1
