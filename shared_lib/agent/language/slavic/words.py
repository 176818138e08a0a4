"""Readings of words that Russian and Ukrainian make alike."""

from collections.abc import Iterator, Mapping

from shared_lib.agent.language.inflection import numbered
from shared_lib.agent.language.lexicon import Entry, grouped


def ordinals(stems: str, endings: Mapping[str, str], first: int = 1) -> Iterator[Entry]:
    """Yield `first`, `second` in all their endings, each block of which says how else it may be read: as a day."""
    for n, stem in numbered(stems, first):
        for kind, block in endings.items():
            readings = {"nth": n, kind: n}
            yield from ((stem + ending, readings) for ending in block.split())


def lengths(blocks: Mapping[str, str]) -> Iterator[Entry]:
    """Yield units of time; an hour is told apart, since it is one of the clock too."""
    yield from grouped("unit_of_time", blocks)
    yield from grouped("unit_not_hour", {unit: block for unit, block in blocks.items() if unit != "hour"})


def parts(blocks: Mapping[str, str]) -> Iterator[Entry]:
    """Yield parts of the day, which settle an hour that they stand beside."""
    yield from grouped("part", blocks)
    yield from grouped("part_said", blocks)
