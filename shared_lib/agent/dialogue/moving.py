"""Moving a visit that is paid: another time is chosen, said back in full, and only then taken."""

from datetime import datetime
from typing import cast

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.changes import keep, move_paid
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.offering import exact_start, offer_times
from shared_lib.agent.dialogue.reasons import say_reason
from shared_lib.agent.dialogue.steps import ask_day, current_booking
from shared_lib.agent.dialogue.table import yes_or_keep
from shared_lib.agent.dialogue.times import exactly, merge
from shared_lib.agent.dialogue.wording import booking_json, facts_of, moment_of
from shared_lib.agent.language import When
from shared_lib.agent.replies import say
from shared_lib.domain.availability.reasons import Reason
from shared_lib.domain.booking import Booking, Status
from shared_lib.domain.errors import NotBookable, SlotTaken, WrongState
from shared_lib.domain.money import say_cents
from shared_lib.domain.policy import broken_by_move
from shared_lib.usecases.seat_again import GENDERS


def wish_to_move(memory: Memory, booking: Booking, when: When | None, desk: Desk) -> Reply:
    """Look for another time for a paid visit: the hour stays where only a day is said, the day where only an hour."""
    if len(booking.visits) > 1 or booking.starts_at <= desk.now or not _is_still_sold(booking, desk):
        return move_paid(booking, desk)
    for _, reason in broken_by_move(booking, desk.now):
        return _not_movable(memory, reason, booking, desk)
    if not memory.moving:
        _recall(memory, booking, desk)
    memory.moving = True
    if when is None:
        return ask_day(memory, desk)
    memory.when = merge(memory.when, when)
    return offer_move(memory, booking, desk)


def offer_move(memory: Memory, booking: Booking, desk: Desk) -> Reply:
    """Ask at once for the wanted time where it is free, else offer what is near it."""
    start = exact_start(memory, desk, mine=booking)
    return confirm_move(memory, booking, start, desk) if start else offer_times(memory, desk, mine=booking)


def moving(memory: Memory, desk: Desk) -> Booking | None:
    """Return the paid visit that another time is being looked for."""
    booking = current_booking(memory, desk) if memory.moving else None
    return booking if booking and booking.status == Status.CONFIRMED else None


def confirm_move(memory: Memory, booking: Booking, start: datetime, desk: Desk) -> Reply:
    """Say the old and the new time in full, and ask; a time from a table of long ago is looked up first."""
    if not memory.moving:
        return wish_to_move(memory, booking, exactly(start, desk.spa.tz), desk)
    if start == booking.starts_at:
        return keep(memory, desk)
    memory.clear_table("confirm_move")
    memory.offered = (start,)
    facts = facts_of(booking, desk) | {"before": moment_of(booking.starts_at, desk), "moment": moment_of(start, desk)}
    return Reply(say("confirm_move", **facts), yes_or_keep("move"))


def move(memory: Memory, booking: Booking, desk: Desk) -> Reply:
    """Move it to the time that was said back; offer what is near where somebody was faster."""
    (start,) = memory.offered
    try:
        moved = desk.move(str(booking.id), start, key=f"{booking.version}:{start.isoformat()}")
    except SlotTaken:
        memory.when = exactly(start, desk.spa.tz)
        return offer_times(memory, desk, mine=booking, sorry=say("taken_meanwhile", moment=moment_of(start, desk)))
    except NotBookable as refusal:
        memory.when = exactly(start, desk.spa.tz)
        return _not_movable(memory, cast("Reason", refusal.reason), booking, desk)
    except WrongState:
        memory.stop_moving()
        return Reply(say("too_late_to_change", phone=desk.spa.phone))
    memory.stop_moving()
    return Reply(say("moved_paid", **facts_of(moved, desk)), booking=booking_json(moved))


def _is_still_sold(booking: Booking, desk: Desk) -> bool:
    """Return whether what was wished for then can still be wished for."""
    sold = {row.id for row in desk.book.treatments} | {row.id for row in desk.book.add_ons}
    people = {*desk.vocabulary.technicians, *GENDERS, None}
    return all(line.item_id in sold for line in booking.lines) and booking.technician_wish in people


def _recall(memory: Memory, booking: Booking, desk: Desk) -> None:
    """Wish for what is booked, as it was wished then."""
    treatment, *add_ons = booking.lines
    wish = booking.technician_wish
    memory.treatment, memory.add_ons = treatment.item_id, tuple(line.item_id for line in add_ons)
    memory.technician, memory.gender = (None, wish) if wish in GENDERS else (wish, None)
    memory.when = exactly(booking.starts_at, desk.spa.tz)


def _not_movable(memory: Memory, reason: Reason, booking: Booking, desk: Desk) -> Reply:
    memory.stop_moving()
    why = say_reason(reason, desk.book.treatment(booking.treatment.item_id), None, desk)
    refund = say_cents(reason.refund_cents or 0)
    return Reply(f"{why} {say('move_or_cancel', refund=refund)}" if reason.refund_cents else why)
