"""Rows of PostgreSQL that are kept for a time: one statement for each kind, a batch at a time."""

from collections.abc import Mapping
from datetime import datetime
from typing import LiteralString

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.retention import RETENTIONS, ExpiringStore


class ExpiringRows(ExpiringStore):
    """What a statement forgets: of those from before `before`, at most `limit`."""

    def __init__(self, database: Database, what: str, statement: LiteralString) -> None:
        self.what = what
        self._database = database
        self._statement = statement

    @override
    def forget(self, *, before: datetime, limit: int) -> int:
        asked = {"before": before, "limit": limit, "kept": RETENTIONS[self.what]}
        return self._database.run(self._statement, asked)


FORGET: Mapping[str, LiteralString] = {
    "rate_limits": """
delete from coresync.rate_limits where ctid = any(array(
  select ctid from coresync.rate_limits where window_from <= %(before)s limit %(limit)s))
""",
    "webhook_payloads": """
delete from coresync.webhook_payloads where id in (
  select id from coresync.webhook_payloads
   where expires_at <= %(before)s + %(kept)s order by expires_at limit %(limit)s)
""",
    "inbox": """
delete from coresync.inbox where ctid = any(array(
  select ctid from coresync.inbox where received_at <= %(before)s limit %(limit)s))
""",
    # What is not out, or asks for a mail that has no fate yet, stays whatever its age.
    "outbox": """
delete from coresync.outbox where id in (
  select id from coresync.outbox
   where created_at <= %(before)s and published_at is not null
     and (mail_settled_at is not null or type not in (
          'booking.held', 'booking.confirmed', 'booking.rescheduled', 'booking.cancelled', 'booking.no_show',
          'payment.failed', 'payment.refunded'))
   order by id limit %(limit)s)
""",
    "manager_alerts": """
delete from coresync.manager_alerts where id in (
  select id from coresync.manager_alerts where raised_at <= %(before)s and mailed_at is not null limit %(limit)s)
""",
}
"""What belongs to no capability."""
