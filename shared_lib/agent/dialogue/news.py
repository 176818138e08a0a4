"""What happened outside the chat, in the house's words, told by the booking as it stands now."""

from collections.abc import Callable, Mapping

from shared_lib.agent.dialogue.answer import Reply, read_reply
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import booking_json, facts_of, payment_reply
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.kernel.events import EventType
from shared_lib.waitlist.entry import SOURCE as OFFERED

Teller = Callable[[Booking, DialogueServices], Reply | None]


def news(event_type: str, booking: Booking, services: DialogueServices) -> Reply | None:
    """Return what to say of an event; None where the booking has moved on and it would be no news."""
    tell = NEWS.get(event_type)
    return tell(booking, services) if tell else None


def last_word(booking: Booking) -> EventType | None:
    """Return the event that ends a guest's waiting for this booking, None where nothing is told any more."""
    if booking.status == Status.EXPIRED and booking.paid:
        return EventType.PAYMENT_REFUNDED
    return LAST_WORDS.get(booking.status)


def _confirmed(booking: Booking, services: DialogueServices) -> Reply | None:
    if booking.status != Status.CONFIRMED:
        return None
    words = read_reply(
        services.say("event_confirmed", **facts_of(booking, services)),
        ("membership", services.say("button_membership")),
    )
    return Reply(words.text, words.choices, booking=booking_json(booking))


def _rescheduled(booking: Booking, services: DialogueServices) -> Reply | None:
    if booking.status != Status.CONFIRMED or booking.arrived_at is not None:
        return None
    return Reply(services.say("event_rescheduled", **facts_of(booking, services)), booking=booking_json(booking))


def _expired(booking: Booking, services: DialogueServices) -> Reply | None:
    if booking.status != Status.EXPIRED or booking.paid:
        return None
    if booking.gave_way_to and services.is_mine(services.booking(str(booking.gave_way_to))):
        return None  # the guest heard of it as they took the newer one
    sentence = "event_gave_way" if booking.gave_way_to else "event_expired"
    words = read_reply(
        services.say(sentence, **facts_of(booking, services)), ("look_again", services.say("button_look_again"))
    )
    return Reply(words.text, words.choices, booking=booking_json(booking))


def _declined(booking: Booking, services: DialogueServices) -> Reply | None:
    return payment_reply("event_payment_failed", booking, services) if booking.status in WAITING else None


def _cancelled(booking: Booking, services: DialogueServices) -> Reply | None:
    if booking.paid is None:
        return None
    return Reply(services.say("event_cancelled", **facts_of(booking, services)), booking=booking_json(booking))


def _refunded(booking: Booking, services: DialogueServices) -> Reply | None:
    if booking.status == Status.EXPIRED:
        return read_reply(services.say("event_refunded_late"), ("look_again", services.say("button_look_again")))
    cents = booking.paid.refunded_cents if booking.paid else 0
    return Reply(services.say("event_refunded", refund=services.voice.money(cents), **facts_of(booking, services)))


def _offered(booking: Booking, services: DialogueServices) -> Reply | None:
    offered = booking.source == OFFERED and booking.is_live_hold(services.now)
    return payment_reply("event_offered", booking, services) if offered else None


NEWS: Mapping[str, Teller] = {
    EventType.HELD: _offered,
    EventType.CONFIRMED: _confirmed,
    EventType.RESCHEDULED: _rescheduled,
    EventType.EXPIRED: _expired,
    EventType.PAYMENT_FAILED: _declined,
    EventType.CANCELLED: _cancelled,
    EventType.PAYMENT_REFUNDED: _refunded,
}
LAST_WORDS: Mapping[Status, EventType] = {Status.CONFIRMED: EventType.CONFIRMED, Status.EXPIRED: EventType.EXPIRED}
