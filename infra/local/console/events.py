"""What was told of bookings, from the outbox: with every change, and whether it has got out."""

from typing import Any

from infra.local.console.records import rows

_NEWEST = """
    select o.event_id, o.type, o.booking_id, b.reference, o.version, o.created_at, o.published_at
      from coresync.outbox o join coresync.bookings b on b.id = o.booking_id
     order by o.id desc limit 300
"""


def published(database_url: str) -> list[dict[str, Any]]:
    """Return the latest booking events, newest first; `published_at` is null while one waits."""
    return rows(database_url, _NEWEST)
