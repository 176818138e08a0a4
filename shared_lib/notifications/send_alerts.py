"""Mail the manager what they have to hear of: all that waits in one mail.

Quiet hours hold for the manager too: a calendar or a price can wait for the morning. Money that did not go back,
work that was given up and what a guest told do not wait, and what waits beside them goes along.
"""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime

from shared_lib.bookings.contact import Contact
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import ExternalServiceError, OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.kernel.ids import derived_id
from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert
from shared_lib.kernel.ports import ManagerAlerts
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.mail import MailKey, MailKind
from shared_lib.notifications.ports import Mailer, MailLog, MailRenderer
from shared_lib.notifications.quiet_hours import is_quiet

AT_ANY_HOUR = frozenset({AlertKind.REFUND_FAILED, AlertKind.DEAD_LETTERS, AlertKind.CASE_OPENED})
BATCH = 50
"""How many alerts one mail has at most."""
ONCE = 1


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AlertContext:
    """What mails to the manager are sent with; where `manager_mail` is "" alerts wait until there is an address."""

    alerts: ManagerAlerts
    renderer: MailRenderer
    mail_log: MailLog
    mailer: Mailer
    manager_mail: str


def send_alerts(
    *, alerts: ManagerAlerts, send: Callable[[Sequence[ManagerAlert]], None], spa: Spa, now: datetime
) -> Sequence[str]:
    """Send what waits, if it may go out at this hour; `send` is what sends one mail.

    Return the codes of what went wrong: it goes out with the next run.
    """
    waiting = alerts.waiting(limit=BATCH)
    if not waiting or (is_quiet(now, spa) and AT_ANY_HOUR.isdisjoint(one.kind for one in waiting)):
        return ()
    try:
        send(waiting)
    except OutcomeUnknown:  # the carrier's word is awaited
        return ()
    except ExternalServiceError as trouble:
        alert("manager_unheard", "the manager's alerts were not sent", code=trouble.code, waiting=len(waiting))
        return (trouble.code,)
    return ()


def send_alert_mail(waiting: Sequence[ManagerAlert], *, context: AlertContext, now: datetime) -> None:
    """Send one mail, once: it is claimed by its first alert. Raise VendorUnavailable, VendorRefused or OutcomeUnknown.

    Where that mail went out before, only its first alert is known to have been in it: the others go with the next one.
    """
    if not context.manager_mail:
        alert("manager_unheard", "there is no address for the manager's alerts", waiting=len(waiting))
        return
    mail = context.renderer.manager_alert(waiting, now=now)
    key = MailKey(MailKind.MANAGER_ALERT, ONCE, about=derived_id(waiting[0].kind, waiting[0].key))
    claim = context.mail_log.claim(key, to=context.manager_mail, now=now)
    if claim is None:
        context.alerts.mailed(waiting[:1], now=now)
        return
    try:
        vendor_id = context.mailer.send(mail, to=Contact("", context.manager_mail), message_id=claim.message_id)
    except (VendorRefused, VendorUnavailable):
        context.mail_log.unsent(claim, now=now)  # what was refused too: it goes out once the address is mended
        raise
    context.mail_log.accepted(claim, vendor_id, now=now)
    context.alerts.mailed(waiting, now=now)
