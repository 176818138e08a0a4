"""Facts in the house's words: moments, people, prices, bookings as the chat shows them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from shared_lib.agent.dialogue.answer import Reply, read_reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.replies import say
from shared_lib.domain.availability.reasons import Reason
from shared_lib.domain.booking import Booking
from shared_lib.domain.money import say_cents
from shared_lib.domain.wording import say_day, say_moment, say_time


def with_whom(names: Iterable[str]) -> str:
    """Return ` with Anna`, or nothing."""
    joined = " and ".join(names)
    return say("with_whom", names=joined) if joined else ""


def say_reason(reason: Reason | None, desk: Desk) -> str:
    """Return the one sentence that a person would say of a reason."""
    if reason is None:
        return say("why_none")
    spa, now = desk.spa, desk.now
    return say(
        f"why_{reason.why}",
        earliest=say_moment(reason.earliest, spa, now=now) if reason.earliest else "",
        last_day=_day(reason.last_day, desk),
        members_until=_day(reason.members_until, desk),
        technician=reason.technician or "",
    )


def _day(day: date | None, desk: Desk) -> str:
    return say_day(desk.spa.midnight(day), desk.spa, now=desk.now) if day else ""


def facts_of(booking: Booking, desk: Desk) -> dict[str, Any]:
    """Return what sentences say of a booking."""
    return {
        "reference": booking.reference,
        "treatment": booking.treatment.name,
        "minutes": sum(line.minutes for line in booking.lines),
        "moment": say_moment(booking.starts_at, desk.spa, now=desk.now),
        "until": say_time(booking.held_until, desk.spa),
        "with_whom": with_whom(booking.technicians),
        "net": say_cents(booking.net_cents),
        "tax": say_cents(booking.tax_cents),
        "total": say_cents(booking.total_cents),
        "address": desk.spa.address or desk.spa.name,
        "phone": desk.spa.phone,
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


def payment_json(booking: Booking, desk: Desk) -> dict[str, Any]:
    """Return where and what to pay, as the chat's contract has it."""
    return {
        "url": desk.pay_url(booking),
        "amount_cents": booking.total_cents,
        "currency": "usd",
        "expires_at": booking.held_until.isoformat(),
    }


def payment_reply(key: str, booking: Booking, desk: Desk) -> Reply:
    """Return a sentence with the booking, the way to pay, and the way out."""
    words = read_reply(say(key, **facts_of(booking, desk)), ("cancel", say("button_cancel")))
    return Reply(words.text, words.choices, payment_json(booking, desk), booking_json(booking))
