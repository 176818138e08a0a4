"""Moving a visit that is paid: another time is chosen, said back in full, and only then taken."""

from typing import cast

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.changes import keep, move_paid
from shared_lib.agent.dialogue.dialogue_state import DialogueState, OfferedTime
from shared_lib.agent.dialogue.items import sold_items
from shared_lib.agent.dialogue.offering import exact_offer, offer_times
from shared_lib.agent.dialogue.options import yes_or_keep
from shared_lib.agent.dialogue.reasons import say_reason
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.steps import ask_day, current_booking
from shared_lib.agent.dialogue.times import exactly, merge
from shared_lib.agent.dialogue.wording import booking_json, facts_of, moment_of
from shared_lib.agent.language import When
from shared_lib.availability.rejections import Rejection
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import broken_by_move
from shared_lib.bookings.reallocation import GENDERS
from shared_lib.kernel.errors import NotBookable, SlotTaken, WrongState


def request_reschedule(state: DialogueState, booking: Booking, when: When | None, services: DialogueServices) -> Reply:
    """Look for another time for a paid visit: the hour stays where only a day is said, the day where only an hour."""
    if booking.starts_at <= services.now or not _is_still_sold(booking, services):
        return move_paid(booking, services)
    for _, rejection in broken_by_move(booking, services.now):
        return _not_movable(state, rejection, booking, services)
    if moving(state, services) != booking:
        _begin(state, booking, services)
    if when is None:
        return ask_day(state, services)
    state.when = merge(state.when, when)
    return offer_move(state, booking, services)


def _begin(state: DialogueState, booking: Booking, services: DialogueServices) -> None:
    """Wish for what is booked, as it was wished then."""
    recalled = {"items": sold_items(booking), "when": exactly(booking.starts_at, services.spa.tz)}
    state.detour("move", booking_id=str(booking.id), **recalled)


def offer_move(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Ask at once for the wanted time where it is free, else offer what is near it."""
    offer = exact_offer(state, services, mine=booking)
    return confirm_move(state, booking, offer, services) if offer else offer_times(state, services, mine=booking)


def moving(state: DialogueState, services: DialogueServices) -> Booking | None:
    """Return the paid visit that another time is being looked for."""
    booking = current_booking(state, services) if state.moving else None
    return booking if booking and booking.status == Status.CONFIRMED else None


def confirm_move(state: DialogueState, booking: Booking, offer: OfferedTime, services: DialogueServices) -> Reply:
    """Say the old and the new time in full, and ask; a time from a table of long ago is looked up first."""
    if not state.moving:
        return request_reschedule(state, booking, exactly(offer.starts_at, services.spa.tz), services)
    if offer.starts_at == booking.starts_at:
        return keep(state, services)
    state.clear_options("confirm_move")
    state.offered = (offer,)
    facts = facts_of(booking, services) | {
        "before": moment_of(booking.starts_at, services),
        "moment": moment_of(offer.starts_at, services),
    }
    return Reply(services.say("confirm_move", **facts), yes_or_keep("move", services))


def reschedule_visit(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    """Move it to the time that was said back; offer what is near where somebody was faster."""
    start = state.offered[0].starts_at
    try:
        moved = services.reschedule(str(booking.id), start, key=f"{booking.version}:{start.isoformat()}")
    except SlotTaken:
        state.when = exactly(start, services.spa.tz)
        sorry = services.say("taken_meanwhile", moment=moment_of(start, services))
        return offer_times(state, services, mine=booking, sorry=sorry)
    except NotBookable as refusal:
        state.when = exactly(start, services.spa.tz)
        return _not_movable(state, cast("Rejection", refusal.rejection), booking, services)
    except WrongState:
        state.come_back()
        return Reply(services.say("too_late_to_change", phone=services.spa.phone))
    state.come_back()
    state.clear_options()
    return Reply(services.say("moved_paid", **facts_of(moved, services)), booking=booking_json(moved))


def _is_still_sold(booking: Booking, services: DialogueServices) -> bool:
    """Return whether what was wished for then can still be wished for."""
    sold = {row.id for row in services.book.treatments} | {row.id for row in services.book.add_ons}
    people = {*services.vocabulary.technicians, *GENDERS, None}
    return all(line.item_id in sold for line in booking.lines) and booking.technician_preference in people


def _not_movable(state: DialogueState, rejection: Rejection, booking: Booking, services: DialogueServices) -> Reply:
    if state.moving:
        state.come_back()
    state.clear_options()
    code = say_reason(rejection, services.book.treatment(booking.treatment.item_id), None, services)
    refund = services.voice.money(rejection.refund_cents or 0)
    return Reply(f"{code} {services.say('move_or_cancel', refund=refund)}" if rejection.refund_cents else code)
