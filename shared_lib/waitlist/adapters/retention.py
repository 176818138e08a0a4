"""When the waiting of somebody who waits no more is forgotten."""

from collections.abc import Mapping
from typing import LiteralString

FORGET: Mapping[str, LiteralString] = {
    "waitlist_entries": """
delete from coresync.waitlist_entries where id in (
  select id from coresync.waitlist_entries where status <> 'waiting' and ended_at <= %(before)s limit %(limit)s)
""",
}
"""From the end of the waiting; name and address went at that end."""
