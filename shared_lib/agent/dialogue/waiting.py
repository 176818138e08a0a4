"""The waiting list, joined in the chat: for what, when, and where the word goes."""

import dataclasses
from datetime import timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.contacts import contact_of, first_name
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.items import sold_items
from shared_lib.agent.dialogue.offering import propose_now, request_of
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_day, ask_treatment
from shared_lib.agent.dialogue.times import exactly
from shared_lib.agent.dialogue.wording import day_of, named
from shared_lib.availability.request import BookingRequest
from shared_lib.kernel.errors import AlreadyWaiting, NotBookable
from shared_lib.waitlist.join import join_waitlist, refuse_in_vain

NEAR = timedelta(minutes=30)
"""How far from the time that was named a place may be that opens."""


def wait(state: DialogueState, services: DialogueServices) -> Reply:
    """Offer what is free, else put the guest on the list, asking for what is missing."""
    if not state.ready:
        return ask_treatment(state, services).after(services.say("waitlist_can"))
    if state.when is None or state.when.date is None:
        return ask_day(state, services).after(services.say("waitlist_can"))
    if _is_free(request_of(state, services), services):
        state.kind = "book"
        return propose_now(state, services)
    try:
        refuse_in_vain(_awaited(request_of(state, services)), context=services.context, now=services.now)
    except NotBookable:
        return _in_vain(state, services)
    return join(state, services)


def _in_vain(state: DialogueState, services: DialogueServices) -> Reply:
    state.clear_options()
    return Reply(services.say("waitlist_in_vain", phone=services.spa.phone))


def _is_free(request: BookingRequest, services: DialogueServices) -> bool:
    """Return whether what is waited for is there: the wanted time, or any of the stretch."""
    slots = services.find(request).slots
    return bool(slots) and request.wanted in {None, slots[0].starts_at}


def _awaited(request: BookingRequest) -> BookingRequest:
    """Return the request as it waits: for half an hour around a wanted time, else for the whole stretch."""
    if request.wanted is None:
        return request
    around = ((request.wanted - NEAR, request.wanted + NEAR),)
    return dataclasses.replace(request, windows=around)


def join(state: DialogueState, services: DialogueServices) -> Reply:
    """Put the guest on the list, once it is known for what and when, and a name and an address are."""
    if not state.ready or state.when is None or state.when.date is None:
        return wait(state, services)
    if services.waitlist is None:
        return Reply(services.say("handoff", phone=services.spa.phone))
    contact = contact_of(state)
    if not state.name or contact is None or not state.email:
        asked = "email" if state.name else "name"
        state.clear_options(asked)
        key = "waitlist_ask_email" if state.name else "waitlist_ask_name"
        what, day = named(state.items, services), _day(state, services)
        return Reply(services.say(key, treatment=what, day=day, first_name=first_name(state)))
    request = _awaited(request_of(state, services))
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
            ai_session_id=services.session_id,
            lang=services.voice.lang,
        )
    except NotBookable:
        return _in_vain(state, services)
    except AlreadyWaiting:
        state.come_back()
        return Reply(services.say("waitlist_already", **said))
    state.come_back()
    state.waitlisted = True
    return Reply(services.say("waitlist_joined", **said))


def take_up_offer(state: DialogueState, services: DialogueServices) -> None:
    """Give the floor to a place that was offered meanwhile to a guest who waits."""
    for booking_id in services.offers:
        booking = services.booking(booking_id)
        if booking_id not in state.visits and state.booking_id != booking_id and booking.is_live_hold(services.now):
            state.detour("book", booking_id=booking_id, items=sold_items(booking))
            state.when = exactly(booking.starts_at, services.spa.tz)


def _day(state: DialogueState, services: DialogueServices) -> str:
    when = state.when
    return day_of(services.spa.midnight(when.date), services) if when and when.date else ""
