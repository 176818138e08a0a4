"""What a person sees to: a hand-over, lateness, wishes that no program fulfils, a note for the technician."""

from shared_lib.agent.dialogue import small_talk
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.cases import leave_for_desk, promise_of
from shared_lib.agent.dialogue.contacts import contact_of, known_contact
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.facts import fill_contact, fill_wish
from shared_lib.agent.dialogue.holds import retry_hold
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import living_hold, next_step

LONGEST_NOTES = 500


def person(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say where a person is, and that somebody answers what was told here."""
    fill_contact(state, said, services)
    case = leave_for_desk("person", said.text, state, services)
    promise = promise_of(case, services)
    known = "handoff_known" if known_contact(state) else "handoff_case"
    key = known if promise else "handoff"
    return [Reply(services.say(key, phone=services.spa.phone, promise=promise), ends_here=True)]


def late(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say what coming late means for the visit; the desk sees it."""
    grace, minutes = services.book.policies.grace_minutes, said.meaning.lateness or 0
    key = "late_within" if 0 < minutes <= grace else "late_beyond" if minutes else "late"
    leave_for_desk("late", said.text, state, services)
    if state.kind != "late":
        state.detour("late")
    return [Reply(services.say(key, grace=grace, minutes=minutes, phone=services.spa.phone))]


def concierge(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Leave a wish for flowers, food or a gift with the desk; the booking goes on."""
    fill_contact(state, said, services)
    wished = bool(said.meaning.items or said.meaning.when) and fill_wish(state, said, services)
    promise = promise_of(leave_for_desk("wish", said.text, state, services), services)
    key = "concierge_left" if promise else "concierge_by_phone"
    left = services.say(key, promise=promise, phone=services.spa.phone)
    if wished and (limits := small_talk.limits(state, said, services)) and limits[-1].ends_here:
        return [limits[-1].after(left)]
    if wished:
        return [retry_hold(state, services, firmly=not said.asks).after(left)]
    return [next_step(state, services).after(left)] if state.items or state.booking_id else [Reply(left)]


def keep_note(state: DialogueState, said: Sentence) -> bool:
    """Keep what is said for the technician; return whether there was anything."""
    told = said.shows("note") or said.shows("pressure")
    if told:
        state.notes = f"{state.notes}; {said.text}".strip("; ")[:LONGEST_NOTES]
    return told


def note(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Keep a wish for the technician with the booking."""
    keep_note(state, said)
    hold, contact = living_hold(state, services), contact_of(state)
    if hold and contact and hold.contact:
        services.give_contact(str(hold.id), contact)
    noted = services.say("note_taken")
    return [next_step(state, services).after(noted)] if state.items or state.booking_id else [Reply(noted)]
