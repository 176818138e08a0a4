"""What a yes decides after we asked whether something shall become of a visit, and what a no leaves as it is."""

from shared_lib.agent.dialogue import changes, rescheduling, visit_changes
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import current_booking


def cancel_now(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Cancel the visit that was asked about."""
    del said
    return [changes.cancel(state, services)]


def keep_it(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Leave the visit as it is, unless another time was said, or another visit with its time."""
    meaning = said.meaning
    otherwise = meaning.when and (state.asked == "confirm_move" or (state.asked == "confirm_add" and meaning.items))
    return [] if otherwise else [changes.keep(state, services)]


def move_now(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Move the visit to the time that was said back."""
    booking = rescheduling.moving(state, services)
    if booking is None or said.meaning.when:
        return []
    return [rescheduling.reschedule_visit(state, booking, services)]


def add_now(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Add what was asked about to the visit."""
    booking = current_booking(state, services)
    del said
    return [visit_changes.add(state, booking, services)] if booking else []


def take_out_now(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Take out the guest who was asked about."""
    booking = current_booking(state, services)
    del said
    return [visit_changes.take_out(state, booking, services)] if booking else []
