"""What is left for a person: with the contact and the visit that are known, and the promise that is made."""

from datetime import datetime

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.contacts import known_contact
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.concierge.case import Case

WITHOUT_PROMISE = frozenset({"question", "late"})
"""Cases of which no answer was promised."""
PROMISE = "promise"
"""The kind of the answer to whether anybody will call."""


def leave_for_desk(kind: str, text: str, state: DialogueState, services: DialogueServices) -> Case | None:
    """Open a case of what was told; None where nobody keeps cases."""
    contact = known_contact(state)
    spoken_of = state.booking_id or (state.visits[-1] if state.visits else None)
    case = services.leave_for_desk(kind, text, contact=contact, booking_id=spoken_of)
    state.told = state.told or (case is not None and not case.reachable)
    if case is not None and kind not in WITHOUT_PROMISE:
        state.promised = case.promise_at.isoformat()
    return case


def promise_told(state: DialogueState, services: DialogueServices) -> list[Reply]:
    """Say once more by when a person answers, and where; nothing where that was not promised, or is over."""
    promised = datetime.fromisoformat(state.promised) if state.promised else services.now
    if promised <= services.now:
        return []
    contact = known_contact(state)
    where = (contact.email or contact.phone) if contact else ""
    facts = {"promise": services.voice.moment(promised), "contact": where, "phone": services.spa.phone}
    return [Reply(services.say("promise_told" if where else "promise_where", **facts), about=PROMISE)]


def note_who_told(state: DialogueState, services: DialogueServices) -> None:
    """Note how to reach a guest who told of something before they said who they are."""
    contact = known_contact(state) if state.told else None
    if contact:
        services.note_who_told(contact)
        state.told = False


def promise_of(case: Case | None, services: DialogueServices) -> str:
    """Return by when somebody answers, in words; "" where nobody was told."""
    return services.voice.moment(case.promise_at) if case else ""
