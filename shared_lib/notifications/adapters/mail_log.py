"""The e-mail log and the vendor's reports in PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from psycopg import Connection
from typing_extensions import override

from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import OutcomeUnknown
from shared_lib.notifications.mail import Claim, MailKind, MailReport
from shared_lib.notifications.ports import MailLog

PATIENCE = timedelta(minutes=10)
"""How long a mail whose outcome is unknown waits for the vendor's word before it is sent again; business time."""

_CLAIM = """
    insert into coresync.email_log as log (id, booking_id, version, kind, status, claimed_at, updated_at)
    values (%(id)s, %(booking_id)s, %(version)s, %(kind)s, 'claimed', %(now)s, %(now)s)
    on conflict (booking_id, version, kind) do update
       set status = 'claimed', attempt = log.attempt + 1,
           claimed_at = excluded.claimed_at, updated_at = excluded.updated_at
     where log.status = 'unsent' or (log.status = 'claimed' and log.claimed_at < %(given_up)s)
    returning id, attempt"""

_STATUS = """
    select status from coresync.email_log
     where booking_id = %(booking_id)s and version = %(version)s and kind = %(kind)s"""

_ACCEPT = """
    update coresync.email_log
       set vendor_id = %(vendor_id)s, updated_at = %(now)s,
           status = case when status in ('claimed', 'unsent') then 'accepted' else status end
     where id = %(id)s"""

_SETTLE = """
    update coresync.email_log set status = %(status)s, reason = %(reason)s, updated_at = %(now)s
     where id = %(id)s and attempt = %(attempt)s and status = 'claimed'"""

_HEAR = """
    insert into coresync.inbox (source, event_id, received_at) values ('sendgrid', %(event_id)s, %(now)s)
    on conflict do nothing"""

_MOVE_ON = """
    update coresync.email_log set status = %(status)s, reason = null, updated_at = %(now)s
     where id = %(id)s
       and array_position(array['unsent', 'claimed', 'refused', 'accepted', 'delivered', 'bounced'], status)
         < array_position(array['unsent', 'claimed', 'refused', 'accepted', 'delivered', 'bounced'], %(status)s)"""


class PostgresMailLog(MailLog):
    """`email_log`: one row for each mail, claimed in a statement of its own before anything is sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def claim(self, booking_id: UUID, version: int, kind: MailKind, *, now: datetime) -> Claim | None:
        mail = {"id": uuid4(), "booking_id": booking_id, "version": version, "kind": kind}
        taken = self._database.rows(_CLAIM, mail | {"now": now, "given_up": now - PATIENCE})
        if taken:
            return Claim(message_id=taken[0]["id"], attempt=taken[0]["attempt"])
        (found,) = self._database.rows(_STATUS, mail)
        if found["status"] in ("claimed", "unsent"):
            raise OutcomeUnknown("sendgrid", f"a {kind} is on its way or lost, the vendor's word is awaited")
        return None

    @override
    def accepted(self, claim: Claim, vendor_id: str, *, now: datetime) -> None:
        """Note that the carrier has it; its own report may have come first and says more."""
        self._database.run(_ACCEPT, {"id": claim.message_id, "vendor_id": vendor_id, "now": now})

    @override
    def refused(self, claim: Claim, reason: str, *, now: datetime) -> None:
        self._settle(claim, "refused", reason=reason, now=now)

    @override
    def unsent(self, claim: Claim, *, now: datetime) -> None:
        self._settle(claim, "unsent", reason=None, now=now)

    def _settle(self, claim: Claim, status: str, *, reason: str | None, now: datetime) -> None:
        known: Row = {"id": claim.message_id, "attempt": claim.attempt, "status": status, "reason": reason, "now": now}
        self._database.run(_SETTLE, known)

    @override
    def seen(self, reports: Sequence[MailReport], *, now: datetime) -> None:
        """Note what the carrier tells later, each report once; a mail's status only moves on, whatever comes first."""

        def note(connection: Connection[Row]) -> None:
            for report in sorted(reports, key=lambda report: (report.message_id, report.event_id)):
                if connection.execute(_HEAR, {"event_id": report.event_id, "now": now}).rowcount:
                    connection.execute(_MOVE_ON, {"id": report.message_id, "status": report.status, "now": now})

        self._database.transaction(note)
