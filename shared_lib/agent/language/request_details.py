"""What a sentence says besides times: treatments, people, lengths, choices."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .items import Item
from .meaning import Choice
from .time_builders import minutes_of

LONGEST_VISIT = 600  # minutes
LARGEST_PARTY = 50
LONGEST_LIST = 20
_REFUSES = frozenset({"refuses", "rejects"})
_TIMES = frozenset({"day", "clock", "window", "bound"})


def first(items: Iterable[Item], kind: str) -> Any:  # noqa: ANN401 -- each kind has its own type
    """Return the first reading of a kind, None where there is none."""
    return next((item.readings[kind] for item in items if kind in item.readings), None)


def minutes_in(items: Sequence[Item]) -> int | None:
    """Return the length wished for, in minutes."""
    spans = (item.readings["length"] for item in items if "length" in item.readings)
    return next((minutes for minutes in map(minutes_of, spans) if minutes and minutes <= LONGEST_VISIT), None)


def party_in(items: Sequence[Item], parsed: Sequence[Item], *, asked: str | None) -> int | None:
    """Return how many come; `for two` counts where it was not a time, any number where we asked how many."""
    said = first(reversed(items), "party")
    if said is None and asked == "party":
        said = first(items, "number")
    if said is None:
        at_times = [item for item in parsed if _TIMES & item.readings.keys()]
        said = first(_not_in(items, at_times), "maybe_party")
    return said if said is not None and 0 < said <= LARGEST_PARTY else None


def _not_in(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """Return the items of which no word is in one of the others."""
    return [item for item in items if not any(o.start < item.end and item.start < o.end for o in others)]


def _wanted(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items that no phrase before or after them refuses."""
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        refused = (before and _REFUSES & before.readings.keys()) or (after and "refused" in after.readings)
        if not refused:
            yield item


def _corrected(items: Iterable[Item], corrections: frozenset[str]) -> Choice | None:
    """Return the first choice, or the one that corrects it: the first, no, the second."""
    said: Choice | None = None
    corrected = False
    for item in items:
        if "choice" in item.readings and (said is None or corrected):
            said, corrected = item.readings["choice"], False
        elif item.word in corrections:
            corrected = True
    return said


def beyond_choice(items: Sequence[Item], parsed: Sequence[Item], turning: frozenset[str]) -> list[Item]:
    """Return what is said after a choice and a but: `the second is fine, but what about tomorrow`."""
    chosen = max((item.end for item in items if "choice" in item.readings), default=0)
    turns = (n for n, item in enumerate(parsed) if item.start >= chosen and item.word in turning)
    return list(parsed[next(turns, len(parsed)) :])


def choice_in(
    items: Sequence[Item], parsed: Sequence[Item], corrections: frozenset[str], *, asked: str | None
) -> Choice | None:
    """Return which of the things offered is meant; a bare number counts where a list was offered."""
    listed = asked in {"slot", "treatment", "add_on"}
    free = items if listed else _not_in(items, [item for item in parsed if _TIMES & item.readings.keys()])
    said = _corrected(_wanted(free), corrections)
    if said is None and listed:
        number = first(items, "number") or first(items, "nth") or first(items, "ordinal")
        alone = sum(item.word[0].isalnum() for item in items) == 1
        return Choice(number=number) if number and number <= LONGEST_LIST and alone else None
    return said
