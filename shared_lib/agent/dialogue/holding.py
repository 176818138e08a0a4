"""A time is held; a hold that this visit had before is let go once the new one stands."""

import dataclasses
from datetime import datetime, timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.contacts import contact_of
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.moving import confirm_move, moving, offer_move
from shared_lib.agent.dialogue.offering import exact_start, offer_times, wish_of
from shared_lib.agent.dialogue.steps import ask_treatment, current_booking, living_hold, next_step
from shared_lib.agent.dialogue.table import slot_label
from shared_lib.agent.dialogue.times import exactly
from shared_lib.agent.dialogue.wording import moment_of
from shared_lib.agent.replies import say
from shared_lib.domain.booking import Booking, Status
from shared_lib.domain.errors import NotBookable, SlotTaken, WrongState
from shared_lib.usecases.find_times import Wish

MINUTE = timedelta(minutes=1)
TRIES = 4
"""How many keys are tried: one may belong to a hold that another tab made, or that has ended."""


def take_slot(memory: Memory, start: datetime, desk: Desk) -> Reply:
    """Hold a time and take the next step; say so if that lets another hold go."""
    if memory.treatment is None:
        return ask_treatment(memory, desk)
    stands = current_booking(memory, desk)
    if stands and stands.status == Status.CONFIRMED:
        return confirm_move(memory, stands, start, desk)
    before = living_hold(memory, desk)
    if before and _same(before, memory, start):
        return next_step(memory, desk)
    if before:
        memory.intent += 1
    try:
        booking = _hold(memory, start, desk, before)
    except (SlotTaken, NotBookable) as refusal:
        return _refused(memory, start, refusal, desk)
    memory.booking_id, memory.when = str(booking.id), exactly(start, desk.spa.tz)
    memory.clear_table()
    return next_step(memory, desk).after(_moved(before, booking, desk) if before else "")


def wish_again(memory: Memory, desk: Desk, *, firmly: bool) -> Reply:
    """Go on after a wish was said or corrected: before a hold by the next step, after it by moving the hold.

    A hold moves at once where the new time is free and it was no question; a guest whose payment page is open, and one
    who only asks, is offered the time first.
    """
    if paid := moving(memory, desk):
        return offer_move(memory, paid, desk)
    mine = living_hold(memory, desk)
    if mine is None or memory.treatment is None or memory.when is None or memory.when.date is None:
        return next_step(memory, desk) if mine is None else ask_treatment(memory, desk)
    start = exact_start(memory, desk, mine=mine) if firmly and mine.status == Status.HELD else None
    if start is not None:
        return take_slot(memory, start, desk)
    return offer_times(memory, desk, mine=mine)


def _same(booking: Booking, memory: Memory, start: datetime) -> bool:
    """Return whether a hold is already what is wished for."""
    wished = memory.technician is None or memory.technician in booking.technicians
    items = {line.item_id for line in booking.lines}
    fits = booking.starts_at == start and items == {memory.treatment, *memory.add_ons}
    return fits and wished and (memory.gender is None or booking.technician_wish == memory.gender)


def _moved(before: Booking, booking: Booking, desk: Desk) -> str:
    what = slot_label(before.starts_at, desk, with_day=True)
    another = before.treatment.name != booking.treatment.name
    return say("moved", before=f"{before.treatment.name}, {what}" if another else what)


def _hold(memory: Memory, start: datetime, desk: Desk, before: Booking | None) -> Booking:
    """Hold the new place first, then let the old one go; only where they overlap it is the other way round."""
    try:
        booking = _hold_anew(memory, start, desk)
    except SlotTaken:
        if before is None or not _only_mine_is_in_the_way(before, memory, start, desk):
            raise
        return _hold_in_its_place(memory, start, desk, before)
    if before:
        _let_go(before, desk)
    return booking


def _hold_anew(memory: Memory, start: datetime, desk: Desk) -> Booking:
    """Hold under this visit's key; a key that made something else before gives way to the next one."""
    wish = _without_hours(memory, desk)
    for _ in range(TRIES):
        booking = desk.hold(wish, start, intent=memory.intent, contact=contact_of(memory))
        lives = booking.lives(desk.now)
        if lives and booking.starts_at == start and booking.treatment.item_id == memory.treatment:
            return booking
        if lives:
            _let_go(booking, desk)
        memory.intent += 1
    raise SlotTaken("no key was free")


def _without_hours(memory: Memory, desk: Desk) -> Wish:
    """Return the wish without its hours: the time was chosen."""
    return dataclasses.replace(wish_of(memory, desk), windows=((desk.now, desk.now),), wanted=None)


def _only_mine_is_in_the_way(before: Booking | None, memory: Memory, start: datetime, desk: Desk) -> bool:
    """Return whether the time would be free if the guest's own hold were gone."""
    if before is None:
        return False
    wish = dataclasses.replace(wish_of(memory, desk), windows=((start, start + MINUTE),), wanted=start, limit=1)
    return bool(desk.find(wish, without=before).offers)


def _hold_in_its_place(memory: Memory, start: datetime, desk: Desk, before: Booking) -> Booking:
    """Let the old place go for the new one, and take it back if somebody else was faster."""
    _let_go(before, desk)
    memory.intent += 1
    try:
        return _hold_anew(memory, start, desk)
    except SlotTaken:
        memory.let_go()
        old = dataclasses.replace(memory, treatment=before.treatment.item_id, technician=None, gender=None)
        booking = _hold_anew(old, before.starts_at, desk)
        memory.intent, memory.booking_id = old.intent, str(booking.id)
        raise


def _let_go(booking: Booking, desk: Desk) -> None:
    try:
        desk.cancel(str(booking.id))
    except WrongState:
        return  # it has ended by itself meanwhile


def _refused(memory: Memory, start: datetime, refusal: SlotTaken | NotBookable, desk: Desk) -> Reply:
    """Say what happened to the time, and offer what is near it."""
    memory.when = exactly(start, desk.spa.tz)
    faster = isinstance(refusal, SlotTaken)
    sorry = say("taken_meanwhile", moment=moment_of(start, desk)) if faster else None
    return offer_times(memory, desk, mine=living_hold(memory, desk), sorry=sorry)
