"""Names, e-mail addresses, phones and codes as people type and say them."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from .grammar import Grammar
from .items import Item
from .language import Language

_LONGEST_NAME = 4  # words
_SHORTEST_PHONE, _LONGEST_PHONE, _CODE = 9, 15, 6  # digits
_DIGIT = re.compile(r"\D")


def reading(items: Sequence[Item], kind: str) -> str | None:
    """Return what the first item with such a reading says."""
    return next((str(item.readings[kind]) for item in items if kind in item.readings), None)


def reference_in(items: Sequence[Item]) -> str | None:
    """Return a booking's reference, in its usual spelling."""
    said = reading(items, "reference")
    if said is None:
        return None
    digits = _DIGIT.sub("", said)
    return f"CS-{digits[:4]}-{digits[4:].zfill(6)}"


def phone_in(items: Sequence[Item]) -> str | None:
    """Return a phone number as digits, with its plus if it had one; spoken digit by digit too."""
    said = reading(items, "phone")
    if said:
        return ("+" if said.startswith("+") else "") + _DIGIT.sub("", said)
    longest = max(_runs(items), key=len)
    return longest if _SHORTEST_PHONE <= len(longest) <= _LONGEST_PHONE else None


def code_in(items: Sequence[Item]) -> str | None:
    """Return a code of six digits, typed or spoken one by one."""
    return next((run for run in _runs(items) if len(run) == _CODE), None)


def _runs(items: Sequence[Item]) -> list[str]:
    """Return the digits that stand together, run by run; a spoken `oh` is a zero within one."""
    runs = [""]
    for item in items:
        digits = "0" if item.word in {"oh", "o"} and runs[-1] else _digits(item)
        if digits:
            runs[-1] += digits
        elif item.word not in {"-", "(", ")", "."}:
            runs.append("")
    return runs


def _digits(item: Item) -> str:
    number = item.readings.get("number")
    spoken = str(number) if number in range(10) else ""
    return str(item.readings.get("digits", spoken))


def email_in(items: Sequence[Item], marks: Mapping[str, str], at: str) -> str | None:
    """Return an address, typed, or spoken as `first dot last at gmail dot com`."""
    typed = reading(items, "email")
    if typed:
        return typed.rstrip(".")
    words = [str(item.readings.get("digits", item.word)) for item in items]
    places = [i for i, word in enumerate(words) if word in {at, "@"}]
    for place in reversed(places):
        local, domain = _local(words[:place], marks), _domain(words[place + 1 :], marks)
        if local and "." in domain:
            return f"{local}@{domain}"
    return None


def _local(words: Sequence[str], marks: Mapping[str, str]) -> str:
    """Read backwards from the at: words joined by marks, and letters or digits spelt one by one."""
    parts: list[str] = []
    for word in reversed(words):
        joined = (
            not parts
            or word in marks
            or word in marks.values()
            or parts[-1] in marks.values()
            or _spelt(word, parts[-1])
        )
        if not joined or not (word.isalnum() or word in marks or word in marks.values()):
            break
        parts.append(marks.get(word, word))
    return "".join(reversed(parts)).strip(".-")


def _spelt(word: str, following: str) -> bool:
    """Tell whether letters and digits are spelt out: j o h n 7 at ..."""
    return len(word) == 1 or following.isdigit()


def _domain(words: Sequence[str], marks: Mapping[str, str]) -> str:
    parts: list[str] = []
    for word in words[:9]:
        mark = marks.get(word, word if word in {".", "-"} else "")
        if bool(mark) != bool(parts and parts[-1] not in {".", "-"}):
            break
        parts.append(mark or word)
    return "".join(parts).strip(".-")


def name_in(text: str, items: Sequence[Item], tongue: Language, *, asked: bool) -> str | None:
    """Return a person's name after words such as `my name is`, or alone where a name was asked for."""
    start = _after_leads(items, tongue.leads_when_asked if asked else tongue.leads, asked=asked)
    if start is None:
        return None
    words = list(takewhile(lambda item: _is_of_name(item, tongue.name_ends), items[start:]))
    while words and not words[-1].word[0].isalpha():
        words.pop()
    spoken = [item for item in words if item.word[0].isalpha()]
    if not 1 <= len(spoken) <= _LONGEST_NAME or words[0].word in tongue.not_names:
        return None
    name = text[words[0].start : words[-1].end]
    return name.title() if name.islower() or name.isupper() else name


def _is_of_name(item: Item, ends: frozenset[str]) -> bool:
    if item.word in {"-", "."}:
        return True
    return item.word[0].isalpha() and item.word not in ends and "email" not in item.readings


def _after_leads(items: Sequence[Item], leads: Grammar, *, asked: bool) -> int | None:
    """Return where the words before a name end; at the beginning where a name was asked for and none are there."""
    row, end, at = list(items), None, 0
    while at < len(row):
        found = leads.longest(row, at)
        if found:
            end = at = found.end
        elif end == at and row[at].word in {",", ":"}:
            end = at = at + 1
        elif end is not None:
            break
        else:
            at += 1
    return 0 if end is None and asked else end
