"""Small talk, and what the house can't do, said kindly."""

from shared_lib.agent.dialogue import steps
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.replies import say
from shared_lib.bookings.lifecycle import WAITING
from shared_lib.pricing.price_book import Treatment

SEVERAL = 2
SMALL_TALK = ("thanks", "goodbye", "greet")


def limits(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say what one conversation can't arrange: a large party, two together where one is treated, two things at once."""
    meaning = said.meaning
    largest = max(row.party for row in services.book.treatments)
    if meaning.party and meaning.party > largest:
        return [Reply(say("party_too_large", largest=largest, phone=services.spa.phone))]
    chosen = next((row for row in services.book.treatments if row.id == state.treatment), None)
    if meaning.party and chosen and meaning.party > chosen.party:
        together = [row.name for row in services.book.treatments if row.party >= meaning.party]
        return [Reply(say("party_one_by_one", treatment=chosen.name, together=" and ".join(together)))]
    if state.technician and chosen and state.technician not in services.technicians_for(chosen.specialties):
        return [Reply(_not_theirs(state, chosen, services))]
    if len(meaning.wishes) >= SEVERAL and state.booking_id is None:
        return [Reply(say("one_by_one"))]
    return []


def _not_theirs(state: DialogueState, chosen: Treatment, services: DialogueServices) -> str:
    """Say who does it instead, and leave the request for that technician."""
    names, wished = services.technicians_for(chosen.specialties), state.technician
    state.technician = None
    key = "not_theirs" if names else "why_NOT_THEIR_WORK"
    return say(key, technician=wished, treatment=chosen.name, names=", ".join(names))


def answer(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Answer thanks, greetings, a good-bye, a yes or no without a question, and go back to what waits."""
    spoken = next((intent for intent in SMALL_TALK if intent in said.intents), None)
    booking = steps.current_booking(state, services)
    waiting = state.asked is not None or (booking is not None and booking.status in WAITING)
    if spoken == "greet":
        return [steps.ask_again(state, services).after(say("greet"))]
    if spoken:
        return [steps.ask_again(state, services).after(say(spoken)) if waiting else Reply(say(spoken))]
    if state.asked in {"name", "email"}:
        return []
    if said.intents & {"affirm", "select", "unsure"} and waiting:
        return [steps.ask_again(state, services)]
    return [Reply(say("at_your_service"))] if "deny" in said.intents and not waiting else []
