"""A sentence as a row of items: words at first, then whatever the grammar makes of them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .clock import DAY, HOUR

LONGEST_MONTH = 31
LONGEST_NUMBER = 6  # digits
UNITS = 9  # numbers of one digit, from 1
LONGEST_TEXT = 2000  # characters of one message that are looked at
LONGEST = 120  # items of one message that are looked at, from its beginning

_TOKEN = re.compile(
    r"(?P<reference>\bcs[- ]?\d{4}[- ]?\d{3,9}\b)"
    r"|(?P<email>[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    r"|(?P<card>(?<![\d-])(?:\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![\d-]))"
    r"|(?P<local>(?<![\d-])\d{3}-\d{4}(?![\d-]))"
    r"|(?P<amount>(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,]))"
    r"|(?P<ymd>(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<slashed>(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?(?![\d/])"
    r"|(?<![\d.-])\d{1,2}(?P<parting>[.-])\d{1,2}(?P=parting)(?:\d{4}|\d{2})(?![\d.-]))"
    r"|(?P<phone>(?<![\w+])\+?\(?\d(?:[\s().-]{0,2}\d){8,14}(?!\d))"
    r"|(?P<hm>(?<![\d.:$€£])\d{1,2}[:.]\d{2}(?::\d{2})?(?![\d:%])|(?<!\d)\d{1,2}h\d{2}(?!\d))"
    r"|(?P<half_typed>(?<![\d.:])\d{1,2}:\d(?!\d))"
    r"|(?P<digits>\d+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_QUOTES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'", "\u2013": "-", "\u2014": "-", "\u00a0": " "}
)
_UNSEEN = frozenset({"Cf", "Cc", "Mn", "Co", "Cs"})  # categories of characters
_TONES = frozenset("\u2640\u2642\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")  # of pictures of people


@dataclass(slots=True)
class Item:
    """A piece of the sentence: its lower-case word, its readings by kind, and where it stands in the text."""

    word: str
    start: int
    end: int
    readings: Mapping[str, Any] = field(default_factory=dict)


def cleaned(text: str) -> str:
    """Return the text without links and invisible characters, in one spelling of quotes, dashes and wide letters."""
    plain = _LINK.sub(" ", unicodedata.normalize("NFKC", text[:LONGEST_TEXT])[:LONGEST_TEXT].translate(_QUOTES))
    return "".join(c for c in plain if c in "\n\t" or not (c in _TONES or unicodedata.category(c) in _UNSEEN))


def items_of(text: str, lexicon: Mapping[str, Mapping[str, Any]]) -> list[Item]:
    """Cut a cleaned text into items and give each word the readings that the lexicon knows."""
    items: list[Item] = []
    for found in _TOKEN.finditer(text):
        word = found.group().lower()
        kind = found.lastgroup or "mark"
        readings = lexicon.get(word) if kind in {"word", "mark"} else _shape(kind, word)
        items.append(Item(word, found.start(), found.end(), readings or {}))
        if len(items) == LONGEST:
            break
    return items


def numeral(number: int, *, two_digits: bool) -> dict[str, Any]:
    """Return the readings of a number: what it could be as an hour, a minute, a day of a month."""
    readings: dict[str, Any] = {"number": number}
    if number <= DAY:
        readings["hour"] = number
    if number < HOUR and two_digits:
        readings["minute"] = number
    if 1 <= number <= LONGEST_MONTH:
        readings["mday"] = number
    return readings


def _shape(kind: str, word: str) -> dict[str, Any]:
    if kind == "digits":
        return _digits(word)
    if kind == "hm":
        hour, minute = (int(part) for part in re.split("[:.h]", word)[:2])
        return {"hm": (hour, minute, word[0] == "0" or "h" in word)} if hour <= DAY and minute < HOUR else {}
    return {kind: word}


def _digits(word: str) -> dict[str, Any]:
    if len(word) > LONGEST_NUMBER:
        return {"digits": word, "number": 10**LONGEST_NUMBER}
    readings = numeral(int(word), two_digits=len(word) == len("15"))
    readings["digits"] = word
    hour, minute = int(word[:-2] or 0), int(word[-2:])
    if len("300") <= len(word) <= len("1500") and hour <= DAY and minute < HOUR:
        readings["compact"] = (hour, minute, len(word) == len("0300") and word[0] == "0")
    return readings
