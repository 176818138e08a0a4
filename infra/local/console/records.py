"""What the database says, on a connection that is open for one question."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from shared_lib.kernel.errors import VendorUnavailable

_SECONDS_TO_CONNECT = 3


def rows(database_url: str, query: LiteralString, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
    """Return what a query finds, ready for JSON: instants as RFC 3339; raise VendorUnavailable."""
    try:
        with psycopg.connect(database_url, row_factory=dict_row, connect_timeout=_SECONDS_TO_CONNECT) as connection:
            found = connection.execute(query, parameters).fetchall()
    except psycopg.OperationalError as error:
        raise VendorUnavailable("postgres", type(error).__name__) from error
    return [{name: _plain(value) for name, value in row.items()} for row in found]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
