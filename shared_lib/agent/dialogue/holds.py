"""A time is held; a hold that this visit had before is let go once the new one stands."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.contacts import contact_of
from shared_lib.agent.dialogue.dialogue_state import DialogueState, Item, OfferedTime
from shared_lib.agent.dialogue.items import sold_items, wants
from shared_lib.agent.dialogue.offering import exact_offer, offer_times, request_of
from shared_lib.agent.dialogue.options import slot_label
from shared_lib.agent.dialogue.rescheduling import confirm_move, moving, offer_move
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_treatment, current_booking, living_hold, next_step
from shared_lib.agent.dialogue.times import exactly
from shared_lib.agent.dialogue.wording import moment_of, sold_as
from shared_lib.availability.request import BookingRequest
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import NotBookable, SlotTaken, TooManyHolds, WrongState

MINUTE = timedelta(minutes=1)
TRIES = 4
"""How many keys are tried: one may belong to a hold that another tab made, or that has ended."""


def take_slot(state: DialogueState, offer: OfferedTime, services: DialogueServices) -> Reply:
    """Hold a time and take the next step; say so if that lets another hold go, or if it is with somebody else."""
    if not state.ready:
        return ask_treatment(state, services)
    stands = current_booking(state, services)
    if stands and stands.status == Status.CONFIRMED:
        return confirm_move(state, stands, offer, services)
    before = living_hold(state, services)
    if before and _same(before, state, offer):
        return next_step(state, services)
    if before:
        state.next_key()
    try:
        booking = _hold(state, offer, services, before)
    except (SlotTaken, NotBookable) as refusal:
        return _refused(state, offer, refusal, services)
    except TooManyHolds:
        return Reply(services.say("too_many_holds", phone=services.spa.phone))
    state.kind = "book"
    state.booking_id, state.when = str(booking.id), exactly(offer.starts_at, services.spa.tz)
    state.clear_options()
    if state.health:
        services.note_health(state.booking_id)
    said = [_moved(before, booking, services)] if before else []
    said += _with_another(booking, offer, services)
    return next_step(state, services).after(" ".join([*said, *_made_way(booking, before, services)]))


def _with_another(booking: Booking, offer: OfferedTime, services: DialogueServices) -> list[str]:
    """Say so where somebody else has to take the place of who was named."""
    missing = [name for name in offer.technicians if name not in booking.technicians]
    return [services.say("with_another", names=services.voice.all_of(missing))] if missing else []


def retry_hold(state: DialogueState, services: DialogueServices, *, firmly: bool) -> Reply:
    """Go on after a request was said or corrected: before a hold by the next step, after it by moving the hold.

    A hold moves at once where the new time is free and it was no question; a guest whose payment page is open, and one
    who only asks, is offered the time first.
    """
    if paid := moving(state, services):
        return offer_move(state, paid, services)
    mine = living_hold(state, services)
    if mine is None or not state.ready or state.when is None or state.when.date is None:
        return next_step(state, services) if mine is None else ask_treatment(state, services)
    offer = exact_offer(state, services, mine=mine) if firmly and mine.status == Status.HELD else None
    if offer is not None:
        return take_slot(state, offer, services)
    return offer_times(state, services, mine=mine)


def _same(booking: Booking, state: DialogueState, offer: OfferedTime) -> bool:
    """Return whether a hold is already what is wished for."""
    wished = {name for item in state.items for name in item.technicians}
    gender = state.items[0].gender
    fits = booking.starts_at == offer.starts_at and wants(sold_items(booking)) == wants(state.items)
    people = wished <= set(booking.technicians) and set(offer.technicians) <= set(booking.technicians)
    return fits and people and (gender is None or booking.technician_preference == gender)


def _made_way(booking: Booking, before: Booking | None, services: DialogueServices) -> list[str]:
    """Say which unpaid places of this conversation were let go for a newer one, apart from the one it replaces."""
    gone = [
        hold for hold in booking.evicted_holds if services.is_mine(hold) and (before is None or hold.id != before.id)
    ]
    return [
        services.say(
            "made_way",
            treatment=sold_as(hold, services),
            moment=slot_label(hold.starts_at, services, with_day=True),
        )
        for hold in gone
    ]


def _moved(before: Booking, booking: Booking, services: DialogueServices) -> str:
    what = slot_label(before.starts_at, services, with_day=True)
    old, new = sold_items(before), sold_items(booking)
    if before.starts_at == booking.starts_at and _lines(new) > _lines(old):
        return services.say("added", treatment=sold_as(booking, services))
    another = wants(old) != wants(new)
    return services.say("moved", before=f"{sold_as(before, services)}, {what}" if another else what)


def _lines(items: Sequence[Item]) -> Counter[str]:
    return Counter(one for item in items for one in (item.treatment or "", *item.add_ons))


def _hold(state: DialogueState, offer: OfferedTime, services: DialogueServices, before: Booking | None) -> Booking:
    """Hold the new place first, then let the old one go; only where they overlap it is the other way round."""
    if before and _promises_whom_it_takes(before, offer):
        return _hold_in_its_place(state, offer, services, before)
    try:
        booking = _hold_anew(state, offer, services)
    except SlotTaken:
        if before is None or not _only_mine_is_in_the_way(before, state, offer, services):
            raise
        return _hold_in_its_place(state, offer, services, before)
    if before:
        _let_go(before, services)
    return booking


def _promises_whom_it_takes(before: Booking, offer: OfferedTime) -> bool:
    """Return whether somebody was named for a time at which the hold that is to be let go takes them."""
    taken = [a for a in before.allocations if a.kind == "technician" and a.name in offer.technicians]
    return any(allocation.begins <= offer.starts_at < allocation.ends for allocation in taken)


def _hold_anew(state: DialogueState, offer: OfferedTime, services: DialogueServices) -> Booking:
    """Hold under this visit's key; a key that made something else before gives way to the next one."""
    wish = _without_hours(state, services)
    for _ in range(TRIES):
        booking = services.hold(
            wish, offer.starts_at, intent=state.intent, contact=contact_of(state), promised=offer.technicians
        )
        lives = booking.is_live_hold(services.now)
        if lives and booking.starts_at == offer.starts_at and wants(sold_items(booking)) == wants(state.items):
            return booking
        if lives:
            _let_go(booking, services)
        state.next_key()
    raise SlotTaken("no key was free")


