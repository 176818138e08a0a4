"""Lends connections of a pool that can still be used, without asking the server on the way of every statement."""

import contextlib
import select
import time
from collections.abc import Iterator
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import psycopg
from psycopg import Connection
from psycopg_pool import ConnectionPool

ConnectionCheckout = TypeVar("ConnectionCheckout", bound=Connection[Any])

TRUSTED = 30.0
"""Seconds for which an idle connection is believed while nothing came in on it; after that the server is asked."""


class ConnectionLender:
    """One system call for each loan, as long as all is well.

    A server that goes away says so on each line, unasked. Where something came in, and on a line that was idle so long
    that somebody on the way may have dropped it, the server is asked; a line that is lost makes room for a new one.
    The pool's own check would cost a round trip for each loan, and a pause of a second for each line that is lost.
    """

    def __init__(self, *, trusted: float = TRUSTED) -> None:
        self._trusted = trusted
        self._used_at: WeakKeyDictionary[Connection[Any], float] = WeakKeyDictionary()

    @contextlib.contextmanager
    def lend(self, pool: ConnectionPool[ConnectionCheckout]) -> Iterator[ConnectionCheckout]:
        """Lend a connection; raise PoolTimeout."""
        connection = self._find(pool)
        try:
            with connection:
                yield connection
        finally:
            self._used_at[connection] = time.monotonic()
            pool.putconn(connection)

    def _find(self, pool: ConnectionPool[ConnectionCheckout]) -> ConnectionCheckout:
        while not self._is_usable(connection := pool.getconn()):
            connection.close()
            pool.putconn(connection)
        return connection

    def _is_usable(self, connection: Connection[Any]) -> bool:
        now = time.monotonic()
        trusted = now - self._used_at.get(connection, now) <= self._trusted  # one that is new is trusted
        return (trusted and not _has_pending_data(connection.fileno())) or _answers(connection)


def _has_pending_data(fd: int) -> bool:
    ask = select.poll()
    ask.register(fd, select.POLLIN)
    return bool(ask.poll(0))


def _answers(connection: Connection[Any]) -> bool:
    try:
        ConnectionPool.check_connection(connection)
    except psycopg.Error:
        return False
    return True
