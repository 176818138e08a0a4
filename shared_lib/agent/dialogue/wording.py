"""Facts in the house's words: moments, people, prices, bookings as the chat shows them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.dialogue_state import Item
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.bookings.booking import Booking
from shared_lib.kernel.formatting import say_list

MINUTE = timedelta(minutes=1)


def with_whom(names: Iterable[str], services: DialogueServices) -> str:
    """Return ` with Anna`, or nothing."""
    people = list(dict.fromkeys(names))
    return services.say("with_whom", names=services.voice.all_of(people)) if people else ""


def moment_of(instant: datetime, services: DialogueServices) -> str:
    """Return day, hour and zone in full."""
    return services.voice.moment(instant)


def day_of(instant: datetime, services: DialogueServices) -> str:
    """Return the day on the spa's wall: `Friday 27 November`."""
    return services.voice.day(instant)


def named(items: Sequence[Item], services: DialogueServices) -> str:
    """Return what is asked for, by name: `Manicure and Pedicure`, `Swedish Massage for 2`, with the add-ons."""
    names = []
    for item in items:
        if item.treatment:
            extras = [row.name for row in services.book.requested_add_ons(item.add_ons)]
            names.append(_with_extras(services.book.treatment(item.treatment).name, extras, services))
    return _counted(names, services)


def _with_extras(treatment: str, extras: Sequence[str], services: DialogueServices) -> str:
    return (
        services.say("with_extras", treatment=treatment, extras=services.voice.all_of(extras)) if extras else treatment
    )


def _counted(names: Sequence[str], services: DialogueServices) -> str:
    counts = {name: names.count(name) for name in names}
    said = [
        services.say("for_so_many", treatment=name, count=count) if count > 1 else name
        for name, count in counts.items()
    ]
    return services.voice.all_of(said) if said else ""


def sold_as(booking: Booking, services: DialogueServices) -> str:
    """Return the names of what a booking is for: each treatment with its add-ons."""
    said = []
    for number in dict.fromkeys(visit.number for visit in booking.visits):
        (treatment, *add_ons), _ = booking.of_visit(number)
        said.append(_with_extras(treatment.name, [line.name for line in add_ons], services))
    return _counted(said, services)


def facts_of(booking: Booking, services: DialogueServices) -> dict[str, Any]:
    """Return what sentences say of a booking."""
    voice = services.voice
    return {
        "reference": booking.reference,
        "treatment": sold_as(booking, services),
        "minutes": (booking.ends_at - booking.starts_at) // MINUTE,
        "moment": moment_of(booking.starts_at, services),
        "until": voice.time(booking.held_until),
        "with_whom": with_whom(booking.technicians, services),
        "net": voice.money(booking.net_cents),
        "tax": voice.money(booking.tax_cents),
        "total": voice.money(booking.total_cents),
        "address": services.spa.address or services.spa.name,
        "phone": services.spa.phone,
        "email": (booking.contact.email or booking.contact.phone) if booking.contact else "",
    }


def booking_json(booking: Booking) -> dict[str, Any]:
    """Return a booking as the chat's contract shows it."""
    return {
        "reference": booking.reference,
        "status": str(booking.status),
        "starts_at": booking.starts_at.isoformat(),
        "ends_at": booking.ends_at.isoformat(),
        "treatment": say_list(list(dict.fromkeys(line.name for line in booking.treatments)), "&"),
        "technician": say_list(booking.technicians, "&"),
        "room": booking.room,
    }


def payment_json(booking: Booking, services: DialogueServices) -> dict[str, Any]:
    """Return where and what to pay, as the chat's contract has it."""
    return {
        "url": services.pay_url(booking),
        "amount_cents": booking.total_cents,
        "currency": "usd",
        "expires_at": booking.held_until.isoformat(),
    }


def payment_reply(key: str, booking: Booking, services: DialogueServices) -> Reply:
    """Return a sentence with the booking, the way to pay, and the way out.

    Nobody is led to a payment before it is known who comes: the page could only refuse it.
    """
    choices = (Button("cancel", services.say("button_cancel")),)
    facts = facts_of(booking, services)
    if booking.contact is None:
        return Reply(services.say("payment_needs_contact", **facts), choices, booking=booking_json(booking))
    return Reply(services.say(key, **facts), choices, payment_json(booking, services), booking_json(booking))
