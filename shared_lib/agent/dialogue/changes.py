"""Letting go: a wish, a hold, or a visit that is paid."""

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.steps import ask_again, current_booking
from shared_lib.agent.dialogue.table import yes_or_keep
from shared_lib.agent.dialogue.wording import booking_json, facts_of
from shared_lib.agent.replies import say
from shared_lib.domain.booking import WAITING, Booking, Status
from shared_lib.domain.errors import WrongState
from shared_lib.domain.money import say_cents
from shared_lib.usecases.cancel_booking import refund_cents

CAN_BE_CANCELLED = WAITING | {Status.CONFIRMED}


def wish_to_cancel(memory: Memory, desk: Desk) -> Reply:
    """Let a hold go at once; for a paid visit say what comes back, and ask."""
    booking = _to_cancel(memory, desk)
    if booking is None:
        return _nothing(memory, desk)
    memory.booking_id = str(booking.id)
    if booking.status in WAITING:
        return cancel(memory, desk)
    memory.clear_table("confirm_cancel")
    refund = refund_cents(booking, desk.now)
    full = refund == booking.total_cents
    key = "confirm_cancel_full" if full else "confirm_cancel" if refund else "confirm_cancel_nothing"
    question = say(key, **facts_of(booking, desk), refund=say_cents(refund))
    return Reply(question, yes_or_keep("cancel"))


def drop(memory: Memory, desk: Desk) -> Reply:
    """Let go what is not paid; a visit that is paid is not meant by `never mind`."""
    booking = current_booking(memory, desk)
    if memory.asked in {"confirm_cancel", "confirm_move"}:
        return keep(memory, desk)
    if booking and booking.status in WAITING:
        return cancel(memory, desk)
    if booking is not None:
        return keep(memory, desk)
    memory.begin_again()
    return Reply(say("dropped"))


def _to_cancel(memory: Memory, desk: Desk) -> Booking | None:
    """Return the visit that is meant: the present one, else the last that was confirmed here."""
    known = [*([memory.booking_id] if memory.booking_id else []), *reversed(memory.visits)]
    bookings = (desk.booking(booking_id) for booking_id in known)
    return next((booking for booking in bookings if booking.status in CAN_BE_CANCELLED), None)


def _nothing(memory: Memory, desk: Desk) -> Reply:
    if memory.treatment or memory.candidates:
        memory.begin_again()
        return Reply(say("dropped"))
    return Reply(say("nothing_to_cancel", phone=desk.spa.phone))


def cancel(memory: Memory, desk: Desk) -> Reply:
    """Cancel the booking of this conversation, and say what goes back."""
    booking = current_booking(memory, desk)
    if booking is None:
        return wish_to_cancel(memory, desk)
    try:
        cancelled = desk.cancel(str(booking.id))
    except WrongState:
        memory.clear_table()
        return Reply(say("too_late_to_change", phone=desk.spa.phone))
    memory.visits = tuple(visit for visit in memory.visits if visit != str(booking.id))
    memory.booking_id = None
    memory.begin_again()
    return Reply(_sentence(booking, cancelled.refund_cents, desk), booking=booking_json(cancelled.booking))


def _sentence(booking: Booking, refund: int, desk: Desk) -> str:
    facts = facts_of(booking, desk)
    if booking.status in WAITING:
        return say("cancelled_paying" if booking.status == Status.PAYING else "cancelled", **facts)
    return say("cancelled_paid" if refund else "cancelled_paid_nothing", refund=say_cents(refund), **facts)


def keep(memory: Memory, desk: Desk) -> Reply:
    """Leave everything as it is."""
    memory.stop_moving()
    return ask_again(memory, desk).after(say("kept"))


def move_paid(booking: Booking, desk: Desk) -> Reply:
    """Say who moves a paid visit that the chat does not move."""
    return Reply(say("move_paid", **facts_of(booking, desk)))
