"""What sending works with, and what is asked before anything goes out."""

import dataclasses
import logging
from datetime import datetime, timedelta

from shared_lib.bookings.ports import Bookings, HistoryReader
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import TryAgain
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.ports import ManagerAlerts
from shared_lib.notifications.mail import MessageKind
from shared_lib.notifications.may_send import SendRules
from shared_lib.notifications.ports import Mailer, MailLog, MailRenderer

HOUR = timedelta(hours=1)


class MailBreakerOpen(TryAgain):
    """More mails of a kind went out within an hour than any day of ours needs: no more do, until the hour is over."""

    code = "MAIL_BREAKER"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MailContext:
    """What every mail is sent with; `most_per_hour` is how many of one kind may be claimed within an hour."""

    bookings: Bookings
    history: HistoryReader
    mail_log: MailLog
    renderer: MailRenderer
    mailer: Mailer
    rules: SendRules
    manager_alerts: ManagerAlerts
    most_per_hour: int

    def check_breaker(self, kind: MessageKind, *, now: datetime) -> None:
        """Raise MailBreakerOpen where too many of a kind went out within the hour."""
        sent = self.mail_log.claimed_since(kind, now - HOUR, most=self.most_per_hour)
        if sent >= self.most_per_hour:
            self._alert(kind, now)
            raise MailBreakerOpen(f"{sent} mails of kind {kind} within an hour")

    def _alert(self, kind: MessageKind, now: datetime) -> None:
        """Call for a person: on an ordinary day nothing of ours sends so many."""
        facts = {"kind": str(kind), "most": str(self.most_per_hour)}
        alert("mail_breaker", "no more mails of this kind go out for now", level=logging.CRITICAL, kind=kind)
        self.manager_alerts.record(AlertKind.MAIL_BREAKER, f"{kind}:{now:%Y-%m-%dT%H}", facts, now=now)
