"""The way to a booking, one question at a time."""

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.contacts import contact_of, first_name
from shared_lib.agent.dialogue.dialogue_state import DialogueState, Item
from shared_lib.agent.dialogue.offering import offer_times
from shared_lib.agent.dialogue.options import day_buttons, slot_buttons, yes_or_keep
from shared_lib.agent.dialogue.requested_items import minutes_of
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import in_open_half, wanted_instant
from shared_lib.agent.dialogue.wording import (
    day_of,
    facts_of,
    moment_of,
    named,
    payment_reply,
)
from shared_lib.availability.request import MOST_GUESTS, MOST_VISITS
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import WrongState

MOST_BUTTONS = 8
"""How many buttons a question carries at most."""
CONTACT = frozenset({"name", "email", "phone"})
"""Questions for who comes."""
PROVING = {"proof_contact": "ask_proof_again", "code": "ask_code"}
"""What is said where a question on the way to a proof is put again."""


def current_booking(state: DialogueState, services: DialogueServices) -> Booking | None:
    """Return the booking of this conversation as it stands now."""
    return services.booking(state.booking_id) if state.booking_id else None


def living_hold(state: DialogueState, services: DialogueServices) -> Booking | None:
    """Return the hold of this conversation, if it has one that has not ended."""
    booking = current_booking(state, services)
    return booking if booking and booking.is_live_hold(services.now) else None


def next_step(state: DialogueState, services: DialogueServices) -> Reply:
    """Return the next question, offer or summary."""
    booking = current_booking(state, services)
    if booking and booking.is_live_hold(services.now):
        return _towards_payment(state, booking, services)
    if booking and booking.status == Status.PAYING:
        return Reply(services.say("payment_unclear", **facts_of(booking, services)))
    if booking and booking.status == Status.CONFIRMED:
        state.clear_options()
        return Reply(services.say("anything_else"))
    return _towards_a_hold(state, services)


def _towards_a_hold(state: DialogueState, services: DialogueServices) -> Reply:
    if len({item.guest for item in state.items}) > MOST_GUESTS or len(state.items) > MOST_VISITS:
        state.clear_options()
        return Reply(services.say("party_too_large", phone=services.spa.phone), ends_here=True)
    if not state.ready:
        return ask_treatment(state, services)
    if state.when is None or state.when.date is None:
        return ask_day(state, services)
    return offer_times(state, services)


def ask_treatment(state: DialogueState, services: DialogueServices) -> Reply:
    """Ask for the treatment: among the candidates if words left several, else by kind."""
    state.clear_options("treatment")
    unclear = state.unclear
    pricing = Button("pricing", services.say("button_pricing"))
    rows = services.in_order(unclear.candidates) if unclear else []
    if rows:
        buttons = tuple(Button(f"treatment:{row.id}", row.name) for row in rows[:MOST_BUTTONS])
        return Reply(_which(state, services), (*buttons, pricing))
    categories = list(dict.fromkeys(row.category for row in services.book.treatments))
    buttons = tuple(Button(f"category:{name}", name.replace("_", " & ")) for name in categories[:MOST_BUTTONS])
    return Reply(services.say("ask_treatment"), (*buttons, pricing))


def _which(state: DialogueState, services: DialogueServices) -> str:
    """Ask which one, and say back what is clear already: the other treatments, the day and the hour."""
    clear = [item for item in state.items if item.treatment]
    if clear:
        return services.say("ask_which_beside", treatment=named(clear, services))
    when = state.when
    if when is None or when.date is None or when.end_date:
        return services.say("ask_which")
    instant = wanted_instant(in_open_half(when, services.book.hours.values()), services.spa.tz)
    said = moment_of(instant, services) if instant else day_of(services.spa.midnight(when.date), services)
    return services.say("ask_which_then", when=said)


def ask_day(state: DialogueState, services: DialogueServices) -> Reply:
    """Ask for the day of the visit."""
    state.clear_options("day")
    said = {"treatment": named(state.items, services), "minutes": minutes_of(state.items, services.book)}
    return Reply(services.say("ask_day", **said), day_buttons(services))


def ask_again(state: DialogueState, services: DialogueServices) -> Reply:
    """Repeat the question that waits, without looking anything up anew."""
    if state.asked == "slot" and state.offered:
        return Reply(services.say("which_time"), slot_buttons(state, services))
    if state.asked in CONTACT:
        return Reply(services.say("ask_email_again" if state.asked == "email" else f"ask_{state.asked}"))
    if state.asked in PROVING:
        return Reply(services.say(PROVING[state.asked], phone=services.spa.phone))
    if state.asked and state.asked.startswith("confirm_"):
        said = services.say(f"{state.asked}_again")
        return Reply(said, yes_or_keep(state.asked.removeprefix("confirm_"), services))
    booking = living_hold(state, services)
    if booking and contact_of(state):
        return payment_reply("waiting_for_payment", booking, services)
    return next_step(state, services)


def _towards_payment(state: DialogueState, booking: Booking, services: DialogueServices) -> Reply:
    if not state.name:
        state.clear_options("name")
        return Reply(services.say("held_ask_name", **facts_of(booking, services)))
    contact = contact_of(state)
    if contact is None:
        asked = state.asked if state.asked == "phone" else "email"
        state.clear_options(asked)
        key = "ask_email_of_another" if asked == "email" and state.for_another else f"ask_{asked}"
        return Reply(services.say(key, first_name=first_name(state)))
    if booking.contact != contact:
        booking = _give_contact(booking, contact, services)
    state.clear_options()
    return payment_reply("summary" if booking.tax_cents else "summary_no_tax", booking, services)


def after_contact(state: DialogueState, services: DialogueServices) -> Reply:
    """Go on after a name or an address was said: with the summary where all is known, else with what waits."""
    if living_hold(state, services) and state.asked in {None, *CONTACT}:
        said_before = state.asked is None or (state.asked == "name" and not state.name)
        reply = ask_again(state, services) if state.asked == "name" and not state.name else next_step(state, services)
        return reply.after(services.say("noted") if said_before else "")
    if state.asked in {"slot", "treatment", "day"}:
        return ask_again(state, services).after(services.say("noted"))
    return next_step(state, services)


def _give_contact(booking: Booking, contact: Contact, services: DialogueServices) -> Booking:
    try:
        return services.give_contact(str(booking.id), contact)
    except WrongState:
        return services.booking(str(booking.id))


def unclear_ids(items: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the ids of all that is asked for or may be meant."""
    return tuple(dict.fromkeys(treatment for item in items for treatment in item.ids))
