"""Moving a visit that is paid: another time is chosen, said back in full, and only then taken."""

from datetime import datetime
from typing import cast

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.changes import keep, move_paid
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.offering import exact_start, offer_times
from shared_lib.agent.dialogue.options import yes_or_keep
from shared_lib.agent.dialogue.reasons import say_reason
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_day, current_booking
from shared_lib.agent.dialogue.times import exactly, merge
from shared_lib.agent.dialogue.wording import booking_json, facts_of, moment_of
from shared_lib.agent.language import When
from shared_lib.agent.replies import say
from shared_lib.availability.rejections import Rejection
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import broken_by_move
from shared_lib.bookings.reallocation import GENDERS
from shared_lib.kernel.errors import NotBookable, SlotTaken, WrongState
from shared_lib.kernel.money import say_cents


def request_reschedule(state: DialogueState, booking: Booking, when: When | None, services: DialogueServices) -> Reply:
    """Look for another time for a paid visit: the hour stays where only a day is said, the day where only an hour."""
    if len(booking.visits) > 1 or booking.starts_at <= services.now or not _is_still_sold(booking, services):
        return move_paid(booking, services)
    for _, rejection in broken_by_move(booking, services.now):
        return _not_movable(state, rejection, booking, services)
    if not state.moving:
        _recall(state, booking, services)
    state.moving = True
    if when is None:
        return ask_day(state, services)
    state.when = merge(state.when, when)
    return offer_move(state, booking, services)


def offer_move(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Ask at once for the wanted time where it is free, else offer what is near it."""
    start = exact_start(state, services, mine=booking)
    return confirm_move(state, booking, start, services) if start else offer_times(state, services, mine=booking)


def moving(state: DialogueState, services: DialogueServices) -> Booking | None:
    """Return the paid visit that another time is being looked for."""
    booking = current_booking(state, services) if state.moving else None
    return booking if booking and booking.status == Status.CONFIRMED else None


def confirm_move(state: DialogueState, booking: Booking, start: datetime, services: DialogueServices) -> Reply:
    """Say the old and the new time in full, and ask; a time from a table of long ago is looked up first."""
    if not state.moving:
        return request_reschedule(state, booking, exactly(start, services.spa.tz), services)
    if start == booking.starts_at:
        return keep(state, services)
    state.clear_options("confirm_move")
    state.offered = (start,)
    facts = facts_of(booking, services) | {
        "before": moment_of(booking.starts_at, services),
        "moment": moment_of(start, services),
    }
    return Reply(say("confirm_move", **facts), yes_or_keep("move"))


def reschedule_visit(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Move it to the time that was said back; offer what is near where somebody was faster."""
    (start,) = state.offered
    try:
        moved = services.reschedule(str(booking.id), start, key=f"{booking.version}:{start.isoformat()}")
    except SlotTaken:
        state.when = exactly(start, services.spa.tz)
        return offer_times(
            state, services, mine=booking, sorry=say("taken_meanwhile", moment=moment_of(start, services))
        )
    except NotBookable as refusal:
        state.when = exactly(start, services.spa.tz)
        return _not_movable(state, cast("Rejection", refusal.rejection), booking, services)
    except WrongState:
        state.stop_moving()
        return Reply(say("too_late_to_change", phone=services.spa.phone))
    state.stop_moving()
    return Reply(say("moved_paid", **facts_of(moved, services)), booking=booking_json(moved))


def _is_still_sold(booking: Booking, services: DialogueServices) -> bool:
    """Return whether what was wished for then can still be wished for."""
    sold = {row.id for row in services.book.treatments} | {row.id for row in services.book.add_ons}
    people = {*services.vocabulary.technicians, *GENDERS, None}
    return all(line.item_id in sold for line in booking.lines) and booking.technician_preference in people


def _recall(state: DialogueState, booking: Booking, services: DialogueServices) -> None:
    """Wish for what is booked, as it was wished then."""
    treatment, *add_ons = booking.lines
    request = booking.technician_preference
    state.treatment, state.add_ons = treatment.item_id, tuple(line.item_id for line in add_ons)
    state.technician, state.gender = (None, request) if request in GENDERS else (request, None)
    state.when = exactly(booking.starts_at, services.spa.tz)


def _not_movable(state: DialogueState, rejection: Rejection, booking: Booking, services: DialogueServices) -> Reply:
    state.stop_moving()
    code = say_reason(rejection, services.book.treatment(booking.treatment.item_id), None, services)
    refund = say_cents(rejection.refund_cents or 0)
    return Reply(f"{code} {say('move_or_cancel', refund=refund)}" if rejection.refund_cents else code)
