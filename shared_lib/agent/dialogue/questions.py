"""Questions in the middle: they are answered, and the conversation goes on where it was."""

import re
from collections.abc import Callable, Mapping, Sequence

from shared_lib.agent.dialogue import house_facts, prices
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.sentence import ASKING, Sentence
from shared_lib.agent.dialogue.steps import current_booking
from shared_lib.agent.dialogue.wording import booking_json, facts_of, payment_reply
from shared_lib.agent.replies import say
from shared_lib.domain.booking import WAITING, Status

MEMBERSHIP = re.compile(r"\bmember", re.IGNORECASE)
PEOPLE = re.compile(
    r"\b(technicians?|therapists?|masseuses?|masseurs?|barbers?|who (is|are|will|does|do))\b", re.IGNORECASE
)
MENU = re.compile(r"\b(menu|(what|which)\b.*\b(offer|treatments?|services?|massages?|facials?))\b", re.IGNORECASE)
POLICY = re.compile(r"\b(policy|what (happens )?if|how (do|can) i|refund)\b", re.IGNORECASE)
PRICE_OF_CANCELLING = re.compile(
    r"\bcancel\w*\b.*\b(free|fees?|charges?|charged|costs?|penalty)\b"
    r"|\b(free|fees?|charges?|charged|costs?|penalty)\b.*\bcancel",
    re.IGNORECASE,
)

Answerer = Callable[[Memory, Sentence, Desk], Reply]


def answers(memory: Memory, said: Sentence, desk: Desk) -> Sequence[Reply]:
    """Return the answers to all questions of a sentence."""
    if MEMBERSHIP.search(said.text):
        return [Reply(prices.membership(desk, with_price="ask_price" in said.intents))]
    if said.asks and PRICE_OF_CANCELLING.search(said.text) and (policy := house_facts.answer("cancel", desk)):
        return [Reply(policy)]
    replies = [ANSWERS[intent](memory, said, desk) for intent in said.meaning.intents if intent in ANSWERS]
    if not replies and said.about_paying and (booking := current_booking(memory, desk)):
        return [_status(memory, said, desk)] if booking.status in WAITING | {Status.CONFIRMED} else []
    if not replies and ("ask_info" in said.intents or is_about_policy(said)) and (answer := _info(memory, said, desk)):
        replies.append(answer)
    return replies


def asks(said: Sentence) -> bool:
    """Return whether something is asked of the house."""
    return bool(said.intents & ASKING)


def is_about_policy(said: Sentence) -> bool:
    """Return whether cancelling is asked about, not asked for: `what if I cancel?`."""
    return said.asks and bool(POLICY.search(said.text) or PRICE_OF_CANCELLING.search(said.text))


def only_asks(memory: Memory, said: Sentence) -> bool:
    """Return whether a sentence asks without wishing: its day and its treatment are what the question is about."""
    meaning = said.meaning
    if not asks(said) or "book" in said.intents:
        return False
    if "ask_hours" in said.intents:
        return True
    return meaning.when is None and (memory.treatment is not None or not meaning.treatments)


def _info(memory: Memory, said: Sentence, desk: Desk) -> Reply | None:
    """Answer by the house's own list of questions, by what it has, or with an honest pass."""
    if known := house_facts.answer(said.text, desk):
        return Reply(known)
    meaning = said.meaning
    if meaning.when or meaning.gender or "book" in said.intents:
        return None
    if PEOPLE.search(said.text):
        return Reply(house_facts.people(memory, desk))
    if MENU.search(said.text):
        return Reply(house_facts.menu(desk)) if not meaning.treatments else None
    return Reply(say("not_sure", phone=desk.spa.phone))


def _status(memory: Memory, said: Sentence, desk: Desk) -> Reply:
    """Say how the visit of this conversation stands, by the database."""
    del said
    booking = current_booking(memory, desk)
    if booking is None:
        return Reply(say("no_booking_here", phone=desk.spa.phone))
    if booking.status == Status.CONFIRMED:
        return Reply(say("status_confirmed", **facts_of(booking, desk)), booking=booking_json(booking))
    return payment_reply("status_waiting", booking, desk)


ANSWERS: Mapping[str, Answerer] = {
    "ask_price": lambda memory, said, desk: Reply(prices.answer_price(memory, said.meaning.treatments, desk)),
    "ask_hours": lambda memory, said, desk: Reply(house_facts.hours(said.meaning.when, desk)),  # noqa: ARG005
    "ask_duration": lambda memory, said, desk: Reply(house_facts.duration(memory, said.meaning.treatments, desk)),
    "booking_status": _status,
    "help": lambda memory, said, desk: Reply(say("help")),  # noqa: ARG005
    "bot_question": lambda memory, said, desk: Reply(say("bot", phone=desk.spa.phone)),  # noqa: ARG005
}
"""Answers by intent; ask_info goes by the words of the question itself."""
