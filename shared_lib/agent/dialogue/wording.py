"""Facts in the house's words: moments, people, prices, bookings as the chat shows them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.replies import say
from shared_lib.bookings.booking import Booking
from shared_lib.kernel.formatting import say_day, say_moment, say_time
from shared_lib.kernel.money import say_cents


def with_whom(names: Iterable[str]) -> str:
    """Return ` with Anna`, or nothing."""
    joined = " and ".join(names)
    return say("with_whom", names=joined) if joined else ""


def moment_of(instant: datetime, services: DialogueServices) -> str:
    """Return day, hour and zone in full."""
    return say_moment(instant, services.spa, now=services.now)


def day_of(instant: datetime, services: DialogueServices) -> str:
    """Return the day on the spa's wall: `Friday 27 November`."""
    return say_day(instant, services.spa, now=services.now)


def facts_of(booking: Booking, services: DialogueServices) -> dict[str, Any]:
    """Return what sentences say of a booking."""
    return {
        "reference": booking.reference,
        "treatment": " and ".join(line.name for line in booking.lines),
        "minutes": sum(line.minutes for line in booking.lines),
        "moment": moment_of(booking.starts_at, services),
        "until": say_time(booking.held_until, services.spa),
        "with_whom": with_whom(booking.technicians),
        "net": say_cents(booking.net_cents),
        "tax": say_cents(booking.tax_cents),
        "total": say_cents(booking.total_cents),
        "address": services.spa.address or services.spa.name,
        "phone": services.spa.phone,
        "email": booking.contact.email if booking.contact else "",
    }


def booking_json(booking: Booking) -> dict[str, Any]:
    """Return a booking as the chat's contract shows it."""
    return {
        "reference": booking.reference,
        "status": str(booking.status),
        "starts_at": booking.starts_at.isoformat(),
        "ends_at": booking.ends_at.isoformat(),
        "treatment": booking.treatment.name,
        "technician": " & ".join(booking.technicians),
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
    choices = (Button("cancel", say("button_cancel")),)
    if booking.contact is None:
        return Reply(
            say("payment_needs_contact", **facts_of(booking, services)), choices, booking=booking_json(booking)
        )
    return Reply(
        say(key, **facts_of(booking, services)), choices, payment_json(booking, services), booking_json(booking)
    )
