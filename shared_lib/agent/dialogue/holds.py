"""A time is held; a hold that this visit had before is let go once the new one stands."""

import dataclasses
from datetime import datetime, timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.contacts import contact_of
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.offering import exact_start, offer_times, request_of
from shared_lib.agent.dialogue.options import slot_label
from shared_lib.agent.dialogue.rescheduling import confirm_move, moving, offer_move
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_treatment, current_booking, living_hold, next_step
from shared_lib.agent.dialogue.times import exactly
from shared_lib.agent.dialogue.wording import moment_of
from shared_lib.agent.replies import say
from shared_lib.availability.request import BookingRequest
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import NotBookable, SlotTaken, TooManyHolds, WrongState

MINUTE = timedelta(minutes=1)
TRIES = 4
"""How many keys are tried: one may belong to a hold that another tab made, or that has ended."""


def take_slot(state: DialogueState, start: datetime, services: DialogueServices) -> Reply:
    """Hold a time and take the next step; say so if that lets another hold go."""
    if state.treatment is None:
        return ask_treatment(state, services)
    stands = current_booking(state, services)
    if stands and stands.status == Status.CONFIRMED:
        return confirm_move(state, stands, start, services)
    before = living_hold(state, services)
    if before and _same(before, state, start):
        return next_step(state, services)
    if before:
        state.intent += 1
    try:
        booking = _hold(state, start, services, before)
    except (SlotTaken, NotBookable) as refusal:
        return _refused(state, start, refusal, services)
    except TooManyHolds:
        return Reply(say("too_many_holds", phone=services.spa.phone))
    state.booking_id, state.when = str(booking.id), exactly(start, services.spa.tz)
    state.clear_options()
    said = [_moved(before, booking, services)] if before else []
    return next_step(state, services).after(" ".join([*said, *_made_way(booking, before, services)]))


def retry_hold(state: DialogueState, services: DialogueServices, *, firmly: bool) -> Reply:
    """Go on after a request was said or corrected: before a hold by the next step, after it by moving the hold.

    A hold moves at once where the new time is free and it was no question; a guest whose payment page is open, and one
    who only asks, is offered the time first.
    """
    if paid := moving(state, services):
        return offer_move(state, paid, services)
    mine = living_hold(state, services)
    if mine is None or state.treatment is None or state.when is None or state.when.date is None:
        return next_step(state, services) if mine is None else ask_treatment(state, services)
    start = exact_start(state, services, mine=mine) if firmly and mine.status == Status.HELD else None
    if start is not None:
        return take_slot(state, start, services)
    return offer_times(state, services, mine=mine)


def _same(booking: Booking, state: DialogueState, start: datetime) -> bool:
    """Return whether a hold is already what is wished for."""
    wished = state.technician is None or state.technician in booking.technicians
    items = {line.item_id for line in booking.lines}
    fits = booking.starts_at == start and items == {state.treatment, *state.add_ons}
    return fits and wished and (state.gender is None or booking.technician_preference == state.gender)


def _made_way(booking: Booking, before: Booking | None, services: DialogueServices) -> list[str]:
    """Say which unpaid places of this conversation were let go for a newer one, apart from the one it replaces."""
    gone = [
        hold for hold in booking.evicted_holds if services.is_mine(hold) and (before is None or hold.id != before.id)
    ]
    return [
        say("made_way", treatment=hold.treatment.name, moment=slot_label(hold.starts_at, services, with_day=True))
        for hold in gone
    ]


def _moved(before: Booking, booking: Booking, services: DialogueServices) -> str:
    what = slot_label(before.starts_at, services, with_day=True)
    another = before.treatment.name != booking.treatment.name
    return say("moved", before=f"{before.treatment.name}, {what}" if another else what)


def _hold(state: DialogueState, start: datetime, services: DialogueServices, before: Booking | None) -> Booking:
    """Hold the new place first, then let the old one go; only where they overlap it is the other way round."""
    try:
        booking = _hold_anew(state, start, services)
    except SlotTaken:
        if before is None or not _only_mine_is_in_the_way(before, state, start, services):
            raise
        return _hold_in_its_place(state, start, services, before)
    if before:
        _let_go(before, services)
    return booking


def _hold_anew(state: DialogueState, start: datetime, services: DialogueServices) -> Booking:
    """Hold under this visit's key; a key that made something else before gives way to the next one."""
    wish = _without_hours(state, services)
    for _ in range(TRIES):
        booking = services.hold(wish, start, intent=state.intent, contact=contact_of(state))
        lives = booking.is_live_hold(services.now)
        if lives and booking.starts_at == start and booking.treatment.item_id == state.treatment:
            return booking
        if lives:
            _let_go(booking, services)
        state.intent += 1
    raise SlotTaken("no key was free")


def _without_hours(state: DialogueState, services: DialogueServices) -> BookingRequest:
    """Return the request without its hours: the time was chosen."""
    return dataclasses.replace(request_of(state, services), windows=((services.now, services.now),), wanted=None)


def _only_mine_is_in_the_way(
    before: Booking | None, state: DialogueState, start: datetime, services: DialogueServices
) -> bool:
    """Return whether the time would be free if the guest's own hold were gone."""
    if before is None:
        return False
    wish = dataclasses.replace(request_of(state, services), windows=((start, start + MINUTE),), wanted=start, limit=1)
    return bool(services.find(wish, without=before).slots)


def _hold_in_its_place(state: DialogueState, start: datetime, services: DialogueServices, before: Booking) -> Booking:
    """Let the old place go for the new one, and take it back if somebody else was faster."""
    _let_go(before, services)
    state.intent += 1
    try:
        return _hold_anew(state, start, services)
    except SlotTaken:
        state.let_go()
        old = dataclasses.replace(state, treatment=before.treatment.item_id, technician=None, gender=None)
        booking = _hold_anew(old, before.starts_at, services)
        state.intent, state.booking_id = old.intent, str(booking.id)
        raise


def _let_go(booking: Booking, services: DialogueServices) -> None:
    try:
        services.cancel(str(booking.id))
    except WrongState:
        return  # it has ended by itself meanwhile


def _refused(
    state: DialogueState, start: datetime, refusal: SlotTaken | NotBookable, services: DialogueServices
) -> Reply:
    """Say what happened to the time, and offer what is near it."""
    state.when = exactly(start, services.spa.tz)
    faster = isinstance(refusal, SlotTaken)
    sorry = say("taken_meanwhile", moment=moment_of(start, services)) if faster else None
    return offer_times(state, services, mine=living_hold(state, services), sorry=sorry)
