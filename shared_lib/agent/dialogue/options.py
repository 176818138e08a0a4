"""What lies on the table: times and days as buttons."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import day_of, with_whom
from shared_lib.agent.replies import say
from shared_lib.availability.slots import Slot
from shared_lib.kernel.formatting import say_time

DAYS = 4
"""How many days are shown as buttons at most."""


def show_options(
    state: DialogueState, slots: Sequence[Slot], text: str, services: DialogueServices, *, proposed: bool
) -> Reply:
    """Put times on the table; where the first was `proposed` in words, a plain yes means it."""
    state.clear_options("slot")
    state.offered, state.proposed = tuple(slot.starts_at for slot in slots), proposed
    several_days = len({services.spa.wall(start).date() for start in state.offered}) > 1
    buttons = [_button(slot, services, with_day=several_days) for slot in slots]
    return Reply(text, (*buttons, *_ways_on(state)))


def _button(slot: Slot, services: DialogueServices, *, with_day: bool) -> Button:
    label = slot_label(slot.starts_at, services, with_day=with_day)
    return Button(slot_id(slot.starts_at), label + with_whom(slot.technicians))


def _ways_on(state: DialogueState) -> tuple[Button, ...]:
    kinds = ("other_times", "other_day", *(("anyone",) if state.technician or state.gender else ()), "pricing")
    return tuple(Button(kind, say(f"button_{kind}")) for kind in kinds)


def slot_id(start: datetime) -> str:
    """Return what comes back when a time is pressed."""
    return f"slot:{start.isoformat()}"


def slot_label(start: datetime, services: DialogueServices, *, with_day: bool) -> str:
    """Return `3:00 PM`, or `Friday 27 November, 3:00 PM`."""
    clock = say_time(start, services.spa)
    return f"{day_of(start, services)}, {clock}" if with_day else clock


def slot_buttons(state: DialogueState, services: DialogueServices) -> tuple[Button, ...]:
    """Return the times that are on the table, and the ways on."""
    times = (Button(slot_id(start), slot_label(start, services, with_day=True)) for start in state.offered)
    return (*times, *_ways_on(state))


def yes_or_keep(deed: str) -> tuple[Button, ...]:
    """Return the two answers to the question whether a visit shall be cancelled or moved."""
    return Button(f"yes_{deed}", say(f"button_yes_{deed}")), Button("keep", say("button_keep"))


def day_buttons(services: DialogueServices) -> tuple[Button, ...]:
    """Return the next days that a guest may book."""
    today = services.spa.today(services.now)
    count = min(DAYS, (services.last_day - today).days + 1)
    days = [today + timedelta(days=n) for n in range(count)]
    named = {0: say("button_today"), 1: say("button_tomorrow")}
    labels = [named.get(n) or day_of(services.spa.midnight(day), services) for n, day in enumerate(days)]
    return tuple(Button(f"day:{day}", label) for day, label in zip(days, labels, strict=True))
