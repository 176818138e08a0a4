"""Trouble comes first: a person is there for it, and nothing is sold until the guest goes on in so many words."""

import dataclasses

from shared_lib.agent.dialogue import book, steps
from shared_lib.agent.dialogue.acts import cancels
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.cases import leave_for_desk, promise_of, promise_told
from shared_lib.agent.dialogue.contacts import fill_email, fill_phone
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.facts import fill_contact, fill_wish
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.side_questions import answered
from shared_lib.agent.dialogue.small_talk import SMALL_TALK, drops_too_many
from shared_lib.agent.language.care import Trouble, goes_on, marker, trouble_in
from shared_lib.agent.replies.care import AGAIN, care_sentence
from shared_lib.concierge.case import Case


def answer(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Lead whoever tells of trouble to a person; afterwards wait until the guest goes on."""
    going_on = state.paused and goes_on(said.text)
    trouble = None if going_on else trouble_in(said.text, said.meaning.lang, services.book.names)
    if trouble:
        return _pause(state, said, trouble, services)
    if not state.paused:
        return []
    if going_on or _wishes(said):
        state.paused = False
        return [steps.next_step(state, services)] if going_on and not _wishes(said) else []
    return _meanwhile(state, said, services)


def _pause(state: DialogueState, said: Sentence, trouble: Trouble, services: DialogueServices) -> list[Reply]:
    """Say who helps, and take everything off the table; who cancels in the same breath is heard."""
    services.marker = marker(trouble)
    fill_email(state, said.meaning)  # no name: whatever was asked, such words are none
    fill_phone(state, said.meaning)
    case = leave_for_desk(trouble.kind, said.text, state, services)
    if trouble.kind == "health" and state.booking_id:
        services.note_health(state.booking_id)
    state.health = state.health or trouble.kind == "health"
    if trouble.kind == "health":
        _remember_wish(state, said, services)
    let_go = book.cancel(state, said, services) if cancels(said, state) else []
    if not let_go:
        state.clear_options()
    state.paused = state.asked is None
    return [Reply(_say(trouble.answer, state, services, emergency=trouble.emergency, case=case)), *let_go]


def _remember_wish(state: DialogueState, said: Sentence, services: DialogueServices) -> None:
    """Take in the visit that was wished for in the same breath: whoever goes on need not say it twice."""
    if said.meaning.treatments and state.booking_id is None and not (state.moving or said.cancels):
        fill_wish(state, said, services)
        drops_too_many(state, said, services)


def _wishes(said: Sentence) -> bool:
    """Tell whether the guest asks for a visit outright, which goes on as much as the words for it."""
    meaning = said.meaning
    outright = "reschedule" in said.intents or ("book" in said.intents and not meaning.technician)
    return not said.asks_house and bool(outright or meaning.treatments or meaning.when)


def _meanwhile(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Answer what is asked without a step towards a sale; letting go and a person are left to their rules."""
    if "handoff" in said.intents or said.cancels or said.lets_go:
        return []
    told = fill_contact(state, said, services)
    spoken = next((intent for intent in SMALL_TALK if intent in said.intents), None)
    if spoken:
        return [Reply(services.say(spoken))]
    answers = [dataclasses.replace(reply, payment=None, choices=()) for reply in answered(state, said, services)]
    if told and not answers:
        answers = promise_told(state, services)
    return answers or [Reply(_say(AGAIN, state, services)).after(services.say("noted") if told else "")]


def _say(
    kind: str,
    state: DialogueState,
    services: DialogueServices,
    *,
    emergency: bool = False,
    case: Case | None = None,
) -> str:
    """Return the house's sentence in the guest's language, with what is true now of the desk and the case."""
    voice = services.voice
    voice.used[f"care_{kind}"] = variant = voice.used.get(f"care_{kind}", -1) + 1
    return care_sentence(
        kind,
        voice.lang,
        emergency=emergency,
        phone=services.spa.phone,
        promise=promise_of(case, services),
        reference=case.reference if case else "",
        reachable=bool(state.email or state.phone),
        variant=variant,
    )
