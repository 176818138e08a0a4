"""The database as the adapters use it: bounded, retried where a race was lost, honest where it is away."""

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from psycopg.errors import CheckViolation, DeadlockDetected

from shared_lib.kernel.adapters import database as module
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.adapters.rate_limits import PostgresRateLimits
from shared_lib.kernel.errors import Conflict, TooMany, VendorUnavailable
from tests.snapshots import NOW

HOUR = timedelta(hours=1)


@pytest.fixture
def database(database_url):
    with contextlib.closing(Database(database_url, max_connections=4)) as database:
        yield database


def test_a_database_that_is_away_is_named_within_its_time():
    away = Database("postgresql://nobody@127.0.0.1:1/none", wait=0.2)
    with contextlib.closing(away), pytest.raises(VendorUnavailable, match="postgres"):
        away.rows("select 1")


def test_a_full_pool_is_named_too(database_url):
    small = Database(database_url, max_connections=1, wait=0.2)
    asked_too_much = pytest.raises(VendorUnavailable, match="PoolTimeout")
    with contextlib.closing(small), small.connection(), asked_too_much:
        small.rows("select 1")


def test_no_statement_and_no_idle_transaction_lasts_for_ever(database):
    names = ("statement_timeout", "idle_in_transaction_session_timeout", "jit", "timezone")
    found = {name: database.rows(f"show {name}")[0][name.replace("timezone", "TimeZone")] for name in names}
    assert found == {
        "statement_timeout": "10s",
        "idle_in_transaction_session_timeout": "15s",
        "jit": "off",
        "timezone": "UTC",
    }


def test_the_victim_of_a_deadlock_runs_again(database):
    tries = []

    def steps(connection):
        tries.append(connection.execute("select 1").fetchone())
        if len(tries) < 3:
            raise DeadlockDetected
        return "done"

    assert database.transaction(steps) == "done"
    assert len(tries) == 3


def test_who_loses_every_race_may_come_later(database, monkeypatch):
    monkeypatch.setattr(module.time, "sleep", lambda _: None)

    def steps(_):
        raise DeadlockDetected

    with pytest.raises(Conflict, match="DeadlockDetected"):
        database.transaction(steps)


def test_a_real_deadlock_is_resolved_without_anybody_noticing(database):
    database.run("create table pair (id int primary key, n int not null)")
    database.run("insert into pair values (1, 0), (2, 0)")
    barrier = threading.Barrier(2)

    def add(order):
        first_time = []

        def steps(connection):
            for number in order:
                connection.execute("update pair set n = n + 1 where id = %s", (number,))
                if not first_time:
                    first_time.append(True)
                    barrier.wait()

        database.transaction(steps)

    threads = [threading.Thread(target=add, args=(order,)) for order in ((1, 2), (2, 1))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {row["n"] for row in database.rows("select n from pair")} == {2}


def test_a_broken_rule_is_no_race(database):
    with pytest.raises(CheckViolation):
        database.run("insert into coresync.spas (id, name, zone) values ('Not An Id', '', '')")


def test_who_asks_too_often_hears_when_to_ask_again(database):
    rate_limits = PostgresRateLimits(database, DataCipher({1: bytes(32)}))
    for _ in range(3):
        rate_limits.count({"address:203.0.113.9": 3}, window=HOUR, now=NOW + timedelta(minutes=40))
    with pytest.raises(TooMany) as refused:
        rate_limits.count({"address:203.0.113.9": 3}, window=HOUR, now=NOW + timedelta(minutes=50))
    assert refused.value.retry_after == 600
    rate_limits.count({"address:203.0.113.8": 3}, window=HOUR, now=NOW)
    rate_limits.count({"address:203.0.113.9": 3}, window=HOUR, now=NOW + HOUR)


def test_a_crowd_that_asks_at_once_is_counted_to_the_last_one(database):
    rate_limits = PostgresRateLimits(database, DataCipher({1: bytes(32)}))

    def ask(number: int) -> bool:
        try:
            rate_limits.count({"campaign": 25, f"call:{number % 20}": 2}, window=HOUR, now=NOW)
        except TooMany:
            return False
        return True

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(ask, range(40))) == 25
    assert sorted(row["asked"] for row in database.rows("select asked from coresync.rate_limits")) == [2] * 20 + [40]


def test_addresses_are_not_kept(database):
    rate_limits = PostgresRateLimits(database, DataCipher({1: bytes(32)}))
    rate_limits.count({"address:203.0.113.9": 3}, window=HOUR, now=NOW)
    (row,) = database.rows("select bucket from coresync.rate_limits")
    assert "203.0.113" not in row["bucket"]
