"""Questions in the middle: they are answered, and the conversation goes on where it was."""

from collections.abc import Callable, Mapping, Sequence

from shared_lib.agent.dialogue import faq, prices
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import ASKING, Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import current_booking
from shared_lib.agent.dialogue.wording import booking_json, facts_of, payment_reply
from shared_lib.bookings.lifecycle import WAITING, Status

OF_CANCELLING, HOUSE_LANGUAGE = "cancel", "en"
"""The house's own word by which it finds what it says of cancelling."""
Answerer = Callable[[DialogueState, Sentence, DialogueServices], Reply]


def answers(state: DialogueState, said: Sentence, services: DialogueServices) -> Sequence[Reply]:
    """Return the answers to all questions of a sentence."""
    if said.shows("membership"):
        return [Reply(prices.membership(services, with_price="ask_price" in said.intents))]
    if (
        said.asks
        and said.shows("cancellation_price")
        and (policy := faq.answer(OF_CANCELLING, HOUSE_LANGUAGE, services))
    ):
        return [Reply(policy)]
    replies = [ANSWERS[intent](state, said, services) for intent in said.meaning.intents if intent in ANSWERS]
    if not replies and said.about_paying and (booking := current_booking(state, services)):
        return [_status(state, said, services)] if booking.status in WAITING | {Status.CONFIRMED} else []
    if (
        not replies
        and ("ask_info" in said.intents or is_about_policy(said))
        and (answer := _info(state, said, services))
    ):
        replies.append(answer)
    return replies


def asks(said: Sentence) -> bool:
    """Return whether something is asked of the house."""
    return bool(said.intents & ASKING)


def is_about_policy(said: Sentence) -> bool:
    """Return whether cancelling is asked about, not asked for: `what if I cancel?`."""
    return said.asks and (said.shows("policy_question") or said.shows("cancellation_price"))


def only_asks(state: DialogueState, said: Sentence) -> bool:
    """Return whether a sentence asks without wishing: its day and its treatment are what the question is about."""
    meaning = said.meaning
    if not asks(said) or "book" in said.intents:
        return False
    if "ask_hours" in said.intents:
        return True
    return meaning.when is None and (state.treatment is not None or not meaning.treatments)


def _info(state: DialogueState, said: Sentence, services: DialogueServices) -> Reply | None:
    """Answer by the house's own list of questions, by what it has, or with an honest pass."""
    if known := faq.answer(said.text, said.meaning.lang, services):
        return Reply(known)
    meaning = said.meaning
    if meaning.when or meaning.gender or "book" in said.intents:
        return None
    if said.shows("technicians"):
        return Reply(faq.people(state, services))
    if said.shows("menu"):
        return Reply(faq.menu(services)) if not meaning.treatments else None
    return Reply(services.say("not_sure", phone=services.spa.phone))


def _status(state: DialogueState, said: Sentence, services: DialogueServices) -> Reply:
    """Say how the visit of this conversation stands, by the database."""
    del said
    booking = current_booking(state, services)
    if booking is None:
        return Reply(services.say("no_booking_here", phone=services.spa.phone))
    if booking.status == Status.CONFIRMED:
        return Reply(services.say("status_confirmed", **facts_of(booking, services)), booking=booking_json(booking))
    return payment_reply("status_waiting", booking, services)


ANSWERS: Mapping[str, Answerer] = {
    "ask_price": lambda state, said, services: Reply(prices.answer_price(state, said.meaning.treatments, services)),
    "ask_hours": lambda state, said, services: Reply(faq.hours(said.meaning.when, services)),  # noqa: ARG005
    "ask_duration": lambda state, said, services: Reply(faq.duration(state, said.meaning.treatments, services)),
    "help": lambda state, said, services: Reply(services.say("help")),  # noqa: ARG005
    "bot_question": lambda state, said, services: Reply(services.say("bot", phone=services.spa.phone)),  # noqa: ARG005
}
"""Answers by intent; ask_info goes by the words of the question itself."""
