"""Patterns over items: how tables of phrases become facts.

A pattern is a row of elements between blanks: `half past|after <hour> <half>?`.
`a|b` is either word, `<kind>` an item with that reading (its value is captured), `?` may be missing (a missing
`<kind>` is captured as None), `=` in front must be there but is left in place, `..` skips up to four words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .items import Item

Readings = Mapping[str, Any]
Make = Callable[..., Readings | None]
_GAP = 4


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    words: frozenset[str]
    kinds: tuple[str, ...]
    optional: bool
    kept: bool
    gap: bool

    def fits(self, item: Item) -> bool:
        """Tell whether the item may stand here."""
        return item.word in self.words or any(kind in item.readings for kind in self.kinds)

    def value(self, item: Item) -> object:
        """Return what the item says here."""
        return next((item.readings[kind] for kind in self.kinds if kind in item.readings), item.word)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what makes its fact."""

    elements: tuple[Element, ...]
    make: Make
    place: int


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that fits: from which item to which, which of these it stands for, and the facts."""

    begin: int
    end: int
    first: int
    last: int
    readings: Mapping[str, Any]


class Grammar:
    """One table of rules, indexed by what they begin with."""

    def __init__(self, table: Iterable[tuple[str, Make]]) -> None:
        self._by_word: dict[str, list[Rule]] = {}
        self._by_kind: dict[str, list[Rule]] = {}
        for place, (pattern, make) in enumerate(table):
            self._index(Rule(tuple(_element(text) for text in pattern.split()), make, place))

    def _index(self, rule: Rule) -> None:
        for element in rule.elements:
            for word in element.words:
                self._by_word.setdefault(word, []).append(rule)
            for kind in element.kinds:
                self._by_kind.setdefault(kind, []).append(rule)
            if not element.optional:
                return

    def rewrite(self, items: list[Item]) -> list[Item]:
        """Replace, from left to right, the longest phrases by one item each."""
        made: list[Item] = []
        done = at = 0
        while at < len(items):
            found = self.longest(items, at)
            if found is None or found.first < done:
                at += 1
                continue
            made += items[done : found.first]
            first, last = items[found.first], items[found.last - 1]
            word = " ".join(item.word for item in items[found.first : found.last])
            made.append(Item(word, first.start, last.end, found.readings))
            done = found.last
            at = max(found.last, at + 1)
        return made + items[done:]

    def longest(self, items: list[Item], at: int) -> Found | None:
        """Return the longest phrase that begins at an item; of equals, the one first in the table."""
        best: Found | None = None
        for rule in self._beginning_with(items[at]):
            for end, captures, (first, last) in _ways(rule.elements, items, at):
                if best and end <= best.end:
                    continue
                readings = rule.make(*captures)
                if readings is not None:
                    best = Found(at, end, first, last, readings)
        return best

    def everywhere(self, items: list[Item]) -> Iterator[Found]:
        """Yield each phrase of the table that is anywhere in the sentence, overlapping ones too."""
        for at, item in enumerate(items):
            for rule in self._beginning_with(item):
                way = next(_ways(rule.elements, items, at), None)
                readings = rule.make(*way[1]) if way else None
                if way and readings is not None:
                    yield Found(at, way[0], *way[2], readings)

    def _beginning_with(self, item: Item) -> list[Rule]:
        rules = self._by_word.get(item.word, [])
        for kind in item.readings:
            more = self._by_kind.get(kind)
            rules = rules + more if more else rules
        return rules


def words(block: str) -> frozenset[str]:
    """Return the words of a block of text."""
    return frozenset(block.split())


def _element(text: str) -> Element:
    if text == "..":
        return Element(frozenset(), (), optional=True, kept=False, gap=True)
    kept, optional = text.startswith("="), text.endswith("?") and len(text) > 1
    choices = text.removeprefix("=").removesuffix("?" if optional else "").split("|")
    kinds = tuple(choice[1:-1] for choice in choices if choice.startswith("<"))
    return Element(frozenset(c for c in choices if not c.startswith("<")), kinds, optional, kept, gap=False)


def _room(items: list[Item], here: int) -> int:
    """Return how many words a gap may skip; it stays within its clause."""
    ahead = items[here : here + _GAP]
    return next((n for n, item in enumerate(ahead) if item.word in {"^", "$"}), len(ahead))


type_of_way = tuple[int, tuple[object, ...], tuple[int, int]]


def _ways(elements: tuple[Element, ...], items: list[Item], at: int) -> Iterator[type_of_way]:
    """Yield each way in which the elements fit from an item on: the end, the captures, and the items stood for."""
    stack: list[tuple[int, int, tuple[object, ...], tuple[int, int]]] = [(0, at, (), (-1, at))]
    while stack:
        place, here, captures, covered = stack.pop()
        if place == len(elements):
            yield here, captures, (at if covered[0] < 0 else covered[0], covered[1])
            continue
        element = elements[place]
        if element.gap:
            stack += [(place + 1, here + n, captures, covered) for n in range(_room(items, here), -1, -1)]
            continue
        if element.optional:
            missing = captures + (None,) * bool(element.kinds and not element.kept)
            stack.append((place + 1, here, missing, covered))
        if here < len(items) and element.fits(items[here]):
            got = (*captures, element.value(items[here])) if element.kinds and not element.kept else captures
            first = covered[0] if element.kept or covered[0] >= 0 else here
            stack.append((place + 1, here + 1, got, covered if element.kept else (first, here + 1)))
