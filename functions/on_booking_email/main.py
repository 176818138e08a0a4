"""A booking's followers: the guest, by e-mail."""

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.domain.events import Event
from shared_lib.edge.events import booking_event
from shared_lib.usecases.send_mail import send_booking_mail


@functions_framework.cloud_event
@booking_event
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
