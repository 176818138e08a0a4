"""Small talk, and what the house can't do, said kindly."""

from shared_lib.agent.dialogue import steps
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.replies import say
from shared_lib.domain.booking import WAITING
from shared_lib.domain.price_book import Treatment

SEVERAL = 2
SMALL_TALK = ("thanks", "goodbye", "greet")


def limits(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    """Say what one conversation can't arrange: a large party, two together where one is treated, two things at once."""
    meaning = said.meaning
    largest = max(row.party for row in desk.book.treatments)
    if meaning.party and meaning.party > largest:
        return [Reply(say("party_too_large", largest=largest, phone=desk.spa.phone))]
    chosen = next((row for row in desk.book.treatments if row.id == memory.treatment), None)
    if meaning.party and chosen and meaning.party > chosen.party:
        together = [row.name for row in desk.book.treatments if row.party >= meaning.party]
        return [Reply(say("party_one_by_one", treatment=chosen.name, together=" and ".join(together)))]
    if memory.technician and chosen and memory.technician not in desk.technicians_for(chosen.specialties):
        return [Reply(_not_theirs(memory, chosen, desk))]
    if len(meaning.wishes) >= SEVERAL and memory.booking_id is None:
        return [Reply(say("one_by_one"))]
    return []


def _not_theirs(memory: Memory, chosen: Treatment, desk: Desk) -> str:
    """Say who does it instead, and leave the wish for that technician."""
    names, wished = desk.technicians_for(chosen.specialties), memory.technician
    memory.technician = None
    key = "not_theirs" if names else "why_NOT_THEIR_WORK"
    return say(key, technician=wished, treatment=chosen.name, names=", ".join(names))


def answer(memory: Memory, said: Sentence, desk: Desk) -> list[Reply]:
    """Answer thanks, greetings, a good-bye, a yes or no without a question, and go back to what waits."""
    spoken = next((intent for intent in SMALL_TALK if intent in said.intents), None)
    booking = steps.current_booking(memory, desk)
    waiting = memory.asked is not None or (booking is not None and booking.status in WAITING)
    if spoken == "greet":
        return [steps.ask_again(memory, desk).after(say("greet"))]
    if spoken:
        return [steps.ask_again(memory, desk).after(say(spoken)) if waiting else Reply(say(spoken))]
    if memory.asked in {"name", "email"}:
        return []
    if said.intents & {"affirm", "select", "unsure"} and waiting:
        return [steps.ask_again(memory, desk)]
    return [Reply(say("at_your_service"))] if "deny" in said.intents and not waiting else []
