"""How often somebody asked, counted for all instances together."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from shared_lib.adapters.postgres.database import Database
from shared_lib.domain.errors import TooMany

# Windows are cut from the business clock that comes in; the count is one statement that commits by itself. Buckets are
# locked in one order, so that two guests who share an address never wait for each other crosswise.
COUNT = """
insert into coresync.rate_limits as r (bucket, window_from, asked)
select bucket, %(window_from)s, 1 from unnest(%(buckets)s::text[]) as bucket order by bucket
on conflict (bucket, window_from) do update set asked = r.asked + 1
returning bucket, asked
"""


class PostgresRates:
    """Counts by bucket in windows of time; buckets are hashed, so that no address rests in the table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, limits: Mapping[str, int], *, window: timedelta, now: datetime) -> None:
        """Count one more in each bucket; raise TooMany beyond any limit in the window that `now` lies in."""
        seconds = int(window.total_seconds())
        begins = int(now.timestamp()) // seconds * seconds
        hashed = {hashlib.sha256(bucket.encode()).hexdigest(): limit for bucket, limit in limits.items()}
        parameters = {"buckets": list(hashed), "window_from": datetime.fromtimestamp(begins, UTC)}
        counted = self._database.rows(COUNT, parameters)
        if any(row["asked"] > hashed[row["bucket"]] for row in counted):
            raise TooMany(retry_after=max(1, begins + seconds - int(now.timestamp())))

    def forget(self, *, before: datetime) -> None:
        """Drop the windows that began before an instant."""
        self._database.run("delete from coresync.rate_limits where window_from < %s", (before,))
