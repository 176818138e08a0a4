"""Phones, codes and references: digits as people type them in groups and say them one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .items import Item

SHORTEST_PHONE, LONGEST_PHONE, CODE = 9, 15, 6  # digits
_REFERENCE = range(7, 14)  # digits of one: the year and a number
_YEAR = re.compile(r"20\d\d(?!\d)|20\d{5,}")  # what it begins with; 202 555 0142 is a phone
_PLUS = frozenset({"plus", "плюс", "más", "mas", "פלוס"})  # as it is said before the code of a country
_BETWEEN = frozenset({"-", "(", ")", ".", ","})
_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Run:
    """Digits that stand together, and the items that they are in, the last not included."""

    digits: str
    first: int
    last: int
    groups: tuple[int, ...]  # how many digits each item has

    @property
    def kind(self) -> str | None:
        """Tell what so many digits are; six are a code where no time would be said like them."""
        if SHORTEST_PHONE <= len(self.digits) <= LONGEST_PHONE:
            return "phone"
        spelt = set(self.groups) <= {1} or self.groups in {(CODE,), (3, 3)}
        return "code" if len(self.digits) == CODE and spelt else None


def apart(items: Sequence[Item], *, asked: str | None = None) -> list[Item]:
    """Return the items with each phone, code and reference as one of them, which nothing else is read into."""
    made: list[Item] = []
    done = 0
    for run in runs(items):
        named = _spells_cs(items[done : run.first])
        named_so = named or (asked == "reference" and _YEAR.match(items[run.first].word))
        kind = "reference" if named_so and len(run.digits) in _REFERENCE else run.kind
        if asked == "code" and len(run.digits) == CODE:
            kind = "code"
        if kind is None or (run.last - run.first == 1 and kind in items[run.first].readings):
            continue
        abroad = kind == "phone" and run.first > done and items[run.first - 1].word in _PLUS
        first = run.first - (named if kind == "reference" else abroad)
        word = " ".join(item.word for item in items[first : run.last])
        made += items[done:first]
        made.append(Item(word, items[first].start, items[run.last - 1].end, {kind: "+" * abroad + run.digits}))
        done = run.last
    return [*made, *items[done:]]


def _spells_cs(before: Sequence[Item]) -> int:
    """Return in how many items the letters of a reference are spelt at the end."""
    words = [item.word for item in before[-2:]]
    return 2 if words == ["c", "s"] else int(words[-1:] == ["cs"])


def runs(items: Sequence[Item]) -> Iterator[Run]:
    """Yield the digits that stand together, run by run."""
    at = 0
    while at < len(items):
        run = _run_from(items, at)
        if run:
            yield run
        at = run.last if run else at + 1


def _run_from(items: Sequence[Item], first: int) -> Run | None:
    groups: list[int] = []
    digits, last, times = "", first, 1
    for at in range(first, len(items)):
        item = items[at]
        if "repeat" in item.readings:  # double five
            times = item.readings["repeat"]
            continue
        said = spoken_digits(item, after=items[at - 1] if digits else None)
        if said and digits[-1:] == "0" and "unit" in item.readings and "tens" in items[at - 1].readings:
            digits = digits[:-1]  # forty two is 42, not 402
        if said:
            digits, groups, last, times = digits + said * times, [*groups, len(said) * times], at + 1, 1
        elif not digits or item.word not in _BETWEEN:
            break
    return Run(digits, first, last, tuple(groups)) if digits else None


def spoken_digits(item: Item, after: Item | None = None) -> str:
    """Return the digits that an item says, "" for none; `oh` is a zero only after other digits."""
    if "said_zero" in item.readings:
        return "0" if after else ""
    if "phone" in item.readings or "local" in item.readings:
        return _DIGIT.sub("", item.word)
    number = item.readings.get("number")
    return str(item.readings.get("digits", number if number in range(100) else ""))


def phone_in(items: Sequence[Item]) -> str | None:
    """Return a phone number as digits, with its plus if it had one."""
    said = _reading(items, "phone")
    return ("+" if said.startswith("+") else "") + _DIGIT.sub("", said) if said else None


def code_in(items: Sequence[Item]) -> str | None:
    """Return a code of six digits."""
    return _reading(items, "code")


def reference_in(items: Sequence[Item]) -> str | None:
    """Return a booking's reference, in its usual spelling."""
    digits = _DIGIT.sub("", _reading(items, "reference") or "")
    return f"CS-{digits[:4]}-{digits[4:].zfill(6)}" if digits else None


def _reading(items: Sequence[Item], kind: str) -> str | None:
    return next((str(item.readings[kind]) for item in items if kind in item.readings), None)
