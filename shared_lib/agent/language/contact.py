"""Names, e-mail addresses, phones and codes as people type and say them."""

import re
from collections.abc import Mapping, Sequence

from .grammar import Grammar
from .items import Item

_LONGEST_NAME = 4  # words
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
    best = run = ""
    for item in items:
        number = item.readings.get("number")
        spoken = str(number) if number is not None and number < 10 else "0" if item.word in {"oh", "o"} and run else ""
        digits = str(item.readings.get("digits", spoken))
        run = run + digits if digits else run if item.word in {"-", "(", ")", "."} and run else ""
        best = max(best, run, key=len)
    return best if 9 <= len(best) <= 15 else None


def code_in(items: Sequence[Item]) -> str | None:
    """Return a code of six digits, typed or spoken one by one."""
    run = ""
    for item in items:
        number = item.readings.get("number")
        spoken = str(number) if number is not None and number < 10 else ""
        run = (
            run + str(item.readings.get("digits", spoken))
            if "number" in item.readings or "digits" in item.readings
            else ""
        )
        if len(run) == 6:
            return run
    return None


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


def name_in(
    text: str, items: Sequence[Item], leads: Grammar, stops: frozenset[str], *, bare: bool, never: frozenset[str]
) -> str | None:
    """Return a person's name after words such as `my name is`, or alone where a name was asked for."""
    start = _after_leads(items, leads, keep_going=bare)
    if start is None:
        if not bare:
            return None
        start = 0
    words: list[Item] = []
    for item in items[start:]:
        stops_here = (
            item.word in stops or not item.word[0].isalpha() or "email" in item.readings or "url" in item.readings
        )
        if stops_here and not (words and item.word in {"-", "."}):
            break
        words.append(item)
    spoken = [item for item in words if item.word[0].isalpha()]
    if not 1 <= len(spoken) <= _LONGEST_NAME or spoken[0].word in never:
        return None
    name = text[spoken[0].start : spoken[-1].end]
    return name.title() if name.islower() or name.isupper() else name


def _after_leads(items: Sequence[Item], leads: Grammar, *, keep_going: bool) -> int | None:
    end = None
    at = 0
    while at < len(items):
        found = leads.longest(list(items), at)
        if found:
            end = at = found.end
            continue
        if end == at and items[at].word == ",":
            end = at = at + 1
            continue
        if end is not None or (
            keep_going and at >= 0 and items[at].word[0].isalpha() and not _lead_ahead(items, leads, at)
        ):
            break
        at += 1
    return end


def _lead_ahead(items: Sequence[Item], leads: Grammar, at: int) -> bool:
    return any(leads.longest(list(items), later) for later in range(at + 1, len(items)))
