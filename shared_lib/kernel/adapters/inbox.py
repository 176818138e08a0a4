"""The inbox in PostgreSQL."""

from datetime import datetime

from shared_lib.kernel.adapters.database import Database


class PostgresInbox:
    """`inbox`: one row for each outside event that was dealt with."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, source: str, event_id: str, *, now: datetime) -> bool:
        """Take the right to deal with an event; False if somebody has it, or had."""
        claim = "insert into coresync.inbox (source, event_id, received_at) values (%s, %s, %s) on conflict do nothing"
        return self._database.run(claim, (source, event_id, now)) == 1

    def release(self, source: str, event_id: str) -> None:
        """Give the right back: nothing was done, and the sender may try again."""
        self._database.run("delete from coresync.inbox where source = %s and event_id = %s", (source, event_id))
