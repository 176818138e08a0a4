"""Tell a guest by mail what happened to their booking: once, and only while it is true."""

from datetime import datetime

from shared_lib.kernel.events import Event
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import NO_ANSWERS, MailKey, mail_due
from shared_lib.notifications.quiet_hours import is_quiet
from shared_lib.notifications.send_once import send_once


def send_booking_mail(event: Event, *, context: MailContext, spa: Spa, now: datetime) -> bool:
    """Send what the event asks for, if anything; return False for what stays owed until the quiet hours are over.

    Raise as `send_once` does, to be asked again later.
    """
    booking = context.bookings.get(event.booking_id)
    past = context.history.past(booking.id)
    kind = mail_due(event, booking, past)
    contact = booking.contact
    if kind is None or contact is None or not contact.email:
        return True
    if kind in NO_ANSWERS and is_quiet(now, spa):
        return False
    key = MailKey(kind, event.version, booking_id=booking.id)
    send_once(key, contact, lambda: context.renderer.render(kind, booking, past, now=now), context=context, now=now)
    return True
