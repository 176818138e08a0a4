"""The way to a booking, one question at a time."""

import dataclasses
from datetime import datetime

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.offering import day_buttons, offer_times, slot_buttons, wish_of
from shared_lib.agent.dialogue.wording import facts_of, payment_reply, say_reason
from shared_lib.agent.replies import say
from shared_lib.domain.booking import WAITING, Booking, Contact, Status
from shared_lib.domain.errors import NotBookable, SlotTaken, WrongState
from shared_lib.domain.wording import say_moment
from shared_lib.usecases.find_times import Wish

CATEGORIES = 6
"""How many buttons a question carries at most."""


def current_booking(memory: Memory, desk: Desk) -> Booking | None:
    """Return the booking of this conversation as it stands now."""
    return desk.booking(memory.booking_id) if memory.booking_id else None


def next_step(memory: Memory, desk: Desk) -> Reply:
    """Return the next question, offer or summary."""
    booking = current_booking(memory, desk)
    if booking and booking.status in WAITING and booking.lives(desk.now):
        return _towards_payment(memory, booking, desk)
    if memory.treatment is None:
        return ask_treatment(memory, desk)
    if memory.when is None or memory.when.date is None:
        return ask_day(memory, desk)
    return offer_times(memory, desk)


def ask_treatment(memory: Memory, desk: Desk, key: str = "") -> Reply:
    """Ask for the treatment: among the candidates if words left several, else by kind."""
    memory.asked = "treatment"
    rows = [row for row in desk.book.treatments if row.id in memory.candidates]
    if rows:
        buttons = tuple(Button(f"treatment:{row.id}", row.name) for row in rows[: CATEGORIES + 2])
        return Reply(say(key or "ask_which"), buttons)
    categories = list(dict.fromkeys(row.category for row in desk.book.treatments))
    buttons = tuple(Button(f"category:{name}", name.replace("_", " & ")) for name in categories[:CATEGORIES])
    return Reply(say(key or "ask_treatment"), (*buttons, Button("pricing", say("button_pricing"))))


def ask_day(memory: Memory, desk: Desk) -> Reply:
    """Ask for the day of the visit."""
    memory.asked = "day"
    treatment = desk.book.treatment(memory.treatment or "")
    return Reply(say("ask_day", treatment=treatment.name, minutes=treatment.minutes), day_buttons(desk))


def ask_again(memory: Memory, desk: Desk) -> Reply:
    """Repeat the question that waits, without looking anything up anew."""
    if memory.asked == "slot" and memory.offered:
        return Reply(say("which_time"), slot_buttons(memory, desk))
    if memory.asked in {"name", "email"}:
        return Reply(say(f"ask_{memory.asked}", first_name=_first_name(memory)))
    booking = current_booking(memory, desk)
    if booking and booking.status == Status.CONFIRMED:
        return Reply(say("anything_else"))
    return next_step(memory, desk)


def take_slot(memory: Memory, start: datetime, desk: Desk) -> Reply:
    """Hold a time; a hold that this visit had before is let go, once the new one stands."""
    if memory.treatment is None:
        return ask_treatment(memory, desk)
    before = current_booking(memory, desk)
    if before and before.starts_at == start and before.lives(desk.now):
        return next_step(memory, desk)
    if before:
        memory.intent += 1
    try:
        booking = desk.hold(_wish_for(memory, desk), start, intent=memory.intent, contact=_contact(memory))
    except (SlotTaken, NotBookable) as refusal:
        return _refused(memory, start, refusal, desk)
    memory.booking_id, memory.offered = str(booking.id), ()
    if before and before.status in WAITING:
        desk.cancel(str(before.id))
    return next_step(memory, desk)


def _wish_for(memory: Memory, desk: Desk) -> Wish:
    """Return the wish without its hours: the time was chosen."""
    wish = wish_of(memory, desk)
    return dataclasses.replace(wish, windows=((desk.now, desk.now),), wanted=None)


def _refused(memory: Memory, start: datetime, refusal: SlotTaken | NotBookable, desk: Desk) -> Reply:
    """Say what happened to the time, and offer what is near it."""
    if isinstance(refusal, SlotTaken):
        sorry = say("taken_meanwhile", moment=say_moment(start, desk.spa, now=desk.now))
    else:
        sorry = say_reason(refusal.reason, desk)  # type: ignore[arg-type]
    instead = offer_times(memory, desk) if memory.when and memory.when.date else ask_day(memory, desk)
    return dataclasses.replace(instead, text=f"{sorry} {instead.text}")


def _towards_payment(memory: Memory, booking: Booking, desk: Desk) -> Reply:
    if not memory.name:
        memory.asked = "name"
        return Reply(say("held_ask_name", **facts_of(booking, desk)))
    if not memory.email:
        memory.asked = "email"
        return Reply(say("ask_email", first_name=_first_name(memory)))
    contact = _contact(memory)
    if contact and booking.contact != contact:
        booking = _give_contact(booking, contact, desk)
    memory.asked = None
    return payment_reply("summary" if booking.tax_cents else "summary_no_tax", booking, desk)


def _give_contact(booking: Booking, contact: Contact, desk: Desk) -> Booking:
    try:
        return desk.give_contact(str(booking.id), contact)
    except WrongState:
        return desk.booking(str(booking.id))


def _contact(memory: Memory) -> Contact | None:
    return Contact(memory.name, memory.email) if memory.name and memory.email else None


def _first_name(memory: Memory) -> str:
    return memory.name.split()[0] if memory.name else ""
