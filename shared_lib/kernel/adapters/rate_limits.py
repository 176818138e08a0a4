"""How often somebody asked, counted for all instances together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.batching import Batches
from shared_lib.kernel.errors import TooMany
from shared_lib.kernel.ports import Allowance, Cipher, RateLimits

# What several threads count at the same moment is counted in one statement: each is told its own place in the count.
# Windows are cut from the business clock that comes in; the count is one statement that commits by itself. Buckets are
# locked in one order, so that two guests who share an address never wait for each other crosswise.
COUNT = """
insert into coresync.rate_limits as r (bucket, window_from, asked)
select bucket, window_from, times
  from unnest(%(buckets)s::text[], %(begins)s::timestamptz[], %(times)s::int[]) as asked (bucket, window_from, times)
 order by bucket, window_from
on conflict (bucket, window_from) do update set asked = r.asked + excluded.asked
returning bucket, window_from, asked
"""

PATIENCE = 5.0
"""Seconds that a count waits for the counts before it."""

Window = tuple[str, datetime]
"""A hashed bucket, and the beginning of its window."""


class PostgresRateLimits(RateLimits):
    """Counts by bucket in windows of time; buckets are hashed with the house's key.

    So no address rests in the table, and nobody finds a telephone number in it by trying all there are.
    """

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher
        self._batches = Batches(self._count_together)

    @override
    def count(self, limits: Mapping[str, int], *, window: timedelta, now: datetime) -> None:
        self.count_all([Allowance(bucket, most, window) for bucket, most in limits.items()], now=now)

    @override
    def count_all(self, allowances: Sequence[Allowance], *, now: datetime) -> None:
        hashed = {self._window(each, now): each for each in allowances}
        asked = self._batches.do(list(hashed), within=PATIENCE) if hashed else {}
        beyond = [each for window, each in hashed.items() if asked[window] > each.most]
        if beyond:
            ends = max(_window_of(now, each.window) + each.window for each in beyond)
            raise TooMany(retry_after=max(1, int((ends - now).total_seconds())))

    def _window(self, allowance: Allowance, now: datetime) -> Window:
        hashed = self._cipher.fingerprint(f"rate:{allowance.bucket}").hex()
        return hashed, _window_of(now, allowance.window)

    def _count_together(self, batch: Sequence[Sequence[Window]], left: float) -> Sequence[Mapping[Window, int]]:
        """Count for all of a batch; return for each how often its windows were asked up to and with it."""
        del left
        times = Counter(window for windows in batch for window in windows)
        buckets, begins = zip(*times, strict=True)
        rows = self._database.rows(
            COUNT, {"buckets": list(buckets), "begins": list(begins), "times": list(times.values())}
        )
        before = Counter({(row["bucket"], row["window_from"]): row["asked"] for row in rows})
        before.subtract(times)
        return [_counted(windows, before) for windows in batch]


def _counted(windows: Sequence[Window], before: Counter[Window]) -> Mapping[Window, int]:
    """Count one more of each."""
    before.update(windows)
    return {window: before[window] for window in windows}


def _window_of(now: datetime, window: timedelta) -> datetime:
    """Return the beginning of the window that an instant lies in."""
    seconds = int(window.total_seconds())
    return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)
