"""What a cell may hold: a price, minutes, a percentage; written as people write them, or as Sheets computes them."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Generic, TypeVar

T = TypeVar("T")

HIGHEST_PRICE = 100_000_000
"""A million dollars, in cents: above it somebody forgot the point."""
LONGEST = 24 * 60
LONGEST_NAME = 80
HIGHEST_TAX = 30
"""Percent; a tax above it is a fraction that was taken for a percentage, or the other way round."""


@dataclasses.dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What a cell may hold; `stand_in` takes the place of what can't be read, and is never published."""

    name: str
    parse: Callable[[str], T | None]
    stand_in: T


_SPACE = re.compile(r"[^\S\n]")
"""Spaces of all kinds: pasted text is full of them."""


def words(cell: object) -> str:
    """Return a cell as its reader sees it; numbers lose the noise of floating point (125.99999999999999 is 126)."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.6f}".rstrip("0").rstrip(".")
    text = _SPACE.sub(" ", str(cell)).strip()
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n")


def key(text: str) -> str:
    """Return what two spellings of a heading share: their letters and digits."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def slug(name: str) -> str:
    """Return the id of a name: `Couple's Massage` is `couples-massage`."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("'", ""))
    return "-".join(re.findall(r"[^\W_]+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


def _name(text: str) -> str | None:
    """Return a name on one line; the apostrophes that phones write are the ones that rooms and pages have."""
    name = " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    return name if slug(name) and len(name) <= LONGEST_NAME else None


_PRICE = re.compile(r"(?:us ?)?\$? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{1,2}))? ?(?:usd|dollars?)?")


def _price(text: str) -> int | None:
    found = _PRICE.fullmatch(text.casefold())
    if not found:
        return 0 if text.casefold() == "free" else None
    dollars, rest = found.groups(default="")
    cents = int(dollars.replace(",", "")) * 100 + int(rest.ljust(2, "0"))
    return cents if cents <= HIGHEST_PRICE else None


_MIN = r"(?:'|m|mins?|minutes?)\.?"
_HOUR = r"(?:h|hrs?|hours?)\.?"
_DURATIONS = (
    re.compile(rf"(?P<m>[0-9]+) ?(?:{_MIN})?"),
    re.compile(rf"(?P<h>[0-9]+(?:\.[0-9]+)?) ?{_HOUR}(?: ?(?:and )?(?P<m>[0-9]+) ?(?:{_MIN})?)?"),
    re.compile(r"(?P<h>[0-9]{1,2}):(?P<m>[0-5][0-9])(?::00)?"),
)


def _minutes(text: str) -> int | None:
    plain = " ".join(text.casefold().split())
    found = next((match for pattern in _DURATIONS if (match := pattern.fullmatch(plain))), None)
    if not found:
        return None
    part = {"h": "0", "m": "0"} | {name: value for name, value in found.groupdict().items() if value}
    minutes = Decimal(part["h"]) * 60 + Decimal(part["m"])
    return int(minutes) if minutes == int(minutes) and minutes <= LONGEST else None


def _some_minutes(text: str) -> int | None:
    return _minutes(text) or None


_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+) ?(%|percent)?", re.IGNORECASE)


def _percent(text: str) -> Decimal | None:
    """Return percent; a bare number up to 1 is how Sheets hands out a cell that is formatted as a percentage."""
    found = _PERCENT.fullmatch(text)
    if not found:
        return None
    number = Decimal(found[1])
    return number if found[2] or number > 1 else number * 100


def _whole_percent(text: str) -> int | None:
    percent = _percent(text)
    return int(percent) if percent is not None and percent == int(percent) and percent <= 100 else None  # noqa: PLR2004 -- of 100


def _tax_rate(text: str) -> int | None:
    percent = _percent(text)
    if percent is None or percent > HIGHEST_TAX or percent * 1000 != int(percent * 1000):
        return None
    return int(percent * 1000)


def _count(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None


def _party(text: str) -> int | None:
    party = _count(text)
    return party if party and party <= 20 else None  # noqa: PLR2004 -- the most that a booking takes


def _list(text: str) -> tuple[str, ...] | None:
    names = tuple(name for part in re.split(r"[,+&;/]", text) if (name := slug(part)) not in {"", "none"})
    return None if any(letter.isdigit() for name in names for letter in name) else names


def _class(text: str) -> str | None:
    return slug(text).replace("-", "_") or None


PRICE = Kind("a price", _price, 0)
DURATION = Kind("a duration", _some_minutes, 1)
MINUTES = Kind("a number of minutes", _minutes, 0)
PERCENT = Kind("a whole percentage", _whole_percent, 0)
TAX_RATE = Kind(f"a tax rate in percent (up to {HIGHEST_TAX}, three decimals)", _tax_rate, 0)
COUNT = Kind("a whole number", _count, 0)
PARTY = Kind("a number of guests (1 to 20)", _party, 1)
NAME = Kind(f"a name (up to {LONGEST_NAME} characters)", _name, "")
TEXT = Kind("a text", lambda text: text, "")
WORD = Kind("a word", _class, "")
WORDS: Kind[tuple[str, ...]] = Kind("one word for each technician needed (massage, massage)", _list, ())
