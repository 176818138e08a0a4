"""Questions in the middle: they are answered, and the conversation goes on where it was."""

import dataclasses

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers import Topic, answers, membership_told, names_treatment, prices_told
from shared_lib.agent.dialogue.cases import leave_for_desk, promise_told
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import named

HOURS = "hours"
"""The kind of answer whose day is no wish."""
HELD = "held"
"""The kind of answer that tells of the hold, which `book` and `keep` are said of."""
ADVICE = "advice"
"""The kind of answer that names treatments for whoever has not decided."""


def topic_of(state: DialogueState, services: DialogueServices) -> Topic:
    """Return what the conversation is about: what is wished for, and the visit that is spoken of."""
    treatments = tuple(dict.fromkeys(treatment for item in state.items for treatment in item.ids)) or state.advised
    add_ons = tuple(dict.fromkeys(add_on for item in state.items for add_on in item.add_ons))
    spoken_of = state.booking_id or (state.visits[-1] if state.visits and not state.items else None)
    booking = services.booking(spoken_of) if spoken_of else None
    chosen = [(item.treatment, item.add_ons) for item in state.items if item.treatment]
    if not state.ready:
        return Topic(treatments, add_ons, booking, state.answered)
    return Topic(treatments, add_ons, booking, state.answered, tuple(chosen), named(state.items, services))


def answered(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Return the answers to all questions of a sentence; what nothing answers is left for the desk."""
    if said.shows("call_me") and (promised := promise_told(state, services)):
        return promised
    replies = answers(said, topic_of(state, services), services)
    if any(reply.unanswered for reply in replies):
        leave_for_desk("question", said.text, state, services)
    return replies


def prices(state: DialogueState, services: DialogueServices) -> Reply:
    """Return the prices of what the conversation is about."""
    return prices_told(topic_of(state, services), services)


def membership(state: DialogueState, services: DialogueServices) -> Reply:
    """Return what members receive, without a price."""
    return membership_told(topic_of(state, services), services)


def only_asks(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Return whether a sentence asks without wishing: its day and its treatments are what the question is about.

    The one treatment that somebody asks about first is remembered: `good, tomorrow at four` means it.
    """
    meaning = said.meaning
    if HELD in said.answered and not (meaning.items or meaning.when):
        return True
    if (_is_of_the_house(said, services) or _is_undecided(said, services)) and not state.items:
        return True
    several = len(said.answered) > 1 and HOURS in said.answered and not (meaning.when and meaning.when.time)
    if not said.answered or ("book" in said.intents and not several):
        return False
    if "ask_hours" in said.intents or HOURS in said.answered:
        return True
    first = not state.items and len(meaning.items) == 1 and len(meaning.items[0].treatments) == 1
    return meaning.when is None and not first


def _is_of_the_house(said: Sentence, services: DialogueServices) -> bool:
    """Return whether the owner's own words answered all, and no treatment was named: `can one come as a couple?`."""
    rows = {row.question for row in services.book.faq}
    answers_all = bool(said.answered) and rows.issuperset(said.answered)
    return answers_all and said.asks and said.meaning.when is None and not names_treatment(said, services)


def _is_undecided(said: Sentence, services: DialogueServices) -> bool:
    """Return whether treatments were advised and none was named: `something relaxing` is none by its name."""
    return ADVICE in said.answered and said.meaning.when is None and not names_treatment(said, services)


def marked(said: Sentence, replies: list[Reply]) -> Sentence:
    """Return the sentence with the note of what in it was answered."""
    return dataclasses.replace(said, answered=tuple(reply.about for reply in replies))
