"""Tell a guest what happened to their booking, by mail and where they asked for it by SMS."""

from datetime import datetime

from shared_lib.kernel.events import Event
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.send_mail import send_booking_mail
from shared_lib.notifications.send_text import TextContext, send_payment_link_text


def tell_guest(event: Event, *, mails: MailContext, texts: TextContext, spa: Spa, now: datetime) -> None:
    """Send what the event asks for; raise as both do, to be asked again for what did not go out.

    What waits for the end of the quiet hours stays owed, and the relay sends it. A text is worth something for half an
    hour, so only the event brings it, and no job that looks for what is owed.
    """
    try:
        send_payment_link_text(event, context=texts, now=now)
    finally:  # trouble with one carrier is none of the other's
        send_booking_mail(event, context=mails, spa=spa, now=now)
