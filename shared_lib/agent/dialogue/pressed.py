"""What a pressed button means; its id comes from outside and is read with care."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from shared_lib.agent.dialogue import changes, questions
from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.hearing import choose_treatment
from shared_lib.agent.dialogue.memory import Memory
from shared_lib.agent.dialogue.steps import ask_again, ask_day, ask_treatment, next_step, take_slot
from shared_lib.agent.dialogue.times import merge
from shared_lib.agent.language import Meaning, When
from shared_lib.domain.errors import BadInput

Press = Callable[[Memory, str, Desk], list[Reply]]


def press(memory: Memory, choice: str, desk: Desk) -> list[Reply]:
    """Do what a button says; raise BadInput for one that we never drew."""
    kind, _, value = choice.partition(":")
    if kind not in BUTTONS:
        raise BadInput("choice", "is no button of ours")
    try:
        return BUTTONS[kind](memory, value, desk)
    except ValueError as error:
        raise BadInput("choice", "is no button of ours") from error


def _slot(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    start = datetime.fromisoformat(value)
    if start.tzinfo is None:
        raise ValueError(value)
    return [take_slot(memory, start.astimezone(UTC), desk)]


def _treatment(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    choose_treatment(memory, [row for row in desk.book.treatments if row.id == value])
    return [next_step(memory, desk)]


def _category(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    rows = [row for row in desk.book.treatments if row.category == value]
    if not rows:
        raise ValueError(value)
    choose_treatment(memory, rows)
    return [next_step(memory, desk)]


def _day(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    memory.when = merge(memory.when, When(date=date.fromisoformat(value)))
    return [next_step(memory, desk)]


def _pricing(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    del value
    return [Reply(questions.answer_price(memory, Meaning(), desk)), ask_again(memory, desk)]


def _other_times(memory: Memory, value: str, desk: Desk) -> list[Reply]:
    """Keep the treatment, ask for another day."""
    del value
    memory.when = None
    memory.offered = ()
    return [ask_day(memory, desk) if memory.treatment else ask_treatment(memory, desk)]


BUTTONS: Mapping[str, Press] = {
    "slot": _slot,
    "treatment": _treatment,
    "category": _category,
    "day": _day,
    "pricing": _pricing,
    "other_times": _other_times,
    "look_again": lambda memory, value, desk: [next_step(memory, desk)],  # noqa: ARG005
    "cancel": lambda memory, value, desk: [changes.wish_to_cancel(memory, desk)],  # noqa: ARG005
    "yes_cancel": lambda memory, value, desk: [changes.cancel(memory, desk)],  # noqa: ARG005
    "keep": lambda memory, value, desk: [changes.keep(memory, desk)],  # noqa: ARG005
}
