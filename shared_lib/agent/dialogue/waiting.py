"""The waiting list, joined in the chat: for what, when, and where the word goes."""

import dataclasses

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.contacts import contact_of, first_name
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.offering import propose_now, request_of
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_day, ask_treatment
from shared_lib.agent.dialogue.wording import day_of, named
from shared_lib.kernel.errors import AlreadyWaiting, NotBookable
from shared_lib.waitlist.join import join_waitlist

__all__ = ["join", "wait"]


def wait(state: DialogueState, services: DialogueServices) -> Reply:
    """Offer what is free, else put the guest on the list, asking for what is missing."""
    if not state.ready:
        return ask_treatment(state, services)
    if state.when is None or state.when.date is None:
        return ask_day(state, services)
    if services.find(request_of(state, services)).slots:
        state.kind = "book"
        return propose_now(state, services)
    return join(state, services)


def join(state: DialogueState, services: DialogueServices) -> Reply:
    """Put the guest on the list, once a name and an address are known."""
    if services.waitlist is None:
        return Reply(services.say("handoff", phone=services.spa.phone))
    contact = contact_of(state)
    if not state.name or contact is None or not state.email:
        asked = "email" if state.name else "name"
        state.clear_options(asked)
        key = "waitlist_ask_email" if state.name else "waitlist_ask_name"
        what, day = named(state.items, services), _day(state, services)
        return Reply(services.say(key, treatment=what, day=day, first_name=first_name(state)))
    request = dataclasses.replace(request_of(state, services), wanted=None)
    said = {"treatment": named(state.items, services), "day": _day(state, services), "email": state.email}
    try:
        join_waitlist(
            request,
            contact,
            key=services.key_of(f"waitlist:{state.intent}"),
            source="chat",
            waitlist=services.waitlist,
            context=services.context,
            now=services.now,
        )
    except NotBookable:
        state.clear_options()
        return Reply(services.say("waitlist_in_vain", phone=services.spa.phone))
    except AlreadyWaiting:
        state.come_back()
        return Reply(services.say("waitlist_already", **said))
    state.come_back()
    return Reply(services.say("waitlist_joined", **said))


def _day(state: DialogueState, services: DialogueServices) -> str:
    when = state.when
    return day_of(services.spa.midnight(when.date), services) if when and when.date else ""
