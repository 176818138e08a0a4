"""The inbox in PostgreSQL."""

from datetime import datetime

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.ports import Inbox


class PostgresInbox(Inbox):
    """`inbox`: one row for each outside event that was dealt with."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def claim(self, source: str, event_id: str, *, now: datetime) -> bool:
        claim = "insert into coresync.inbox (source, event_id, received_at) values (%s, %s, %s) on conflict do nothing"
        return self._database.run(claim, (source, event_id, now)) == 1

    @override
    def knows(self, source: str, event_id: str) -> bool:
        known = "select from coresync.inbox where source = %s and event_id = %s"
        return bool(self._database.rows(known, (source, event_id)))

    @override
    def release(self, source: str, event_id: str) -> None:
        self._database.run("delete from coresync.inbox where source = %s and event_id = %s", (source, event_id))
