"""book_appointment: an offered time is held under the guest's name, once for each time that it is asked for."""

from typing import cast

from shared_lib.agent.phone.answers import Answer, done, sorry
from shared_lib.agent.phone.asked import Call, PlaceAsked
from shared_lib.agent.phone.contacts import contact_of
from shared_lib.agent.phone.line import Line
from shared_lib.agent.phone.nearby import decline, decline_time
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.slots import Slot
from shared_lib.agent.phone.speech import all_of, say_email, say_money, say_time, say_treatments
from shared_lib.domain.availability.reasons import Reason
from shared_lib.domain.booking import Booking, Contact, Status
from shared_lib.domain.errors import BadInput, NotBookable, NotGenuine, SlotTaken
from shared_lib.domain.wording import say_zone
from shared_lib.usecases.hold_place import Asked
from shared_lib.usecases.pay_links import pay_url


def book_appointment(asked: PlaceAsked, call: Call, line: Line) -> Answer:
    """Hold the place, or return what this very action has made before; raise Declined, or BadInput."""
    slot, contact = _slot(asked.slot, line), contact_of(asked, caller=call.caller)
    if slot.until > line.now:
        held = _hold(slot, contact, call, line)
        line.announcer.booking_at_once(held.id, now=line.now)  # the mail with the link is what the caller waits for
        return _told(held, line)
    if before := made_before(call, line):
        return before
    raise decline("SLOT_EXPIRED", say("slot_expired"), slot.wish, slot.starts_at, line)


def made_before(call: Call, line: Line) -> Answer | None:
    """Return the answer of an action that has made a booking already, None where it has not."""
    known = line.bookings.by_key(call.key)
    return _told(known, line) if known else None


def _slot(token: str, line: Line) -> Slot:
    try:
        return Slot.read(token, line.signer)
    except NotGenuine as error:
        raise BadInput("slot", "is none that was offered") from error


def _hold(slot: Slot, contact: Contact, call: Call, line: Line) -> Booking:
    """Hold the place with whoever is free now; raise Declined with the nearest times."""
    asked = Asked(call.key, "phone", contact, atlas_call_id=call.id)
    try:
        return line.hold(slot.wish, slot.starts_at, asked)
    except SlotTaken as taken:
        said = say("slot_taken", moment=line.moment(slot.starts_at))
        raise decline(taken.code, said, slot.wish, slot.starts_at, line) from taken
    except NotBookable as refusal:
        treatment = line.book.treatment(slot.treatment_id)
        reason = cast("Reason", refusal.reason)
        raise decline_time(reason, treatment, slot.wish, slot.starts_at, line) from refusal


def _told(booking: Booking, line: Line) -> Answer:
    """Say how a booking stands: the same words for as long as it waits for its payment."""
    if booking.lives(line.now) or booking.status is Status.PAYING:
        return done(_held(booking, line), **_facts(booking, line) | {"status": "held"})
    if booking.status in {Status.CONFIRMED, Status.COMPLETED}:
        return done(say("paid", moment=line.moment(booking.starts_at)), **_facts(booking, line))
    said = say("hold_ended", moment=line.moment(booking.starts_at))
    return sorry("HOLD_ENDED", said, reference=booking.reference, status=str(booking.status))


def _held(booking: Booking, line: Line) -> str:
    names = booking.technicians
    return say(
        "held",
        treatment=say_treatments([row.name for row in booking.treatments]),
        moment=line.moment(booking.starts_at),
        zone=say_zone(line.spa),
        with_whom=say("with_whom", names=all_of(names)) if names else "",
        until=say_time(booking.held_until, line.spa),
        total=say_money(booking.total_cents),
        email=say_email(booking.contact.email if booking.contact else ""),
    )


def _facts(booking: Booking, line: Line) -> dict[str, object]:
    return {
        "reference": booking.reference,
        "status": str(booking.status),
        "held_until": line.wall(booking.held_until),
        "payment_url": pay_url(booking.id, public_url=line.public_url, signer=line.signer),
        "starts_at": line.wall(booking.starts_at),
        "ends_at": line.wall(booking.ends_at),
        "technician": all_of(booking.technicians) if booking.technicians else None,
        "total_cents": booking.total_cents,
        "currency": "usd",
    }
