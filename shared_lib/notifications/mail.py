"""A mail to a guest: of which kind, when it is due, and what became of it."""

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.history import BookingHistory
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.guests.preferences import Topic
from shared_lib.kernel.errors import OutcomeUnknown
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.suppression import SuppressionReason
from shared_lib.notifications.text import TextKind
from shared_lib.waitlist.entry import SOURCE as WAITLIST

PHONE = "phone"


class MailKind(StrEnum):
    """What a mail is about; one of each kind goes out for one version of a booking."""

    CONFIRMATION = "confirmation"
    CHANGED = "changed"
    CANCELLATION = "cancellation"
    REFUND_LATE = "refund_late"
    WAITLIST_OFFER = "waitlist_offer"
    PAYMENT_LINK = "payment_link"
    PAYMENT_FAILED = "payment_failed"
    REFUND_SENT = "refund_sent"
    NO_SHOW = "no_show"
    RECEIPT = "receipt"
    REMINDER = "reminder"
    REVIEW_REQUEST = "review_request"
    CODE = "code"
    MEMBERSHIP_WELCOME = "membership_welcome"
    MANAGER_ALERT = "manager_alert"


MessageKind: TypeAlias = MailKind | TextKind
"""What the log of messages tells apart: a mail and a text about the same are two."""

TOPICS: Mapping[MessageKind, Topic] = {
    MailKind.CONFIRMATION: Topic.BOOKINGS,
    MailKind.CHANGED: Topic.BOOKINGS,
    MailKind.CANCELLATION: Topic.BOOKINGS,
    MailKind.NO_SHOW: Topic.BOOKINGS,
    MailKind.REFUND_LATE: Topic.PAYMENTS,
    MailKind.PAYMENT_LINK: Topic.PAYMENTS,
    MailKind.PAYMENT_FAILED: Topic.PAYMENTS,
    MailKind.REFUND_SENT: Topic.PAYMENTS,
    MailKind.RECEIPT: Topic.PAYMENTS,
    MailKind.WAITLIST_OFFER: Topic.WAITLIST,
    MailKind.REMINDER: Topic.REMINDERS,
    MailKind.REVIEW_REQUEST: Topic.REVIEWS,
    MailKind.CODE: Topic.SECURITY,
    MailKind.MEMBERSHIP_WELCOME: Topic.PAYMENTS,
    TextKind.PAYMENT_LINK: Topic.PAYMENTS,
    TextKind.REMINDER: Topic.REMINDERS,
}
"""What each message to a guest is about, as guests choose; a manager's alert is nobody's choice."""


class DeliveryStatus(StrEnum):
    """What the vendor tells about a mail later, in our words."""

    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    BOUNCED = "bounced"


@dataclasses.dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; `content_type` without parameters, SendGrid refuses them."""

    filename: str
    content_type: str
    content: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Mail:
    """A mail ready to go, in its two twins: the same words with and without a look."""

    kind: MailKind
    subject: str
    html: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    unsubscribe_url: str = ""
    """Where one click ends mails of this kind; "" for what belongs to a booking, to money or to the account."""


@dataclasses.dataclass(frozen=True, slots=True)
class MailKey:
    """What one mail or text is: of a kind, about one version of a booking, or of something else by its id."""

    kind: MessageKind
    version: int
    booking_id: UUID | None = None
    about: UUID | None = None


class MailOnItsWay(OutcomeUnknown):
    """Somebody claimed it and nobody knows yet what became of it; the carrier's word is awaited."""


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """The right to send one mail; `message_id` is how the vendor's events name it, the same in every attempt."""

    message_id: UUID
    attempt: int


@dataclasses.dataclass(frozen=True, slots=True)
class MailReport:
    """One event of the vendor about one of our mails: what became of it, and what that means for its address."""

    event_id: str
    message_id: UUID
    status: DeliveryStatus | None = None
    """None for what happens after a mail has arrived."""
    suppresses: SuppressionReason | None = None
    unsubscribes: bool = False
    """The guest wants no more mails about what this one was about."""


