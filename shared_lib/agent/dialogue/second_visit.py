"""Further visits of one conversation: begun beside one that stands, and taken up once its turn has come."""

import dataclasses
from datetime import date, time

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState, Frame, Item
from shared_lib.agent.dialogue.holds import take_slot
from shared_lib.agent.dialogue.offering import exact_offer, offer_times, request_of
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import current_booking, next_step
from shared_lib.agent.dialogue.times import exactly
from shared_lib.agent.language import When
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status


def split(state: DialogueState, said: Sentence) -> None:
    """Let treatments that were wished for on other days, or at other hours, wait as visits of their own."""
    wishes = said.meaning.items
    begins = {_begin_of(wish.when) for wish in wishes if wish.when and wish.when.date}
    several = len({day for day, _ in begins}) > 1 or len({hour for _, hour in begins if hour}) > 1
    if not several or len(state.items) != len(wishes):
        return
    groups: dict[object, list[int]] = {}
    for n, wish in enumerate(wishes):
        groups.setdefault(_begin_of(wish.when), []).append(n)
    (_, first), *others = groups.items()
    items = state.items
    state.items = tuple(dataclasses.replace(items[n], guest=1) for n in first)
    state.when = wishes[first[0]].when
    for _, numbers in reversed(others):
        own = tuple(dataclasses.replace(items[n], guest=1) for n in numbers)
        frame = Frame("book", items=own, when=wishes[numbers[0]].when, intent=_fresh_key(state))
        state.shelved = (*state.shelved, frame)


def _begin_of(when: When | None) -> tuple[date | None, time | None]:
    return (when.date, when.time) if when else (None, None)


def _fresh_key(state: DialogueState) -> int:
    before = state.intent
    state.next_key()
    fresh, state.intent = state.intent, before
    return fresh


def begin_beside(state: DialogueState, items: tuple[Item, ...]) -> None:
    """Begin another visit; the one that stands is kept among those of this conversation."""
    state.begin_again()
    state.items = items


def begin_after(state: DialogueState, booking: Booking, items: tuple[Item, ...], services: DialogueServices) -> None:
    """Begin another visit right after one that is paid."""
    begin_beside(state, items)
    state.when = exactly(booking.ends_at, services.spa.tz)


def take_up_next(state: DialogueState, replies: list[Reply], services: DialogueServices) -> list[Reply]:
    """Go on with the next visit that was wished for, once the one before waits for its payment."""
    waiting = state.shelved[-1] if state.shelved else None
    settled = replies[-1].payment is not None and state.asked is None
    if not settled or waiting is None or waiting.kind != "book" or waiting.booking_id or not waiting.items:
        return []
    booking = current_booking(state, services)
    if booking is None or booking.status not in {Status.HELD, Status.CONFIRMED}:
        return []
    state.remember(state.booking_id)
    state.shelved = state.shelved[:-1]
    state.take_up(waiting)
    if not state.ready or state.when is None:
        return [next_step(state, services)]
    request = request_of(state, services)
    if request.wanted and (offer := exact_offer(state, services)):
        return [take_slot(state, offer, services)]
    return [offer_times(state, services)]
