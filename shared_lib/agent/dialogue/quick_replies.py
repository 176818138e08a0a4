"""What a pressed button means; its id comes from outside and is read with care."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import UTC, date

from shared_lib.agent.dialogue import changes, rescheduling, side_questions, visit_changes, visits, waiting
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.book import PASSING
from shared_lib.agent.dialogue.dialogue_state import DialogueState, OfferedTime
from shared_lib.agent.dialogue.holds import retry_hold, take_slot
from shared_lib.agent.dialogue.items import choose
from shared_lib.agent.dialogue.more_times import more_times
from shared_lib.agent.dialogue.options import read_slot
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_again, ask_day, ask_treatment, current_booking, living_hold, next_step
from shared_lib.agent.dialogue.times import merge
from shared_lib.agent.language import When
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import BadInput

QuickReply = Callable[[DialogueState, str, DialogueServices], list[Reply]]


def press_quick_reply(state: DialogueState, choice: str, services: DialogueServices) -> list[Reply]:
    """Do what a button says; raise BadInput for one that we never drew."""
    kind, _, value = choice.partition(":")
    if kind not in BUTTONS:
        raise BadInput("choice", "is no button of ours")
    try:
        return BUTTONS[kind](state, value, services)
    except (ValueError, OverflowError) as error:
        raise BadInput("choice", "is no button of ours") from error


def _slot(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    offer = read_slot(value)
    start = offer.starts_at
    if start.tzinfo is None or start.second or start.microsecond or not _is_ours(value, offer, state, services):
        raise ValueError(value)
    return [take_slot(state, dataclasses.replace(offer, starts_at=start.astimezone(UTC)), services)]


def _is_ours(value: str, offer: OfferedTime, state: DialogueState, services: DialogueServices) -> bool:
    """Return whether we named these people: on a button that was drawn, or as technicians of the house."""
    return f"slot:{value}" in state.buttons or set(offer.technicians) <= set(services.vocabulary.technicians)


def _treatment(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    return _choose(state, [row.id for row in services.book.treatments if row.id == value], services)


def _category(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    return _choose(state, [row.id for row in services.book.treatments if row.category == value], services)


def _choose(state: DialogueState, ids: list[str], services: DialogueServices) -> list[Reply]:
    if not ids:
        raise ValueError(ids)
    _to_a_booking(state, services)
    choose(state, [row for row in services.book.treatments if row.id in ids])
    return [_go_on(state, services)]


def _to_a_booking(state: DialogueState, services: DialogueServices) -> None:
    """Give the floor to a visit that is still to be booked: what is pressed is no word of one that stands."""
    while state.kind not in {"book", "waitlist"}:
        state.come_back()
    booking = current_booking(state, services)
    if booking and booking.status == Status.CONFIRMED:
        state.begin_again()


def _go_on(state: DialogueState, services: DialogueServices) -> Reply:
    return waiting.wait(state, services) if state.kind == "waitlist" else retry_hold(state, services, firmly=True)


def _day(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    day = date.fromisoformat(value)
    if state.kind in PASSING or state.asked in visits.PROOF:
        _to_a_booking(state, services)
    state.when = merge(state.when, When(date=day))
    return [_go_on(state, services)]


def _pricing(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    del value
    return [side_questions.prices(state, services), ask_again(state, services)]


def _membership(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    del value
    return [side_questions.membership(state, services), ask_again(state, services)]


def _other_times(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Show other times of the day on the table; without a table, ask for the day."""
    if not state.offered or not state.ready:
        return _other_day(state, value, services)
    return [more_times(state, services, mine=living_hold(state, services) or rescheduling.moving(state, services))]


def _other_day(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Keep the treatment and the hour, ask for another day."""
    del value
    return [ask_day(state, services) if state.ready else ask_treatment(state, services)]


def _anyone(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    del value
    state.items = tuple(dataclasses.replace(item, technicians=(), gender=None) for item in state.items)
    return [retry_hold(state, services, firmly=True)]


def _yes_cancel(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Cancel after the question only: pressed without it, the question comes first."""
    return [changes.cancel(state, services)] if state.asked == "confirm_cancel" else _cancel(state, value, services)


def _cancel(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Let go of what has the floor, or of the visit of this conversation."""
    del value
    booking = current_booking(state, services)
    if booking and booking.status in changes.CAN_BE_CANCELLED:
        return [changes.ask_to_cancel(state, booking, services)]
    return [changes.cancel(state, services)]


def _yes_add(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Add after the question only."""
    del value
    booking = current_booking(state, services)
    asked = booking is not None and state.asked == "confirm_add"
    return [visit_changes.add(state, booking, services) if booking and asked else ask_again(state, services)]


def _yes_take_out(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Take a guest out after the question only."""
    del value
    booking = current_booking(state, services)
    asked = booking is not None and state.asked == "confirm_take_out"
    return [visit_changes.take_out(state, booking, services) if booking and asked else ask_again(state, services)]


def _guest(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Ask whether this guest shall be taken out."""
    booking = current_booking(state, services)
    if booking is None or int(value) not in booking.guests or state.asked != "guest":
        return [ask_again(state, services)]
    return [visit_changes.confirm_take_out(state, booking, int(value), services)]


def _visit(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    return [visits.choose_visit(state, value, services)]


def _code_again(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Ask once more where the code shall go."""
    del value
    return [visits.find_visit(state, services)]


def _yes_move(state: DialogueState, value: str, services: DialogueServices) -> list[Reply]:
    """Move after the question only: pressed without it, nothing moves."""
    del value
    booking = rescheduling.moving(state, services)
    asked = booking is not None and state.asked == "confirm_move"
    return [
        rescheduling.reschedule_visit(state, booking, services) if booking and asked else ask_again(state, services)
    ]


BUTTONS: Mapping[str, QuickReply] = {
    "slot": _slot,
    "treatment": _treatment,
    "category": _category,
    "day": _day,
    "pricing": _pricing,
    "membership": _membership,
    "other_times": _other_times,
    "other_day": _other_day,
    "anyone": _anyone,
    "look_again": lambda state, value, services: [next_step(state, services)],  # noqa: ARG005
    "cancel": _cancel,
    "visit": _visit,
    "code_again": _code_again,
    "yes_cancel": _yes_cancel,
    "yes_move": _yes_move,
    "yes_add": _yes_add,
    "yes_take_out": _yes_take_out,
    "guest": _guest,
    "keep": lambda state, value, services: [changes.keep(state, services)],  # noqa: ARG005
}
