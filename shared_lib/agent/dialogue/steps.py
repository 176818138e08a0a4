"""The way to a booking, one question at a time."""

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.contacts import contact_of, first_name
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.offering import offer_times
from shared_lib.agent.dialogue.table import day_buttons, slot_buttons, yes_or_keep
from shared_lib.agent.dialogue.times import settled, wanted_instant
from shared_lib.agent.dialogue.wording import day_of, facts_of, moment_of, payment_reply
from shared_lib.agent.replies import say
from shared_lib.domain.booking import Booking, Contact, Status
from shared_lib.domain.errors import WrongState

MOST_BUTTONS = 8
"""How many buttons a question carries at most."""


def current_booking(memory: Memory, desk: Desk) -> Booking | None:
    """Return the booking of this conversation as it stands now."""
    return desk.booking(memory.booking_id) if memory.booking_id else None


def living_hold(memory: Memory, desk: Desk) -> Booking | None:
    """Return the hold of this conversation, if it has one that has not ended."""
    booking = current_booking(memory, desk)
    return booking if booking and booking.lives(desk.now) else None


def next_step(memory: Memory, desk: Desk) -> Reply:
    """Return the next question, offer or summary."""
    booking = current_booking(memory, desk)
    if booking and booking.lives(desk.now):
        return _towards_payment(memory, booking, desk)
    if booking and booking.status == Status.PAYING:
        return Reply(say("payment_unclear", **facts_of(booking, desk)))
    if booking and booking.status == Status.CONFIRMED:
        memory.clear_table()
        return Reply(say("anything_else"))
    return _towards_a_hold(memory, desk)


def _towards_a_hold(memory: Memory, desk: Desk) -> Reply:
    if memory.treatment is None:
        return ask_treatment(memory, desk)
    if memory.when is None or memory.when.date is None:
        return ask_day(memory, desk)
    return offer_times(memory, desk)


def ask_treatment(memory: Memory, desk: Desk) -> Reply:
    """Ask for the treatment: among the candidates if words left several, else by kind."""
    memory.clear_table("treatment")
    rows = [row for row in desk.book.treatments if row.id in memory.candidates]
    if rows:
        buttons = tuple(Button(f"treatment:{row.id}", row.name) for row in rows[:MOST_BUTTONS])
        return Reply(_which(memory, desk), (*buttons, Button("pricing", say("button_pricing"))))
    categories = list(dict.fromkeys(row.category for row in desk.book.treatments))
    buttons = tuple(Button(f"category:{name}", name.replace("_", " & ")) for name in categories[:MOST_BUTTONS])
    return Reply(say("ask_treatment"), (*buttons, Button("pricing", say("button_pricing"))))


def _which(memory: Memory, desk: Desk) -> str:
    """Ask which one, and say back the day and the hour if they were said."""
    when = memory.when
    if when is None or when.date is None or when.end_date:
        return say("ask_which")
    instant = wanted_instant(settled(when, desk.book.hours.values()), desk.spa.tz)
    said = moment_of(instant, desk) if instant else day_of(desk.spa.midnight(when.date), desk)
    return say("ask_which_then", when=said)


def ask_day(memory: Memory, desk: Desk) -> Reply:
    """Ask for the day of the visit."""
    memory.clear_table("day")
    treatment = desk.book.treatment(memory.treatment or "")
    return Reply(say("ask_day", treatment=treatment.name, minutes=treatment.minutes), day_buttons(desk))


def ask_again(memory: Memory, desk: Desk) -> Reply:
    """Repeat the question that waits, without looking anything up anew."""
    if memory.asked == "slot" and memory.offered:
        return Reply(say("which_time"), slot_buttons(memory, desk))
    if memory.asked in {"name", "email"}:
        return Reply(say("ask_name" if memory.asked == "name" else "ask_email_again"))
    if memory.asked in {"confirm_cancel", "confirm_move"}:
        return Reply(say(f"{memory.asked}_again"), yes_or_keep(memory.asked.removeprefix("confirm_")))
    booking = living_hold(memory, desk)
    if booking and memory.name and memory.email:
        return payment_reply("waiting_for_payment", booking, desk)
    return next_step(memory, desk)


def _towards_payment(memory: Memory, booking: Booking, desk: Desk) -> Reply:
    if not memory.name:
        memory.clear_table("name")
        return Reply(say("held_ask_name", **facts_of(booking, desk)))
    if not memory.email:
        memory.clear_table("email")
        return Reply(say("ask_email", first_name=first_name(memory)))
    contact = contact_of(memory)
    if contact and booking.contact != contact:
        booking = _give_contact(booking, contact, desk)
    memory.clear_table()
    return payment_reply("summary" if booking.tax_cents else "summary_no_tax", booking, desk)


def after_contact(memory: Memory, desk: Desk) -> Reply:
    """Go on after a name or an address was said: with the summary where all is known, else with what waits."""
    if living_hold(memory, desk) and memory.asked in {None, "name", "email"}:
        return next_step(memory, desk)
    if memory.asked in {"slot", "treatment", "day"}:
        return ask_again(memory, desk).after(say("noted"))
    return next_step(memory, desk)


def _give_contact(booking: Booking, contact: Contact, desk: Desk) -> Booking:
    try:
        return desk.give_contact(str(booking.id), contact)
    except WrongState:
        return desk.booking(str(booking.id))
