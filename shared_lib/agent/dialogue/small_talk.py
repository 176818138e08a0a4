"""Small talk, and what the house can't do, said kindly."""

import dataclasses
from collections import Counter
from collections.abc import Sequence

from shared_lib.agent.dialogue import steps
from shared_lib.agent.dialogue.acts import MOMENT
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState, Item
from shared_lib.agent.dialogue.items import sold_items
from shared_lib.agent.dialogue.requested_items import in_pairs
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import facts_of, named
from shared_lib.agent.language.tongues import OTHER
from shared_lib.availability.request import MOST_GUESTS, MOST_VISITS
from shared_lib.bookings.lifecycle import WAITING
from shared_lib.pricing.price_book import Treatment

SMALL_TALK = ("thanks", "goodbye", "greet")
IN_TURN = 2
"""So many guests may come one after the other where there is room for one at a time."""


def limits(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say what one conversation can't arrange: more guests than there are rooms, a technician who does not do it."""
    if drops_too_many(state, said, services):
        state.clear_options()
        return [Reply(services.say("party_too_large", phone=services.spa.phone), ends_here=True)]
    if said.meaning.unknown_technician:
        return [
            Reply(
                services.say(
                    "unknown_technician",
                    technician=said.meaning.unknown_technician,
                    names=services.voice.all_of(_those_who(state, services)),
                )
            )
        ]
    for place, item in enumerate(state.items):
        rows = [services.book.treatment(one) for one in item.ids]
        able = services.technicians_for(tuple(specialty for row in rows for specialty in row.specialties))
        if rows and (strangers := [who for who in item.technicians if who not in able]):
            kept = tuple(who for who in item.technicians if who not in strangers)
            others = [*state.items[:place], dataclasses.replace(item, technicians=kept), *state.items[place + 1 :]]
            state.items = tuple(others)
            return [Reply(_not_theirs(strangers[0], rows, services))]
    return _not_with(state, said, services)


def _not_with(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say which add-on goes with nothing that is asked for."""
    if not state.ready or said.asks:
        return []
    taken = {services.book.add_on(one).name for item in state.items for one in item.add_ons}
    left = [name for name in said.meaning.add_ons if name not in taken]
    if not left:
        return []
    facts = {"extras": services.voice.all_of(left), "treatment": named(state.items, services)}
    return [Reply(services.say("add_on_not_with", **facts))]


def _those_who(state: DialogueState, services: DialogueServices) -> tuple[str, ...]:
    """Return who does what is asked for, all technicians where nothing is."""
    ids = steps.unclear_ids(state.items)
    rows = [row for row in services.book.treatments if row.id in ids] or services.book.treatments
    return services.technicians_for(tuple(specialty for row in rows for specialty in row.specialties))


def drops_too_many(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Drop a request for more guests than come at once: fewer would be booked else, for whoever says yes."""
    if not _too_many(state, said, services):
        return False
    booking = steps.current_booking(state, services)
    state.items, state.party = sold_items(booking) if booking else (), 0
    return True


def _too_many(state: DialogueState, said: Sentence, services: DialogueServices) -> bool:
    """Return whether more guests come at once than the house has rooms for."""
    party = said.meaning.party or 1
    if party > MOST_GUESTS or (party > services.largest_party and not state.items):
        return True
    guests = {item.guest: item for item in state.items if item.ids}
    if len(guests) > MOST_GUESTS or len(state.items) > MOST_VISITS:
        return True
    if len(guests) == 1 and party > services.largest_party:
        (item,) = guests.values()
        row = services.book.treatment(item.ids[0])
        return party > max(row.party, services.rooms_of(row.room_kind))
    in_turn = [in_pairs(state.items)] if len(guests) == len(state.items) else []
    return len(guests) > IN_TURN and not any(_has_room(items, services) for items in (state.items, *in_turn))


def _has_room(items: Sequence[Item], services: DialogueServices) -> bool:
    """Return whether there are rooms for all of these guests at once, be they free or not."""
    guests = {item.guest: item for item in items if item.ids}
    kinds = Counter(services.book.treatment(item.ids[0]).room_kind for item in guests.values())
    return all(count <= services.rooms_of(kind) for kind, count in kinds.items())


def _not_theirs(wished: str, rows: list[Treatment], services: DialogueServices) -> str:
    """Say who does it instead."""
    names = services.technicians_for(tuple(specialty for row in rows for specialty in row.specialties))
    named = rows[0].name if len(rows) == 1 else rows[0].category.replace("_", " & ")
    key = "not_theirs" if names else "why_NOT_THEIR_WORK"
    return services.say(key, technician=wished, treatment=named, names=services.voice.all_of(names))


def still_there(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say that somebody is there, and repeat what waits; who begins with it is greeted."""
    del said
    return [steps.ask_again(state, services).after(services.say("still_there" if state.heard else "greet"))]


def go_on_in_language(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Say that we go on in the language that was asked for, or which there are; a wish in the same breath goes on."""
    meaning = said.meaning
    if meaning.items or meaning.when or meaning.email or meaning.phone or meaning.code or said.cancels:
        return []
    told = services.say("our_languages" if said.tongue == OTHER else "in_your_language")
    return [steps.ask_again(state, services).after(told)]


def give_a_moment(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Leave the guest in peace: what waits is not asked again, what is held stays, what only lies there may go."""
    del said
    open_to_others = state.offered and not steps.living_hold(state, services)
    patience = services.say("no_hurry_open" if open_to_others else "take_your_time")
    return [Reply(_with_the_hold(patience, state, services), about=MOMENT)]


def _with_the_hold(said: str, state: DialogueState, services: DialogueServices) -> str:
    hold = steps.living_hold(state, services)
    return f"{said} {services.say('kept_until', **facts_of(hold, services))}" if hold else said


def insulted(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Stay kind, and offer a person."""
    del said, state
    return [Reply(services.say("insulted", phone=services.spa.phone))]


def answer(state: DialogueState, said: Sentence, services: DialogueServices) -> list[Reply]:
    """Answer thanks, greetings, a good-bye, a yes or no without a question, and go back to what waits."""
    spoken = None if said.asks else next((intent for intent in SMALL_TALK if intent in said.intents), None)
    booking = steps.current_booking(state, services)
    if said.shows("good_night") and state.heard:
        spoken = "goodbye"
    waiting = state.asked is not None or (booking is not None and booking.status in WAITING)
    if spoken == "goodbye":
        return [Reply(_with_the_hold(services.say(spoken), state, services))]
    if spoken:
        nothing_yet = spoken == "thanks" and booking is None and not state.items
        goes_on = spoken == "greet" or (waiting and not nothing_yet)
        said_back = services.say(spoken)
        return [steps.ask_again(state, services).after(said_back) if goes_on else Reply(said_back)]
    if state.asked in {"name", "email"}:
        return []
    if said.intents & {"affirm", "select", "unsure"} and waiting:
        return [steps.ask_again(state, services)]
    return [Reply(services.say("at_your_service"))] if "deny" in said.intents and not waiting else []
