"""book_appointment: an offered time is held under the guest's name, once for each time that it is asked for."""

import dataclasses
from typing import cast

from shared_lib.agent.phone.action_calls import AppointmentRequest, Call
from shared_lib.agent.phone.answers import Answer, Declined, done, sorry
from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.care import tells_of_health
from shared_lib.agent.phone.contacts import contact_of
from shared_lib.agent.phone.nearby import decline, decline_time
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.slot_tokens import SlotToken
from shared_lib.agent.phone.speech import all_of, say_email, say_money, say_time
from shared_lib.agent.phone.spoken_request import say_sold
from shared_lib.availability.rejections import Rejection
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.draft import GAVE_WAY
from shared_lib.bookings.hold import HoldRequest
from shared_lib.bookings.lifecycle import Status
from shared_lib.concierge.medical_note import attach_health_cases
from shared_lib.kernel.errors import BadInput, InvalidSignature, NotBookable, SlotTaken, TooManyHolds
from shared_lib.kernel.formatting import say_zone
from shared_lib.payments.pay_links import pay_url


def book_appointment(asked: AppointmentRequest, call: Call, context: CallContext) -> Answer:
    """Hold the place, or return what this very action has made before; raise Declined, or BadInput."""
    slot, contact = _slot(asked.slot, context), contact_of(_without_health(asked, context), caller=call.caller)
    if slot.until > context.now:
        held = _hold(slot, contact, call, context)
        attach_health_cases(call.id, held.id, notes=context.medical_notes, now=context.now)
        _announce(held, context)
        return _answer_for(held, call, context)
    if before := made_before(call, context):
        return before
    raise decline("SLOT_EXPIRED", say("slot_expired"), slot.request, slot.starts_at, context)


def _without_health(asked: AppointmentRequest, context: CallContext) -> AppointmentRequest:
    """Return the request without notes of the caller's health: these are kept sealed, for the technician alone."""
    return dataclasses.replace(asked, notes="") if tells_of_health(asked.notes, context) else asked


def _announce(held: Booking, context: CallContext) -> None:
    """Tell of a hold at once, the mail with the link is what the caller waits for; of one made before, what waits."""
    if held.held_event:
        context.dispatcher.publish_now([held.held_event], now=context.now)
    else:
        context.dispatcher.publish_booking_now(held.id, now=context.now)


def made_before(call: Call, context: CallContext) -> Answer | None:
    """Return the answer of an action that has made a booking already, None where it has not."""
    known = context.bookings.by_key(call.key)
    return _answer_for(known, call, context) if known else None


def _slot(token: str, context: CallContext) -> SlotToken:
    try:
        return SlotToken.read(token, context.signer)
    except InvalidSignature as error:
        raise BadInput("slot", "is none that was offered") from error


def _hold(slot: SlotToken, contact: Contact, call: Call, context: CallContext) -> Booking:
    """Hold the place with whoever is free now; raise Declined with the nearest times."""
    limits = context.unpaid.of(session=call.id, email=contact.email, phone=contact.phone)
    promised = context.promised(slot.offer)
    asked = HoldRequest(
        call.key, "phone", contact, atlas_call_id=call.id, limits=limits, offer=slot.offer, promised=promised
    )
    try:
        return context.hold(slot.request, slot.starts_at, asked)
    except TooManyHolds as refusal:
        raise Declined(sorry(refusal.code, say("too_many_holds", phone=context.phone))) from refusal
    except SlotTaken as taken:
        said = say("slot_taken", moment=context.moment(slot.starts_at))
        raise decline(taken.code, said, slot.request, slot.starts_at, context) from taken
    except NotBookable as refusal:
        reason = cast("Rejection", refusal.rejection)
        raise decline_time(reason, slot.request, slot.starts_at, context) from refusal


def _answer_for(booking: Booking, call: Call, context: CallContext) -> Answer:
    """Say how a booking stands: the same words for as long as it waits for its payment."""
    if booking.is_live_hold(context.now) or booking.status is Status.PAYING:
        gone = [hold for hold in booking.evicted_holds if hold.atlas_call_id == booking.atlas_call_id]
        said = [
            *_with_another(booking, call, context),
            _held(booking, context),
            *(say("made_way", moment=context.moment(hold.starts_at)) for hold in gone),
        ]
        notices = {"notices": [{"code": GAVE_WAY, "reference": hold.reference} for hold in gone]} if gone else {}
        return done(" ".join(said), **_facts(booking, context) | {"status": "held"} | notices)
    if booking.status in {Status.CONFIRMED, Status.COMPLETED}:
        return done(say("paid", moment=context.moment(booking.starts_at)), **_facts(booking, context))
    gave_way = booking.gave_way_to is not None
    why = say("gave_way" if gave_way else "hold_ended", moment=context.moment(booking.starts_at))
    return sorry(GAVE_WAY if gave_way else "HOLD_ENDED", why, reference=booking.reference, status=str(booking.status))


def _with_another(booking: Booking, call: Call, context: CallContext) -> list[str]:
    """Say who was named beside the time that was offered, and could not be kept."""
    offer = _slot(str(call.parameters["slot"]), context).offer
    held = {place.id for place in booking.allocations if place.kind == "technician"}
    missing = (offer.technicians if offer else frozenset()) - held
    names = [who.name for who in context.technicians if who.id in missing] if missing else []
    return [say("with_another", names=all_of(names))] if names else []


def _held(booking: Booking, context: CallContext) -> str:
    names = booking.technicians
    return say(
        "held",
        treatment=say_sold(booking),
        moment=context.moment(booking.starts_at),
        zone=say_zone(context.spa),
        with_whom=say("with_whom", names=all_of(names)) if names else "",
        until=say_time(booking.held_until, context.spa),
        total=say_money(booking.total_cents),
        email=say_email(booking.contact.email if booking.contact else ""),
    )


def _facts(booking: Booking, context: CallContext) -> dict[str, object]:
    return {
        "reference": booking.reference,
        "status": str(booking.status),
        "held_until": context.wall(booking.held_until),
        "payment_url": pay_url(booking.id, public_url=context.public_url, signer=context.signer),
        "starts_at": context.wall(booking.starts_at),
        "ends_at": context.wall(booking.ends_at),
        "technician": all_of(booking.technicians) if booking.technicians else None,
        "total_cents": booking.total_cents,
        "currency": "usd",
    }
