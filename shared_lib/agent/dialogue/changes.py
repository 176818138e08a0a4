"""Letting go: a hold, or a visit that is paid."""

from shared_lib.agent.dialogue.answer import Reply, read_reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.steps import ask_again, current_booking
from shared_lib.agent.dialogue.wording import booking_json, facts_of
from shared_lib.agent.replies import say
from shared_lib.domain.booking import WAITING, Booking, Status
from shared_lib.domain.errors import WrongState
from shared_lib.domain.money import say_cents
from shared_lib.usecases.cancel_booking import refund_cents


def wish_to_cancel(memory: Memory, desk: Desk) -> Reply:
    """Let a hold go at once; for a paid visit say what comes back, and ask."""
    booking = current_booking(memory, desk)
    if booking is None or booking.status not in WAITING | {Status.CONFIRMED}:
        memory.begin_again()
        return Reply(say("nothing_to_cancel", phone=desk.spa.phone))
    if booking.status in WAITING:
        return cancel(memory, desk)
    memory.asked = "confirm_cancel"
    refund = say_cents(refund_cents(booking, desk.now))
    question = say("confirm_cancel", refund=refund, **facts_of(booking, desk))
    return read_reply(question, ("yes_cancel", say("button_yes_cancel")), ("keep", say("button_keep")))


def cancel(memory: Memory, desk: Desk) -> Reply:
    """Cancel the booking of this conversation, and say what goes back."""
    booking = current_booking(memory, desk)
    if booking is None:
        return wish_to_cancel(memory, desk)
    try:
        cancelled = desk.cancel(str(booking.id))
    except WrongState:
        return Reply(say("too_late_to_change", phone=desk.spa.phone))
    memory.begin_again()
    return Reply(_sentence(booking, cancelled.refund_cents, desk), booking=booking_json(cancelled.booking))


def _sentence(booking: Booking, refund: int, desk: Desk) -> str:
    facts = facts_of(booking, desk)
    if booking.status in WAITING:
        return say("cancelled", **facts)
    return say("cancelled_paid" if refund else "cancelled_paid_nothing", refund=say_cents(refund), **facts)


def keep(memory: Memory, desk: Desk) -> Reply:
    """Leave everything as it is."""
    memory.asked = None
    return Reply(f"{say('kept')} {ask_again(memory, desk).text}")
