"""How often somebody asked, counted for all instances together."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.errors import TooMany
from shared_lib.kernel.ports import Allowance, Cipher, RateLimits

# Windows are cut from the business clock that comes in; the count is one statement that commits by itself. Buckets are
# locked in one order, so that two guests who share an address never wait for each other crosswise.
COUNT = """
insert into coresync.rate_limits as r (bucket, window_from, asked)
select bucket, window_from, 1 from unnest(%(buckets)s::text[], %(begins)s::timestamptz[]) as asked (bucket, window_from)
 order by bucket
on conflict (bucket, window_from) do update set asked = r.asked + 1
returning bucket, asked
"""


class PostgresRateLimits(RateLimits):
    """Counts by bucket in windows of time; buckets are hashed with the house's key.

    So no address rests in the table, and nobody finds a telephone number in it by trying all there are.
    """

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def count(self, limits: Mapping[str, int], *, window: timedelta, now: datetime) -> None:
        self.count_all([Allowance(bucket, most, window) for bucket, most in limits.items()], now=now)

    @override
    def count_all(self, allowances: Sequence[Allowance], *, now: datetime) -> None:
        hashed = {self._cipher.fingerprint(f"rate:{each.bucket}").hex(): each for each in allowances}
        begins = [_window_of(now, each.window) for each in hashed.values()]
        counted = self._database.rows(COUNT, {"buckets": list(hashed), "begins": begins})
        beyond = [each for row in counted if row["asked"] > (each := hashed[row["bucket"]]).most]
        if beyond:
            ends = max(_window_of(now, each.window) + each.window for each in beyond)
            raise TooMany(retry_after=max(1, int((ends - now).total_seconds())))

    def forget(self, *, before: datetime) -> None:
        """Drop the windows that began before an instant."""
        self._database.run("delete from coresync.rate_limits where window_from < %s", (before,))


def _window_of(now: datetime, window: timedelta) -> datetime:
    """Return the beginning of the window that an instant lies in."""
    seconds = int(window.total_seconds())
    return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)
