"""How this job sends what is owed: as the consumer of booking events and the task for codes do."""

from collections.abc import Callable, Sequence
from uuid import UUID

from shared_lib.bootstrap import Services
from shared_lib.kernel.events import Event
from shared_lib.kernel.manager_alerts import ManagerAlert
from shared_lib.notifications.send_alerts import send_alert_mail
from shared_lib.notifications.send_code import send_code
from shared_lib.notifications.send_mail import send_booking_mail


def sender(deps: Services) -> Callable[[Event], bool]:
    """Return what sends the mail of an event; nothing of the carrier is loaded before there is one to send."""
    return lambda event: send_booking_mail(event, context=deps.mail_context, spa=deps.spa, now=deps.clock())


def code_sender(deps: Services) -> Callable[[UUID], None]:
    """Return what sends a code, as lazily."""
    return lambda code_id: send_code(code_id, context=deps.code_context, now=deps.clock())


def alert_sender(deps: Services) -> Callable[[Sequence[ManagerAlert]], None]:
    """Return what mails the manager, as lazily."""
    return lambda waiting: send_alert_mail(waiting, context=deps.alert_context, now=deps.clock())
