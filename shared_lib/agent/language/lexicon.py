"""The readings that words have by themselves, made from a language's lists."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .inflection import numbered
from .items import UNITS, numeral

Entry = tuple[str, dict[str, Any]]


def lexicon(*lists: Iterable[Entry]) -> dict[str, dict[str, Any]]:
    """Return the readings of each word, by kind; a word of several lists has those of all."""
    words: dict[str, dict[str, Any]] = {}
    for entries in lists:
        for word, readings in entries:
            words.setdefault(word, {}).update(readings)
    return words


def zeros(words: str) -> Iterator[Entry]:
    """Yield words for nothing."""
    yield from ((word, numeral(0, two_digits=False)) for word in words.split())


def numbers(block: str) -> Iterator[Entry]:
    """Yield the numbers from one on, in their order."""
    for n, word in numbered(block):
        yield word, numeral(n, two_digits=n > UNITS) | ({"unit": n} if n <= UNITS else {})


def tens(block: str) -> Iterator[Entry]:
    """Yield twenty, thirty and so on, in their order."""
    yield from ((word, {"tens": 10 * n, **numeral(10 * n, two_digits=True)}) for n, word in numbered(block, first=2))


def hundreds(words: str) -> Iterator[Entry]:
    """Yield words for a hundred."""
    yield from ((word, {"hundred": 100, **numeral(100, two_digits=False)}) for word in words.split())


def ranked(kind: str, block: str, first: int = 1) -> Iterator[Entry]:
    """Yield words that stand for their place in a row: weekdays from 0, months, `first`, `second`."""
    yield from ((word, {kind: n}) for n, word in numbered(block, first=first))


def grouped(kind: str, groups: Mapping[Any, str]) -> Iterator[Entry]:
    """Yield words that stand for what they are listed under: `minutes` for a minute."""
    yield from ((word, {kind: meant}) for meant, block in groups.items() for word in block.split())


def halves() -> Iterator[Entry]:
    """Yield am and pm, which are written so in any language."""
    yield from ((half, {"half": half}) for half in ("am", "pm"))
