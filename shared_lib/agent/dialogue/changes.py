"""Letting go: a request, a hold, or a visit that is paid."""

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.options import yes_or_keep
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_again, current_booking
from shared_lib.agent.dialogue.wording import booking_json, facts_of
from shared_lib.agent.replies import say
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.cancel import refund_cents
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.kernel.errors import WrongState
from shared_lib.kernel.money import say_cents

CAN_BE_CANCELLED = WAITING | {Status.CONFIRMED}


def request_cancellation(state: DialogueState, services: DialogueServices) -> Reply:
    """Let a hold go at once; for a paid visit say what comes back, and ask."""
    booking = _to_cancel(state, services)
    if booking is None:
        return _nothing(state, services)
    state.booking_id = str(booking.id)
    if booking.status in WAITING:
        return cancel(state, services)
    state.clear_options("confirm_cancel")
    refund = refund_cents(booking, services.now)
    full = refund == booking.total_cents
    key = "confirm_cancel_full" if full else "confirm_cancel" if refund else "confirm_cancel_nothing"
    question = say(key, **facts_of(booking, services), refund=say_cents(refund))
    return Reply(question, yes_or_keep("cancel"))


def drop(state: DialogueState, services: DialogueServices) -> Reply:
    """Let go what is not paid; a visit that is paid is not meant by `never mind`."""
    booking = current_booking(state, services)
    if state.asked in {"confirm_cancel", "confirm_move"}:
        return keep(state, services)
    if booking and booking.status in WAITING:
        return cancel(state, services)
    if booking is not None:
        return keep(state, services)
    state.begin_again()
    return Reply(say("dropped"))


def _to_cancel(state: DialogueState, services: DialogueServices) -> Booking | None:
    """Return the visit that is meant: the present one, else the last that was confirmed here."""
    known = [*([state.booking_id] if state.booking_id else []), *reversed(state.visits)]
    bookings = (services.booking(booking_id) for booking_id in known)
    return next((booking for booking in bookings if booking.status in CAN_BE_CANCELLED), None)


def _nothing(state: DialogueState, services: DialogueServices) -> Reply:
    if state.treatment or state.candidates:
        state.begin_again()
        return Reply(say("dropped"))
    return Reply(say("nothing_to_cancel", phone=services.spa.phone))


def cancel(state: DialogueState, services: DialogueServices) -> Reply:
    """Cancel the booking of this conversation, and say what goes back."""
    booking = current_booking(state, services)
    if booking is None:
        return request_cancellation(state, services)
    try:
        cancelled = services.cancel(str(booking.id))
    except WrongState:
        state.clear_options()
        return Reply(say("too_late_to_change", phone=services.spa.phone))
    state.visits = tuple(visit for visit in state.visits if visit != str(booking.id))
    state.booking_id = None
    state.begin_again()
    return Reply(_sentence(booking, cancelled.refund_cents, services), booking=booking_json(cancelled.booking))


def _sentence(booking: Booking, refund: int, services: DialogueServices) -> str:
    facts = facts_of(booking, services)
    if booking.status in WAITING:
        return say("cancelled_paying" if booking.status == Status.PAYING else "cancelled", **facts)
    return say("cancelled_paid" if refund else "cancelled_paid_nothing", refund=say_cents(refund), **facts)


def keep(state: DialogueState, services: DialogueServices) -> Reply:
    """Leave everything as it is."""
    state.stop_moving()
    return ask_again(state, services).after(say("kept"))


def move_paid(booking: Booking, services: DialogueServices) -> Reply:
    """Say who moves a paid visit that the chat does not move."""
    return Reply(say("move_paid", **facts_of(booking, services)))
