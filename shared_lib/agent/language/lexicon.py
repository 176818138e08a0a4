"""The words of a language: their forms, and the readings that they have by themselves."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import dedent
from typing import Any

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


def forms(block: str) -> dict[str, str]:
    """Return each form with the one that the tables use: `запис ь и ью` is запись, записи and записью.

    A line is a stem and its endings, `-` where there is none; the first form is the one of the tables.
    """
    found: dict[str, str] = {}
    for line in block.strip().splitlines():
        stem, *endings = line.split()
        first, *others = (stem + ending.removeprefix("-") for ending in endings)
        found |= {form: first for form in others if form != first}
    return found


def alike(block: str) -> dict[str, str]:
    """Return each word with the first of its line, which is the one of the tables; deeper lines go on."""
    words: list[list[str]] = []
    for line in dedent(block.strip("\n")).splitlines():
        if line.startswith(" "):
            words[-1] += line.split()
        elif line.strip():
            words.append(line.split())
    return {word: first for first, *others in words for word in others}


def numbered(block: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the words of a block with their numbers; slashes and line ends part the numbers."""
    rows = [row for line in block.strip().splitlines() for row in line.split("/")]
    yield from ((n, word) for n, row in enumerate(rows, start=first) for word in row.split())
