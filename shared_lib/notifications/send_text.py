"""Tell a guest by SMS what they asked for: once, and only while it is true; Twilio keeps who said STOP."""

import dataclasses
from datetime import datetime
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.ports import Guests
from shared_lib.guests.preferences import Topic, is_allowed
from shared_lib.kernel.email_address import parse_email
from shared_lib.kernel.errors import AddressRefused
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.links import MailLinks
from shared_lib.notifications.mail import MailKey, MailKind, mail_due
from shared_lib.notifications.ports import TextMessenger, TextWriter
from shared_lib.notifications.send_once import hand_over
from shared_lib.notifications.suppression import SuppressionReason
from shared_lib.notifications.text import SmsReach, TextKind, telephone_of


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TextContext:
    """What every text is sent with, beside what mails are: they share the log, and the breaker counts both."""

    mails: MailContext
    messenger: TextMessenger
    writer: TextWriter
    reach: SmsReach
    links: MailLinks
    guests: Guests

    def telephone_of(self, booking: Booking) -> ContactPoint | None:
        """Return the telephone that a booking names, if texts are sent there and nobody has said STOP."""
        return self._within_reach(telephone_of(booking.contact.phone) if booking.contact else None)

    def proved_telephone_of(self, booking: Booking) -> ContactPoint | None:
        """Return the telephone that whoever has a booking's address has proved, under the same conditions."""
        email = parse_email(booking.contact.email) if booking.contact and self.reach.is_offered else None
        guest = self.guests.find(ContactPoint(Channel.EMAIL, email)) if email else None
        return self._within_reach(guest.reached_by(Channel.SMS) if guest else None)

    def _within_reach(self, to: ContactPoint | None) -> ContactPoint | None:
        known = to and self.reach.includes(to.address) and not self.mails.rules.given_up(to.address)
        return to if known else None


def send_payment_link_text(event: Event, *, context: TextContext, now: datetime) -> None:
    """Send whoever had a place held in a call the link that it is paid by, beside the mail or alone.

    It was asked for in the call; only who has an address and wants no texts about money gets the mail alone. Raise
    VendorUnavailable, OutcomeUnknown or MailBreakerOpen to be asked again later.
    """
    if event.type is not EventType.HELD:
        return
    booking = context.mails.bookings.get(event.booking_id)
    to = context.telephone_of(booking) if _is_link_due(event, booking, context, now) else None
    if to is None:
        return
    chosen = context.mails.rules.preferences.chosen(to)
    if is_allowed(Topic.PAYMENTS, Channel.SMS, chosen) or not (booking.contact and booking.contact.email):
        text = context.writer.payment_link(booking, context.links.pay(booking.id), now=now)
        _send_once(_key(TextKind.PAYMENT_LINK, booking, event.version), to, text, context=context, now=now)


def send_reminder_text(booking: Booking, *, context: TextContext, now: datetime) -> bool:
    """Remind whoever chose to be reminded by SMS; return whether the carrier has it now.

    It goes to the booking's number, or where it has none to the one that its guest has proved. That a reminder is due
    is for the caller to know; raise as `send_payment_link_text` does.
    """
    to = context.telephone_of(booking) or context.proved_telephone_of(booking)
    if to is None or context.mails.rules.withheld(TextKind.REMINDER, to.address):
        return False
    text = context.writer.reminder(booking, context.links.visit(booking.id), now=now)
    return _send_once(_key(TextKind.REMINDER, booking, booking.version), to, text, context=context, now=now)


def _is_link_due(event: Event, booking: Booking, context: TextContext, now: datetime) -> bool:
    past = context.mails.history.past(booking.id)
    return mail_due(event, booking, past) is MailKind.PAYMENT_LINK and now < booking.held_until


def _key(kind: TextKind, booking: Booking, version: int) -> MailKey:
    return MailKey(kind, version, booking_id=booking.id)


def _send_once(key: MailKey, to: ContactPoint, text: str, *, context: TextContext, now: datetime) -> bool:
    mails = context.mails
    mails.check_breaker(key.kind, now=now)
    claim = mails.mail_log.claim(key, to=to.address, now=now)
    if claim is None:
        return False

    def send() -> str:
        return _send(text, to, claim.message_id, context, now)

    return hand_over(claim, key.kind, send, mail_log=mails.mail_log, now=now)


def _send(text: str, to: ContactPoint, message_id: UUID, context: TextContext, now: datetime) -> str:
    try:
        return context.messenger.send(text, to=to.address, message_id=message_id)
    except AddressRefused:
        context.mails.rules.give_up(to.address, SuppressionReason.REFUSED, now=now)
        raise
