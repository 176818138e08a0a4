"""Health and distress: a person is there for that, and nothing is sold until the guest goes on in so many words."""

import dataclasses
import tomllib
from functools import cache
from pathlib import Path

from shared_lib.agent.dialogue import book, questions, steps
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.contacts import fill_email
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.facts import fill_contact
from shared_lib.agent.dialogue.health_words import care_needed, speaks_of
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.small_talk import SMALL_TALK

_SENTENCES = Path(__file__).parent.parent / "replies" / "health.toml"


def answer(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Lead whoever speaks of health or distress to the front desk; afterwards wait until the guest goes on."""
    goes_on = state.paused and speaks_of("going_on", said.text)
    kind = None if goes_on else care_needed(said.text, services.book.names)
    if kind:
        return _pause(state, said, kind, services)
    if not state.paused:
        return []
    if goes_on or _wishes(said):
        state.paused = False
        return [steps.next_step(state, services)] if goes_on and not _wishes(said) else []
    return _meanwhile(state, said, services)


def _pause(state: DialogueState, said: Sentence, kind: str, services: DialogueServices) -> list[Reply]:
    """Say who helps, and take everything off the table; who cancels in the same breath is heard."""
    fill_email(state, said.meaning)  # no name: whatever was asked, such words are none
    let_go = book.cancel(state, said, services) if said.cancels and not said.keeps else []
    if not let_go:
        state.clear_options()
    state.paused = state.asked is None
    return [Reply(_say(kind, said, services)), *let_go]


def _wishes(said: Sentence) -> bool:
    """Tell whether the guest asks for a visit outright, which goes on as much as the words for it."""
    meaning = said.meaning
    outright = "reschedule" in said.intents or ("book" in said.intents and not meaning.technician)
    return not questions.asks(said) and bool(outright or meaning.treatments or meaning.when)


def _meanwhile(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Answer what is asked without a step towards a sale; letting go and a person are left to their rules."""
    if "handoff" in said.intents or said.cancels or said.lets_go:
        return []
    fill_contact(state, said, services)
    spoken = next((intent for intent in SMALL_TALK if intent in said.intents), None)
    if spoken:
        return [Reply(services.say(spoken))]
    answers = [
        dataclasses.replace(reply, payment=None, choices=()) for reply in questions.answers(state, said, services)
    ]
    return answers or [Reply(_say("again", said, services))]


def _say(kind: str, said: Sentence, services: DialogueServices) -> str:
    """Return the front desk's sentence in the guest's language, with its number where the spa has one."""
    every = _sentences()
    sentences = every.get(said.meaning.lang, every["en"])
    person = sentences["front_desk" if services.spa.phone else "front_desk_alone"].format(phone=services.spa.phone)
    return sentences[kind].format(front_desk=person)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads(_SENTENCES.read_text(encoding="utf-8"))
