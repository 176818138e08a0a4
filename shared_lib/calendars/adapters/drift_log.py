"""What our calendars should show, and what was put right in them, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb
from typing_extensions import override

from shared_lib.calendars.drift import Drift, DriftKind, DriftReport
from shared_lib.calendars.ports import DriftLog
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.ports import Cipher

ACTION = "calendar.put_back"
INVITED = "calendar.invitation"
MOST_ITEMS = 500
"""Of one report; its counts have all."""

BEHIND = "select google_calendar_event_id, id from coresync.bookings where google_calendar_event_id = any(%s)"
# A turnaround may run into time off, so that the visit itself is what clashes.
CLASHES = """
select distinct r.booking_id, t.id as technician
  from coresync.busy_times y
  join coresync.technicians t on t.id = y.technician_id and t.spa_id = %(spa)s
  join coresync.booking_resources r on r.active and r.resource_kind = 'technician' and r.resource_id = t.id
       and r.occupied && y.during
  join coresync.booking_visits v on v.booking_id = r.booking_id and v.number = r.visit
       and tstzrange(v.starts_at, v.ends_at) && y.during
 where upper(r.occupied) > %(now)s order by technician, r.booking_id
"""
CLAIM = """
insert into coresync.inbox (source, event_id, received_at) values ('google-calendar', %s, %s) on conflict do nothing
"""
AUDIT = """
insert into coresync.audit_log (at, actor, action, booking_id, detail) values (%s, 'coresync', %s, %s, %s)
"""
REPAIRS = """
select count(*) as times from coresync.audit_log where booking_id = %s and action = %s and at > %s
"""
REPORT = "insert into coresync.calendar_drift_reports (spa_id, at, counts, items) values (%s, %s, %s, %s)"


class PostgresDriftLog(DriftLog):
    """Knows the bookings behind events, and what the manager was told of them."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def behind(self, event_ids: Sequence[str]) -> Mapping[str, UUID]:
        rows = self._database.rows(BEHIND, (list(event_ids),)) if event_ids else []
        return {row["google_calendar_event_id"]: row["id"] for row in rows}

    @override
    def clashes(self, spa_id: str, *, now: datetime) -> Sequence[Drift]:
        rows = self._database.rows(CLASHES, {"spa": spa_id, "now": now})
        return [Drift(DriftKind.CLASH, f"technician {row['technician']}", row["booking_id"]) for row in rows]

    @override
    def note_repair(self, drift: Drift, *, now: datetime) -> bool:
        def steps(connection: Connection[Row]) -> bool:
            change = f"{drift.calendar} {drift.event_id} {drift.etag}"
            if connection.execute(CLAIM, (change, now)).rowcount == 0:
                return False
            action = INVITED if drift.kind is DriftKind.INVITATION else ACTION
            connection.execute(AUDIT, (now, action, drift.booking_id, Jsonb(drift.item())))
            return True

        return self._database.transaction(steps)

    @override
    def repairs(self, booking_id: UUID, *, since: datetime) -> int:
        return int(self._database.rows(REPAIRS, (booking_id, ACTION, since))[0]["times"])

    @override
    def report(self, spa_id: str, report: DriftReport, *, now: datetime) -> None:
        items = [drift.item() for drift in report.drifts[:MOST_ITEMS]]
        unread = [{"kind": "unread", "calendar": name} for name in report.unread]
        self._database.run(REPORT, (spa_id, now, Jsonb(dict(report.counts)), Jsonb([*items, *unread])))
