"""A booking's followers: the guest, by e-mail."""

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.kernel.events import Event
from shared_lib.notifications.send_mail import send_booking_mail
from shared_lib.web.events import booking_event


@functions_framework.http
@booking_event(lambda: services().pushes)
def on_booking_email(event: Event) -> None:
    """Send the mail that the event asks for, once; what can't be sent now is delivered again."""
    deps = services()
    send_booking_mail(
        event,
        bookings=deps.bookings,
        history=deps.booking_history,
        mail_log=deps.mail_log,
        renderer=deps.mail_renderer,
        mailer=deps.mail,
        now=deps.clock(),
    )
