"""What lies on the table: times and days as buttons."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.wording import day_of, with_whom
from shared_lib.agent.replies import say
from shared_lib.domain.availability.offers import Offer
from shared_lib.domain.wording import say_time

DAYS = 4
"""How many days are shown as buttons at most."""


def lay_out(memory: Memory, offers: Sequence[Offer], text: str, desk: Desk, *, proposed: bool) -> Reply:
    """Put times on the table; where the first was `proposed` in words, a plain yes means it."""
    memory.clear_table("slot")
    memory.offered, memory.proposed = tuple(offer.starts_at for offer in offers), proposed
    several_days = len({desk.spa.wall(start).date() for start in memory.offered}) > 1
    buttons = [_button(offer, desk, with_day=several_days) for offer in offers]
    return Reply(text, (*buttons, *_ways_on(memory)))


def _button(offer: Offer, desk: Desk, *, with_day: bool) -> Button:
    label = slot_label(offer.starts_at, desk, with_day=with_day)
    return Button(slot_id(offer.starts_at), label + with_whom(offer.technicians))


def _ways_on(memory: Memory) -> tuple[Button, ...]:
    kinds = ("other_times", "other_day", *(("anyone",) if memory.technician or memory.gender else ()), "pricing")
    return tuple(Button(kind, say(f"button_{kind}")) for kind in kinds)


def slot_id(start: datetime) -> str:
    """Return what comes back when a time is pressed."""
    return f"slot:{start.isoformat()}"


def slot_label(start: datetime, desk: Desk, *, with_day: bool) -> str:
    """Return `3:00 PM`, or `Friday 27 November, 3:00 PM`."""
    clock = say_time(start, desk.spa)
    return f"{day_of(start, desk)}, {clock}" if with_day else clock


def slot_buttons(memory: Memory, desk: Desk) -> tuple[Button, ...]:
    """Return the times that are on the table, and the ways on."""
    times = (Button(slot_id(start), slot_label(start, desk, with_day=True)) for start in memory.offered)
    return (*times, *_ways_on(memory))


def yes_or_keep(deed: str) -> tuple[Button, ...]:
    """Return the two answers to the question whether a visit shall be cancelled or moved."""
    return Button(f"yes_{deed}", say(f"button_yes_{deed}")), Button("keep", say("button_keep"))


def day_buttons(desk: Desk) -> tuple[Button, ...]:
    """Return the next days that a guest may book."""
    today = desk.spa.today(desk.now)
    count = min(DAYS, (desk.last_day - today).days + 1)
    days = [today + timedelta(days=n) for n in range(count)]
    named = {0: say("button_today"), 1: say("button_tomorrow")}
    labels = [named.get(n) or day_of(desk.spa.midnight(day), desk) for n, day in enumerate(days)]
    return tuple(Button(f"day:{day}", label) for day, label in zip(days, labels, strict=True))
