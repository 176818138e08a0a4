"""Connections to PostgreSQL: a small pool, and transactions that are tried again when they lost a race."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, LiteralString, TypeVar

import psycopg
from psycopg import Connection
from psycopg.errors import DeadlockDetected, SerializationFailure
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from shared_lib.kernel.adapters.lending import ConnectionLender
from shared_lib.kernel.errors import Conflict, VendorUnavailable

Row = dict[str, Any]
Parameters = Mapping[str, Any] | Sequence[Any] | None
T = TypeVar("T")

SESSION = "-c timezone=UTC -c jit=off -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000"
"""Instants come back in UTC; and an instance that is frozen in the middle of a transaction keeps nobody waiting."""
TCP_OPTIONS = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 10_000,
}
"""When a dead line is given up, in seconds, the last one in milliseconds; a slow statement is ended by the server."""
TRIES = 4
"""How often a transaction is run that PostgreSQL chose as the victim of a deadlock or of a serialisation failure."""


class Database:
    """One database; the pool opens with the first use and never holds more than `max_connections`."""

    def __init__(self, url: str, *, max_connections: int = 4, wait: float = 5.0) -> None:
        self._url = url
        self._max = max_connections
        self._wait = wait
        self._lending = ConnectionLender()

    @cached_property
    def _pool(self) -> ConnectionPool[Connection[Row]]:
        return ConnectionPool(
            self._url,
            min_size=0,
            max_size=self._max,
            timeout=self._wait,
            open=True,
            connection_class=Connection[Row],
            kwargs={"autocommit": True, "row_factory": dict_row, "options": SESSION, **TCP_OPTIONS},
        )

    @contextmanager
    def connection(self) -> Iterator[Connection[Row]]:
        """Lend a connection on which each statement is its own transaction; raise VendorUnavailable."""
        try:
            with self._lending.lend(self._pool) as connection:
                yield connection
        except (PoolTimeout, psycopg.OperationalError) as error:
            if isinstance(error, DeadlockDetected | SerializationFailure):
                raise
            raise VendorUnavailable("postgres", type(error).__name__) from error

    def rows(self, query: LiteralString, parameters: Parameters = None) -> list[Row]:
        """Run one statement by itself and return its rows."""
        with self.connection() as connection:
            return connection.execute(query, parameters).fetchall()

    def run(self, query: LiteralString, parameters: Parameters = None) -> int:
        """Run one statement by itself and return how many rows it touched."""
        with self.connection() as connection:
            return connection.execute(query, parameters).rowcount

    def transaction(self, steps: Callable[[Connection[Row]], T]) -> T:
        """Run `steps` in one transaction, again from the start when PostgreSQL made it the victim of a race."""

        def run(connection: Connection[Row]) -> T:
            with connection.transaction():
                return steps(connection)

        return self.statement(run)

    def statement(self, step: Callable[[Connection[Row]], T]) -> T:
        """Run one statement, a transaction by itself, again when PostgreSQL made it the victim of a race."""
        for tried in range(1, TRIES + 1):
            try:
                with self.connection() as connection:
                    return step(connection)
            except (DeadlockDetected, SerializationFailure) as error:
                if tried == TRIES:
                    raise Conflict(f"postgres: {type(error).__name__}") from error
                time.sleep(random.uniform(0, 0.02 * 2**tried))  # noqa: S311 -- jitter, not secrets
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Close the pool, if it was ever opened."""
        if "_pool" in self.__dict__:
            self._pool.close()
