"""What the carrier tells later, applied in PostgreSQL: to the mail, to its address, to what its guest chose."""

from collections.abc import Sequence
from datetime import datetime

from psycopg import Connection
from typing_extensions import override

from shared_lib.guests.contact_point import Channel
from shared_lib.guests.preferences import Preference, is_locked
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.adapters.manager_alerts import record_alert
from shared_lib.notifications.adapters.suppressions import suppress
from shared_lib.notifications.mail import TOPICS, MailKind, MailReport
from shared_lib.notifications.ports import DeliveryReports, KeepChoices
from shared_lib.notifications.suppression import SuppressionReason, suppression_alert

_HEAR = """
    insert into coresync.inbox (source, event_id, received_at) values ('sendgrid', %(event_id)s, %(now)s)
    on conflict do nothing"""

_MOVE_ON = """
    update coresync.email_log set status = %(status)s, reason = null, updated_at = %(now)s
     where id = %(id)s
       and array_position(array['unsent', 'claimed', 'refused', 'accepted', 'delivered', 'bounced'], status)
         < array_position(array['unsent', 'claimed', 'refused', 'accepted', 'delivered', 'bounced'], %(status)s)"""

# A mail from before the log knew its address went to that of its booking.
_WENT_TO = """
    select l.kind, coalesce(l.contact_hash, b.email_hash) as contact_hash, b.id as booking_id, b.reference
      from coresync.email_log l left join coresync.bookings b on b.id = l.booking_id where l.id = %s"""


class PostgresDeliveryReports(DeliveryReports):
    """Claims each report in `inbox`, in the transaction of its effects, in which `keep_choices` works too."""

    def __init__(self, database: Database, *, spa_id: str, keep_choices: KeepChoices) -> None:
        self._database = database
        self._spa_id = spa_id
        self._keep_choices = keep_choices

    @override
    def apply(self, reports: Sequence[MailReport], *, now: datetime) -> Sequence[MailReport]:
        """Apply each report once; a mail's status only moves on, whatever comes first."""

        def steps(connection: Connection[Row]) -> Sequence[MailReport]:
            ordered = sorted(reports, key=lambda report: (report.message_id, report.event_id))
            return [report for report in ordered if self._apply(connection, report, now)]

        return self._database.transaction(steps)

    def _apply(self, connection: Connection[Row], report: MailReport, now: datetime) -> bool:
        if not connection.execute(_HEAR, {"event_id": report.event_id, "now": now}).rowcount:
            return False
        if report.status:
            connection.execute(_MOVE_ON, {"id": report.message_id, "status": report.status, "now": now})
        if report.suppresses or report.unsubscribes:
            self._give_up(connection, report, now)
        return True

    def _give_up(self, connection: Connection[Row], report: MailReport, now: datetime) -> None:
        """Write to this address no more, or no more of this; the manager's alerts are nobody's to end."""
        mail = connection.execute(_WENT_TO, (report.message_id,)).fetchone()
        if mail is None or mail["contact_hash"] is None or mail["kind"] == MailKind.MANAGER_ALERT:
            return
        if report.suppresses:
            self._suppress(connection, mail, report.suppresses, now)
        if report.unsubscribes:
            self._switch_off(connection, mail, now)

    def _suppress(self, connection: Connection[Row], mail: Row, reason: SuppressionReason, now: datetime) -> None:
        suppress(connection, mail["contact_hash"], reason, spa_id=self._spa_id, now=now)
        if mail["booking_id"]:
            about = {name: mail[name] for name in ("booking_id", "reference", "contact_hash")}
            alert = suppression_alert(**about, mail=mail["kind"], reason=reason, now=now)
            record_alert(connection, alert, spa_id=self._spa_id)

    def _switch_off(self, connection: Connection[Row], mail: Row, now: datetime) -> None:
        """Keep a choice for what the mail was about; what is always sent was nobody's to switch off."""
        topic = TOPICS.get(mail["kind"])
        if topic and not is_locked(topic, Channel.EMAIL):
            choice = Preference(topic, Channel.EMAIL, allowed=False)
            self._keep_choices(connection, [mail["contact_hash"]], [choice], now=now)