def _without_hours(state: DialogueState, services: DialogueServices) -> BookingRequest:
    """Return the request without its hours: the time was chosen."""
    return dataclasses.replace(request_of(state, services), windows=((services.now, services.now),), wanted=None)


def _only_mine_is_in_the_way(
    before: Booking, state: DialogueState, offer: OfferedTime, services: DialogueServices
) -> bool:
    """Return whether the time would be free if the guest's own hold were gone."""
    start = offer.starts_at
    wish = dataclasses.replace(request_of(state, services), windows=((start, start + MINUTE),), wanted=start, limit=1)
    return bool(services.find(wish, without=before).slots)


def _hold_in_its_place(
    state: DialogueState, offer: OfferedTime, services: DialogueServices, before: Booking
) -> Booking:
    """Let the old place go for the new one, and take it back if somebody else was faster."""
    _let_go(before, services)
    state.next_key()
    try:
        return _hold_anew(state, offer, services)
    except SlotTaken:
        state.let_go()
        old = dataclasses.replace(state, items=sold_items(before))
        booking = _hold_anew(old, OfferedTime(before.starts_at, before.technicians), services)
        state.intent, state.last_intent, state.booking_id = old.intent, old.last_intent, str(booking.id)
        raise


def _let_go(booking: Booking, services: DialogueServices) -> None:
    try:
        services.cancel(str(booking.id))
    except WrongState:
        return  # it has ended by itself meanwhile


def _refused(
    state: DialogueState, offer: OfferedTime, refusal: SlotTaken | NotBookable, services: DialogueServices
) -> Reply:
    """Say what happened to the time, and offer what is near it."""
    state.when = exactly(offer.starts_at, services.spa.tz)
    faster = isinstance(refusal, SlotTaken)
    sorry = services.say("taken_meanwhile", moment=moment_of(offer.starts_at, services)) if faster else None
    return offer_times(state, services, mine=living_hold(state, services), sorry=sorry)
