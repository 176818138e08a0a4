"""Letting go: a request, a hold, or a visit that is paid."""

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.options import yes_or_keep
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_again, current_booking
from shared_lib.agent.dialogue.wording import booking_json, facts_of
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.bookings.policy import can_be_cancelled, refund_cents
from shared_lib.kernel.errors import WrongState

CAN_BE_CANCELLED = WAITING | {Status.CONFIRMED}
CONFIRMS = frozenset({"confirm_cancel", "confirm_move", "confirm_add", "confirm_take_out"})
"""Questions whether something shall become of a paid visit."""
ABOUT_A_VISIT = frozenset({"move", "cancel", "add_later", "take_out"})
"""Matters that are about a visit which stands whatever becomes of them."""


def ask_to_cancel(state: DialogueState, booking: Booking, services: DialogueServices, *, asked: bool = False) -> Reply:
    """Let a hold go at once, unless that was only `asked`; for a paid visit say what comes back, and ask."""
    if state.booking_id != str(booking.id):
        state.remember(state.booking_id)
        state.detour("cancel", booking_id=str(booking.id))
    if booking.status in WAITING:
        return _ask_to_let_go(state, booking, services) if asked else cancel(state, services)
    if not can_be_cancelled(booking, services.now):
        state.clear_options()
        return Reply(services.say("too_late_to_change", phone=services.spa.phone))
    state.clear_options("confirm_cancel")
    state.quoted = refund = refund_cents(booking, services.now)
    full = refund == booking.total_cents
    key = "confirm_cancel_full" if full else "confirm_cancel" if refund else "confirm_cancel_nothing"
    question = services.say(key, **facts_of(booking, services), refund=services.voice.money(refund))
    return Reply(question, yes_or_keep("cancel", services))


def _ask_to_let_go(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    state.clear_options("confirm_cancel")
    return Reply(services.say("confirm_let_go", **facts_of(booking, services)), yes_or_keep("cancel", services))


def drop(state: DialogueState, services: DialogueServices) -> Reply:
    """Let go what is not paid; a visit that is paid is not meant by `never mind`."""
    booking = current_booking(state, services)
    if state.asked in CONFIRMS:
        return keep(state, services)
    if booking and booking.status in WAITING:
        return cancel(state, services)
    if booking is not None:
        return keep(state, services)
    _begin_again(state)
    return Reply(services.say("dropped"))


def _begin_again(state: DialogueState) -> None:
    """Begin from nothing; what was wished for is remembered, for a guest who wants it after all."""
    wished = state.frame()
    state.begin_again()
    state.before = (wished,) if wished.items else ()


def cancel(state: DialogueState, services: DialogueServices) -> Reply:
    """Cancel the booking that has the floor, and say what goes back."""
    booking = current_booking(state, services)
    if booking is None:
        state.clear_options()
        return Reply(services.say("nothing_to_cancel", phone=services.spa.phone))
    if state.quoted is not None and refund_cents(booking, services.now) < state.quoted:
        return ask_to_cancel(state, booking, services)  # less would come back than was said
    try:
        cancelled = services.cancel(str(booking.id))
    except WrongState:
        state.clear_options()
        return Reply(services.say("too_late_to_change", phone=services.spa.phone))
    if state.kind == "cancel":
        state.come_back()
    elif booking.status in WAITING:
        _begin_again(state)
    else:
        state.begin_again()
    state.visits = tuple(visit for visit in state.visits if visit != str(booking.id))
    return Reply(_sentence(booking, cancelled.refund_cents, services), booking=booking_json(cancelled.booking))


def _sentence(booking: Booking, refund: int, services: DialogueServices) -> str:
    facts = facts_of(booking, services)
    if booking.status in WAITING:
        return services.say("cancelled_paying" if booking.status == Status.PAYING else "cancelled", **facts)
    key = "cancelled_paid" if refund else "cancelled_paid_nothing"
    return services.say(key, refund=services.voice.money(refund), **facts)


def keep(state: DialogueState, services: DialogueServices) -> Reply:
    """Leave everything as it is."""
    if state.kind in ABOUT_A_VISIT:
        state.come_back()
    if state.asked in {"confirm_cancel", "slot"}:
        state.clear_options()
    return ask_again(state, services).after(services.say("kept"))


def move_paid(booking: Booking, services: DialogueServices) -> Reply:
    """Say who moves a paid visit that the chat does not move."""
    return Reply(services.say("move_paid", **facts_of(booking, services)))
