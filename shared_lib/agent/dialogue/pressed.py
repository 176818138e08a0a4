"""What a pressed button means; its id comes from outside and is read with care."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from shared_lib.agent.dialogue import changes, moving, prices
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.hearing import choose_treatment
from shared_lib.agent.dialogue.holding import take_slot, wish_again
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.more_times import more_times
from shared_lib.agent.dialogue.steps import ask_again, ask_day, ask_treatment, living_hold, next_step
from shared_lib.agent.dialogue.times import merge
from shared_lib.agent.language import When
from shared_lib.domain.errors import BadInput

Press = Callable[[Memory, str, Desk], list[Reply]]


def press(memory: Memory, choice: str, desk: Desk) -> list[Reply]:
    """Do what a button says; raise BadInput for one that we never drew."""
    kind, _, value = choice.partition(":")
    if kind not in BUTTONS:
        raise BadInput("choice", "is no button of ours")
    try:
        return BUTTONS[kind](memory, value, desk)
    except (ValueError, OverflowError) as error:
        raise BadInput("choice", "is no button of ours") from error


def _slot(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    start = datetime.fromisoformat(value)
    if start.tzinfo is None or start.second or start.microsecond:
        raise ValueError(value)
    return [take_slot(memory, start.astimezone(UTC), desk)]


def _treatment(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    return _choose(memory, [row.id for row in desk.book.treatments if row.id == value], desk)


def _category(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    return _choose(memory, [row.id for row in desk.book.treatments if row.category == value], desk)


def _choose(memory: Memory, ids: list[str], desk: Desk) -> list[Reply]:
    if not ids:
        raise ValueError(ids)
    choose_treatment(memory, [row for row in desk.book.treatments if row.id in ids])
    return [wish_again(memory, desk, firmly=True)]


def _day(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    memory.when = merge(memory.when, When(date=date.fromisoformat(value)))
    return [wish_again(memory, desk, firmly=True)]


def _pricing(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    del value
    return [Reply(prices.answer_price(memory, (), desk)), ask_again(memory, desk)]


def _membership(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    del value
    return [Reply(prices.membership(desk, with_price=False)), ask_again(memory, desk)]


def _other_times(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    """Show other times of the day on the table; without a table, ask for the day."""
    if not memory.offered or memory.treatment is None:
        return _other_day(memory, value, desk)
    return [more_times(memory, desk, mine=living_hold(memory, desk) or moving.moving(memory, desk))]


def _other_day(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    """Keep the treatment and the hour, ask for another day."""
    del value
    return [ask_day(memory, desk) if memory.treatment else ask_treatment(memory, desk)]


def _anyone(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    del value
    memory.technician, memory.gender = None, None
    return [wish_again(memory, desk, firmly=True)]


def _yes_cancel(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    """Cancel after the question only: pressed without it, the question comes first."""
    del value
    asked = memory.asked == "confirm_cancel"
    return [changes.cancel(memory, desk) if asked else changes.wish_to_cancel(memory, desk)]


def _yes_move(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    """Move after the question only: pressed without it, nothing moves."""
    del value
    booking = moving.moving(memory, desk)
    asked = booking is not None and memory.asked == "confirm_move"
    return [moving.move(memory, booking, desk) if booking and asked else ask_again(memory, desk)]


BUTTONS: Mapping[str, Press] = {
    "slot": _slot,
    "treatment": _treatment,
    "category": _category,
    "day": _day,
    "pricing": _pricing,
    "membership": _membership,
    "other_times": _other_times,
    "other_day": _other_day,
    "anyone": _anyone,
    "look_again": lambda memory, value, desk: [next_step(memory, desk)],  # noqa: ARG005
    "cancel": lambda memory, value, desk: [changes.wish_to_cancel(memory, desk)],  # noqa: ARG005
    "yes_cancel": _yes_cancel,
    "yes_move": _yes_move,
    "keep": lambda memory, value, desk: [changes.keep(memory, desk)],  # noqa: ARG005
}
