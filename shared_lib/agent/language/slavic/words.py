"""Readings of words that Russian and Ukrainian make alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from shared_lib.agent.language import lexicon as lists
from shared_lib.agent.language.lexicon import Entry, numbered


@dataclass(frozen=True)
class Words:
    """The words of a language for numbers, days, months and parts of the day, in all their forms."""

    zeros: str
    numbers: str
    tens: str
    people: str
    hundreds: str
    nth: str
    thirtieth: str
    endings: Mapping[str, str]
    weekdays: str
    months: str
    lengths: Mapping[str, str]
    parts: Mapping[str, str]

    def lexicon(self) -> dict[str, dict[str, Any]]:
        """Return the readings of each word, by kind."""
        return lists.lexicon(
            lists.zeros(self.zeros),
            lists.numbers(self.numbers),
            lists.tens(self.tens),
            lists.hundreds(self.hundreds),
            lists.ranked("people", self.people, first=2),
            ordinals(self.nth, self.endings),
            ordinals(self.thirtieth, self.endings, first=30),
            lists.ranked("weekday", self.weekdays, first=0),
            lists.ranked("month", self.months),
            lengths(self.lengths),
            parts(self.parts),
            lists.halves(),
        )


def ordinals(stems: str, endings: Mapping[str, str], first: int = 1) -> Iterator[Entry]:
    """Yield `first`, `second` in all their endings, each block of which says how else it may be read: as a day."""
    for n, stem in numbered(stems, first):
        for kind, block in endings.items():
            readings = {"nth": n, kind: n}
            yield from ((stem + ending, readings) for ending in block.split())


def lengths(blocks: Mapping[str, str]) -> Iterator[Entry]:
    """Yield units of time; an hour is told apart, since it is one of the clock too."""
    yield from lists.grouped("unit_of_time", blocks)
    yield from lists.grouped("unit_not_hour", {unit: block for unit, block in blocks.items() if unit != "hour"})


def parts(blocks: Mapping[str, str]) -> Iterator[Entry]:
    """Yield parts of the day, which settle an hour that they stand beside."""
    yield from lists.grouped("part", blocks)
    yield from lists.grouped("part_said", blocks)
