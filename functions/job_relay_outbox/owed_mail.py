"""How this job sends a mail: as the consumer of booking events does."""

from collections.abc import Callable

from shared_lib.bootstrap import Services
from shared_lib.kernel.events import Event
from shared_lib.notifications.send_mail import send_booking_mail


def sender(deps: Services) -> Callable[[Event], None]:
    """Return what sends the mail of an event; nothing of the carrier is loaded before there is one to send."""

    def send(event: Event) -> None:
        send_booking_mail(
            event,
            bookings=deps.bookings,
            history=deps.booking_history,
            mail_log=deps.mail_log,
            renderer=deps.mail_renderer,
            mailer=deps.mail,
            now=deps.clock(),
        )

    return send
