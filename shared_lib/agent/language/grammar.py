"""Patterns over items: how tables of rules become facts.

A pattern is a row of elements between blanks: `half past|after <hour> <half>?`.
`a|b` is either word, `<kind>` an item with that reading (its value is captured), `?` may be missing (a missing
`<kind>` is captured as None), `=` in front must be there but is left in place, `..` skips up to six words, `[set]`
stands for the words of that set. A table has a name, and sentences in which its rules apply, parted by slashes; a
sentence may begin with what we asked, by its name: `time: 3`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from .items import Item

Readings = Mapping[str, Any]
Make = Callable[..., Readings | None]
Row = tuple[str, Make]  # a pattern and what makes its facts
_GAP = 6
_PLACE = re.compile(r"=?(?:<\w+>|[^\s<>|?=]+)(?:\|(?:<\w+>|[^\s<>|?]+))*\??|\?|=")
_SET = re.compile(r"\[(\w+)]")


class BadPattern(ValueError):
    """A pattern that cannot be read, and why."""


@dataclass(frozen=True, slots=True)
class Table:
    """A group of rules with its name and its examples."""

    name: str
    examples: tuple[str, ...]
    rows: tuple[Row, ...]


def table(name: str, examples: str, *rows: Row) -> Table:
    """Write a table: its name, its examples parted by slashes, its rules."""
    return Table(name, tuple(examples.split(" / ")) if examples else (), rows)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    words: frozenset[str]
    kinds: frozenset[str]
    optional: bool
    kept: bool
    gap: bool

    def fits(self, item: Item) -> bool:
        """Tell whether the item may stand here."""
        if item.word in self.words:
            return True
        return bool(item.readings and self.kinds) and not self.kinds.isdisjoint(item.readings)

    def value(self, item: Item) -> object:
        """Return what the item says here."""
        return next((value for kind, value in item.readings.items() if kind in self.kinds), item.word)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what makes its fact."""

    pattern: str
    elements: tuple[Element, ...]
    make: Make
    sure: tuple[Element, ...]  # those at its beginning that are never missing

    def may_begin(self, items: Sequence[Item], at: int) -> bool:
        """Tell at a glance whether the rule could fit from an item on; asked a thousand times a sentence."""
        if at + len(self.sure) > len(items):
            return False
        for place, element in enumerate(self.sure, start=at):  # noqa: SIM110 -- twice as fast as all()
            if not element.fits(items[place]):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that fits: from which item to which, which of these it stands for, and the facts."""

    begin: int
    end: int
    first: int
    last: int
    readings: Mapping[str, Any]
    rule: Rule


class Grammar:
    """One pass of rules, indexed by what they begin with."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_word: dict[str, list[Rule]] = {}
        self._by_kind: dict[str, list[Rule]] = {}
        self.rules = tuple(_rule(pattern, make) for pattern, make in rows)
        for rule in self.rules:
            self._index(rule)

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

    def longest(self, items: Sequence[Item], at: int) -> Found | None:
        """Return the longest phrase that begins at an item; of equals, the one first in the table."""
        best: Found | None = None
        for rule in self.beginning_at(items, at):
            for end, captures, (first, last) in ways(rule.elements, items, at):
                if best and end <= best.end:
                    continue
                readings = rule.make(*captures)
                if readings is not None:
                    best = Found(at, end, first, last, readings, rule)
        return best

    def beginning_at(self, items: Sequence[Item], at: int) -> Sequence[Rule]:
        """Return the rules that could fit from an item on."""
        item = items[at]
        rules: Sequence[Rule] = self._by_word.get(item.word, ())
        if item.readings:
            rules = [*rules, *(rule for kind in item.readings for rule in self._by_kind.get(kind, ()))]
        return [rule for rule in rules if rule.may_begin(items, at)] if rules else ()


def filled(pattern: str, sets: Mapping[str, str]) -> str:
    """Return a pattern with the words of each set that it names in brackets: `[good]` is `good|fine`."""
    if "[" not in pattern:
        return pattern
    unknown = next((name for name in _SET.findall(pattern) if name not in sets), None)
    if unknown:
        raise BadPattern(f"there is no set [{unknown}]")
    return _SET.sub(lambda named: "|".join(sets[named[1]].split()), pattern)


def spoken(shared: Table, sets: Mapping[str, str], examples: str) -> Table:
    """Return a table that several languages share, with the words and the examples of one of them."""
    rows = []
    for pattern, make in shared.rows:
        try:
            rows.append((filled(pattern, sets), make))
        except BadPattern as trouble:
            raise BadPattern(f"{shared.name}, `{pattern}`: {trouble}") from None
    return table(shared.name, examples, *rows)


def marked(kind: str) -> Make:
    """Make a phrase that is only a sign of something, such as a correction."""
    return lambda *_: {kind: True}


def kept(kind: str) -> Make:
    """Keep the one thing captured under another name."""
    return lambda value: {kind: value}


def said(kind: str, value: object) -> Make:
    """Make a phrase that always says the same."""
    return lambda *_: {kind: value}


def needed(*names: str) -> Make:
    """Make a phrase that tells what hurts, and names what would help only where nothing else is named."""
    return lambda *_: {"names": names, "need": True}


def words(block: str) -> frozenset[str]:
    """Return the words of a block of text."""
    return frozenset(block.split())


def _rule(pattern: str, make: Make) -> Rule:
    elements = elements_of(pattern)
    return Rule(pattern, elements, make, tuple(takewhile(lambda element: not element.optional, elements)))


@cache
def elements_of(pattern: str) -> tuple[Element, ...]:
    """Read a pattern; raise BadPattern."""
    elements = tuple(_element(text) for text in pattern.split())
    if not any(element.words or element.kinds for element in elements):
        raise BadPattern("it has no word")
    return elements


def _element(text: str) -> Element:
    if text == "..":
        return Element(frozenset(), frozenset(), optional=True, kept=False, gap=True)
    if not _PLACE.fullmatch(text):
        raise BadPattern(f"`{text}` cannot be read")
    kept, optional = text.startswith("="), text.endswith("?") and len(text) > 1
    choices = text.removeprefix("=").removesuffix("?" if optional else "").split("|")
    kinds = frozenset(choice[1:-1] for choice in choices if choice.startswith("<"))
    return Element(frozenset(c for c in choices if not c.startswith("<")), kinds, optional, kept, gap=False)


def _room(items: Sequence[Item], here: int) -> int:
    """Return how many words a gap may skip; it stays within its clause."""
    ahead = items[here : here + _GAP]
    return next((n for n, item in enumerate(ahead) if item.word in {"^", "$"}), len(ahead))


Way = tuple[int, tuple[object, ...], tuple[int, int]]


def ways(elements: Sequence[Element], items: Sequence[Item], at: int) -> Iterator[Way]:
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
