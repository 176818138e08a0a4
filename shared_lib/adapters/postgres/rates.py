"""How often somebody asked, counted for all instances together."""

import hashlib
from datetime import datetime, timedelta

from shared_lib.adapters.postgres.database import Database
from shared_lib.domain.errors import TooMany

# Windows are cut from the business clock that comes in; the count is one statement that commits by itself.
COUNT = """
insert into coresync.rate_limits as r (bucket, window_from, asked)
values (%(bucket)s, %(window_from)s, 1)
on conflict (bucket, window_from) do update set asked = r.asked + 1
returning asked
"""


class PostgresRates:
    """Counts by bucket in windows of time; buckets are hashed, so that no address rests in the table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, bucket: str, *, limit: int, window: timedelta, now: datetime) -> None:
        """Count one more; raise TooMany beyond `limit` in the window that `now` lies in."""
        into = now.timestamp() % window.total_seconds()
        parameters = {
            "bucket": hashlib.sha256(bucket.encode()).hexdigest(),
            "window_from": now - timedelta(seconds=into),
        }
        if self._database.rows(COUNT, parameters)[0]["asked"] > limit:
            raise TooMany(retry_after=max(1, int(window.total_seconds() - into)))

    def forget(self, *, before: datetime) -> None:
        """Drop the windows that began before an instant."""
        self._database.run("delete from coresync.rate_limits where window_from < %s", (before,))
