"""What lies on the table: times and days as buttons."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.dialogue_state import DialogueState, OfferedTime
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import day_of, with_whom
from shared_lib.availability.slots import Slot
from shared_lib.kernel.locales.sentence_writer import capitalised

DAYS = 4
"""How many days are shown as buttons at most."""
NAMES = "~"
"""Parts the instant of a button from the names on it, and these from one another."""


def show_options(
    state: DialogueState, slots: Sequence[Slot], text: str, services: DialogueServices, *, proposed: bool
) -> Reply:
    """Put times on the table; where the first was `proposed` in words, a plain yes means it."""
    state.clear_options("slot")
    state.offered, state.proposed = tuple(_offer(slot) for slot in slots), proposed
    return Reply(text, (*_times(state, services, with_day=_several_days(state, services)), *_ways_on(state, services)))


def _offer(slot: Slot) -> OfferedTime:
    return OfferedTime(slot.starts_at, tuple(dict.fromkeys(slot.technicians)))


def _several_days(state: DialogueState, services: DialogueServices) -> bool:
    return len({services.spa.wall(offer.starts_at).date() for offer in state.offered}) > 1


def _times(state: DialogueState, services: DialogueServices, *, with_day: bool) -> list[Button]:
    """Return a button for each time: it says with whom, and carries it."""
    return [
        Button(
            slot_id(offer),
            capitalised(slot_label(offer.starts_at, services, with_day=with_day))
            + with_whom(offer.technicians, services),
        )
        for offer in state.offered
    ]


def _ways_on(state: DialogueState, services: DialogueServices) -> tuple[Button, ...]:
    wished = any(item.technicians or item.gender for item in state.items)
    kinds = ("other_times", "other_day", *(("anyone",) if wished else ()), "pricing")
    return tuple(Button(kind, services.say(f"button_{kind}")) for kind in kinds)


def slot_id(offer: OfferedTime) -> str:
    """Return what comes back when a time is pressed: the instant, and who was named beside it."""
    return f"slot:{NAMES.join((offer.starts_at.isoformat(), *offer.technicians))}"


def read_slot(value: str) -> OfferedTime:
    """Return the time that was pressed; raise ValueError for what is none."""
    instant, *names = value.split(NAMES)
    return OfferedTime(datetime.fromisoformat(instant), tuple(names))


def slot_label(start: datetime, services: DialogueServices, *, with_day: bool) -> str:
    """Return `3:00 PM`, or `Friday 27 November, 3:00 PM`."""
    clock = services.voice.time(start)
    return f"{day_of(start, services)}, {clock}" if with_day else clock


def slot_buttons(state: DialogueState, services: DialogueServices) -> tuple[Button, ...]:
    """Return the times that are on the table, and the ways on."""
    return (*_times(state, services, with_day=True), *_ways_on(state, services))


def yes_or_keep(deed: str, services: DialogueServices) -> tuple[Button, ...]:
    """Return the two answers to the question whether a visit shall be cancelled or moved."""
    return Button(f"yes_{deed}", services.say(f"button_yes_{deed}")), Button("keep", services.say("button_keep"))


def day_buttons(services: DialogueServices) -> tuple[Button, ...]:
    """Return the next days that a guest may book."""
    today = services.spa.today(services.now)
    count = min(DAYS, (services.last_day - today).days + 1)
    days = [today + timedelta(days=n) for n in range(count)]
    near = {0: services.say("button_today"), 1: services.say("button_tomorrow")}
    labels = [near.get(n) or capitalised(services.voice.date(day)) for n, day in enumerate(days)]
    return tuple(Button(f"day:{day}", label) for day, label in zip(days, labels, strict=True))
