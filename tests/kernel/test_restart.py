"""PostgreSQL is restarted, as it is in every maintenance window: nobody notices, and nobody pays for it meanwhile."""

import contextlib
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from psycopg_pool import ConnectionPool

from infra.local.postgres import Postgres
from infra.local.postgres_binaries import programs
from infra.local.waiting import holds_within
from shared_lib.kernel.adapters import lending
from shared_lib.kernel.adapters.database import Database

LINES = 4


class Server(Postgres):
    """A throw-away server that can be restarted on its port."""

    def restart(self) -> None:
        assert self._child is not None
        files = self._files
        assert files is not None
        port = urlsplit(self._server).port or 0
        self._children.stop(self._child, 20)
        self._child = child = self._children.start("postgres", self._command(files, programs() / "postgres", port))
        assert holds_within(20, lambda: files.ready(child.pid))


@pytest.fixture
def server(tmp_path) -> Iterator[Server]:
    with Server(tmp_path / "database" / "postgres", durable=False, binaries=programs()) as server:
        yield server


@pytest.fixture
def database(server) -> Iterator[Database]:
    with contextlib.closing(Database(server.create_database("restarted"), max_connections=LINES)) as database:
        yield database


def use_all(database: Database) -> list[object]:
    """Use each line of the pool at the same moment; return what each gave."""
    barrier, found = threading.Barrier(LINES, timeout=20), list[object]()

    def use() -> None:
        with database.connection() as connection:
            barrier.wait()
            found.extend(row["pid"] for row in connection.execute("select pg_backend_pid() as pid"))

    threads = [threading.Thread(target=use) for _ in range(LINES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_the_first_statement_on_each_idle_line_after_a_restart_is_answered(server, database):
    before = use_all(database)
    server.restart()
    after = [row["one"] for _ in range(LINES * 2) for row in database.rows("select 1 as one")]
    assert (len(before), after) == (LINES, [1] * LINES * 2)
    assert len(set(use_all(database))) == LINES


def test_a_line_in_use_asks_the_server_nothing_more(database, monkeypatch):
    use_all(database)
    monkeypatch.setattr(ConnectionPool, "check_connection", lambda _: pytest.fail("the server was asked"))
    assert [database.rows("select 1 as one") for _ in range(10)] == [[{"one": 1}]] * 10


def test_a_line_that_was_idle_for_long_is_asked_first(server, monkeypatch):
    asked = []
    check = ConnectionPool.check_connection
    monkeypatch.setattr(ConnectionPool, "check_connection", lambda line: asked.append(line) or check(line))
    monkeypatch.setattr(lending.ConnectionLender.__init__, "__kwdefaults__", {"trusted": -1.0})
    with contextlib.closing(Database(server.create_database("idle"), max_connections=1)) as database:
        database.rows("select 1")
        database.rows("select 1")
    assert asked