def mail_due(event: Event, booking: Booking, past: BookingHistory) -> MailKind | None:
    """Return the mail that an event asks for, or None: nobody is told what has been overtaken or is not theirs."""
    due = (kind for about, kind, is_due in _MAILS if about == event.type and is_due(event, booking, past))
    return next(due, None)


def _still_confirmed(event: Event, booking: Booking, _: BookingHistory) -> bool:
    return booking.status is Status.CONFIRMED and event.version >= booking.version


def _moved_before_they_came(event: Event, booking: Booking, past: BookingHistory) -> bool:
    """Return whether a visit was changed; who is late and already here was told face to face."""
    return _still_confirmed(event, booking, past) and booking.arrived_at is None


def _given_up_after_confirmation(_: Event, booking: Booking, past: BookingHistory) -> bool:
    return booking.status is Status.CANCELLED and past.was_confirmed


def _a_place_that_opened(event: Event, booking: Booking, _: BookingHistory) -> bool:
    return booking.source == WAITLIST and _newly_held(event, booking)


def _held_in_a_call(event: Event, booking: Booking, _: BookingHistory) -> bool:
    return booking.source == PHONE and _newly_held(event, booking)


def _declined_away_from_the_chat(_: Event, booking: Booking, __: BookingHistory) -> bool:
    """Return whether a place still waits for its payment whose guest hears of it by mail alone."""
    return booking.source in SOURCES_OF_MAILED_HOLDS and booking.status in WAITING


def _still_missed(_: Event, booking: Booking, __: BookingHistory) -> bool:
    return booking.status is Status.NO_SHOW


def _newly_held(event: Event, booking: Booking) -> bool:
    """Return whether a place was just held; a hold that comes back from its payment is no news."""
    return booking.status is Status.HELD and event.version == 1


def _paid_but_never_confirmed(_: Event, __: Booking, past: BookingHistory) -> bool:
    return past.refunded_cents > 0 and not past.was_confirmed


def _money_back(_: Event, __: Booking, past: BookingHistory) -> bool:
    """Return whether money has left for whoever had a visit: what was to come back was said before, now it comes."""
    return past.refunded_cents > 0 and past.was_confirmed


SOURCES_OF_MAILED_HOLDS = (PHONE, WAITLIST)
"""Where holds are made of which a guest hears by mail."""

_MAILS: tuple[tuple[EventType, MailKind, Callable[[Event, Booking, BookingHistory], bool]], ...] = (
    (EventType.HELD, MailKind.WAITLIST_OFFER, _a_place_that_opened),
    (EventType.HELD, MailKind.PAYMENT_LINK, _held_in_a_call),
    (EventType.CONFIRMED, MailKind.CONFIRMATION, _still_confirmed),
    (EventType.RESCHEDULED, MailKind.CHANGED, _moved_before_they_came),
    (EventType.CANCELLED, MailKind.CANCELLATION, _given_up_after_confirmation),
    (EventType.NO_SHOW, MailKind.NO_SHOW, _still_missed),
    (EventType.PAYMENT_FAILED, MailKind.PAYMENT_FAILED, _declined_away_from_the_chat),
    (EventType.PAYMENT_REFUNDED, MailKind.REFUND_LATE, _paid_but_never_confirmed),
    (EventType.PAYMENT_REFUNDED, MailKind.REFUND_SENT, _money_back),
)
"""Other holds, their ends and their failed payments are told where the guest is: in the chat, on the page."""

NO_ANSWERS = frozenset({MailKind.NO_SHOW, MailKind.REFUND_SENT})
"""Mails of events that answer nothing that the guest has just done: they wait for the end of the quiet hours."""
MAILS_OF_EVENTS: tuple[tuple[EventType, MailKind], ...] = tuple((about, kind) for about, kind, _ in _MAILS)
"""Which mails an event may ask for."""
