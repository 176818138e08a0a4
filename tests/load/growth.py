"""How a search grows: the same question over 1, 2, 4 and 8 times the visits, the house, and the past."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from infra.local.postgres import Postgres
from infra.migrate import migrate
from shared_lib.kernel.adapters.database import Database
from tests.load.busy_spa import furnish
from tests.load.figures import Figure, quantiles, say_days
from tests.load.filling import Size
from tests.load.measures import searches

AIMS = {1: "p95 < 15 ms", 90: "p95 < 60 ms"}
NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)


def figures(*, times: int, most: int) -> Iterator[Figure]:
    """Measure a search alone on a server of its own, then with up to `most` times the data."""
    with tempfile.TemporaryDirectory() as folder, Postgres(Path(folder) / "postgres", durable=False) as server:
        migrate(server.create_database("bench"))
        for name, size in _sizes(most).items():
            with _spa_of(size, server) as database:
                for days, aim in AIMS.items():
                    milliseconds = searches(database, days, times=times, now=NOW)
                    yield quantiles(f"{name}, {say_days(days)}", milliseconds, aim if size == Size() else "")


def _sizes(most: int) -> dict[str, Size]:
    sizes = {"search": Size(), "with as much past as future": Size(past=1)}
    for n in (n for n in (2, 4, 8) if n <= most):
        sizes[f"{n} times the visits a room"] = Size(visits=n)
        sizes[f"{n} times rooms, people, visits"] = Size(house=n)
        sizes[f"{n} times the past"] = Size(past=n)
    return sizes


@contextmanager
def _spa_of(size: Size, server: Postgres) -> Iterator[Database]:
    name = f"bench_{size.house}_{size.visits}_{size.past}"
    database = Database(server.create_database(name, template="bench"))
    furnish(database, size, now=NOW)
    yield database
    database.close()
    server.drop_database(name)
