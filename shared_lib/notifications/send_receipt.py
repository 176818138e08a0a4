"""Mail a guest the receipt of a visit, because they asked for it: once for each version of the booking."""

from datetime import datetime
from uuid import UUID

from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import MailKey, MailKind
from shared_lib.notifications.send_once import send_once


def send_receipt(booking_id: UUID, *, context: MailContext, now: datetime) -> None:
    """Send it as the booking stands; raise NotFound where nothing was paid, else as `send_once` does."""
    booking = context.bookings.get(booking_id)
    if booking.contact is None or not booking.contact.email:
        return
    kind, past = MailKind.RECEIPT, context.history.past(booking.id)
    send_once(
        MailKey(kind, booking.version, booking_id=booking.id),
        booking.contact,
        lambda: context.renderer.render(kind, booking, past, now=now),
        context=context,
        now=now,
    )
