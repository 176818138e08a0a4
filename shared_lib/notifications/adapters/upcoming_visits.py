"""Visits that are to come, and when their guests last heard of them, in PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.notifications.ports import UpcomingVisits
from shared_lib.notifications.reminder_rules import UpcomingVisit

# A reminder counts once the carrier has it or has refused it. One whose fate is unknown is sent again, unless the visit
# has moved since: then the guest may have it, and heard of the new time. A text that did not go out is made good though
# the mail is settled: that one may be switched off.
_BETWEEN = """
select b.id as booking_id, b.version,
       (select max(o.created_at) from coresync.outbox o
         where o.booking_id = b.id and o.type in ('booking.confirmed', 'booking.rescheduled')) as told_at,
       (select max(m.claimed_at) from coresync.email_log m
         where m.booking_id = b.id and m.kind = 'reminder'
           and (m.status not in ('claimed', 'unsent') or (m.status = 'claimed' and m.version < b.version))
           and not exists (
                 select from coresync.email_log t
                  where t.booking_id = b.id and t.version = b.version and t.kind = 'sms_reminder'
                    and t.status in ('claimed', 'unsent'))
       ) as reminded_at
  from coresync.bookings b
 where b.spa_id = %(spa_id)s and b.status = 'confirmed' and b.starts_at >= %(begins)s and b.starts_at < %(ends)s
   and b.arrived_at is null and b.attendance_confirmed_at is null
 order by b.starts_at, b.id
"""


class PostgresUpcomingVisits(UpcomingVisits):
    """`bookings` by their start, with what stands in the outbox and the e-mail log about each."""

    def __init__(self, database: Database, *, spa_id: str) -> None:
        self._database = database
        self._spa_id = spa_id

    @override
    def between(self, begins: datetime, ends: datetime) -> Sequence[UpcomingVisit]:
        rows = self._database.rows(_BETWEEN, {"spa_id": self._spa_id, "begins": begins, "ends": ends})
        return [UpcomingVisit(**row) for row in rows]
