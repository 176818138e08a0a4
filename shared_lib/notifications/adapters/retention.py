"""When it is forgotten which mails were sent."""

from collections.abc import Mapping
from typing import LiteralString

FORGET: Mapping[str, LiteralString] = {
    "email_log": """
delete from coresync.email_log where id in (
  select id from coresync.email_log where claimed_at <= %(before)s limit %(limit)s)
""",
}
"""From the last attempt to send."""
