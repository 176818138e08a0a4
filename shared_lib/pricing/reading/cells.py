"""What a cell may hold: a price, minutes, a percentage; written as people write them, or as Sheets computes them."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Generic, TypeVar

from shared_lib.kernel.money import HIGHEST_PRICE, LOWEST_PRICE, is_price, say_cents

T = TypeVar("T")

LONGEST = 24 * 60
LONGEST_NAME = 80
HIGHEST_TAX = 30
"""Percent; a tax above it is a fraction that was taken for a percentage, or the other way round."""


@dataclasses.dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What a cell may hold; `stand_in` takes the place of what can't be read, and is never published.

    `why` says of some texts what is wrong with them, better than that they are not what is needed.
    """

    name: str
    parse: Callable[[str], T | None]
    stand_in: T
    why: Callable[[str], str] = lambda _: ""

    def complaint(self, quoted: str, text: str) -> str:
        """Return what is wrong with a text that can't be read."""
        return f"{quoted} {self.why(text) or f'is not {self.name}'}"


_ERROR = re.compile(r"#(?:N/A|GETTING_DATA|[A-Z][A-Z0-9/_]*[!?])|Loading\.{3}", re.IGNORECASE)


def is_error(text: str) -> bool:
    """Return whether a cell says that its formula came to nothing, or has not come to anything yet."""
    return bool(_ERROR.fullmatch(text))


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


@lru_cache(maxsize=4096)
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
_TWO_WAYS = re.compile(r"(?:us ?)?[$€]? ?(?P<whole>[0-9]+)(?:,(?P<cents>[0-9]{1,2})|\.(?P<thousands>[0-9]{3,}))")
_NOTHING = {"free", "gratis", "complimentary"}


def _amount(text: str) -> int | None:
    found = _PRICE.fullmatch(text.casefold())
    if not found:
        return None
    dollars, rest = found.groups(default="")
    return int(dollars.replace(",", "")) * 100 + int(rest.ljust(2, "0"))


def _price(text: str) -> int | None:
    cents = _amount(text)
    return cents if cents is not None and is_price(cents) else None


def _why_no_price(text: str) -> str:
    cents = 0 if text.casefold() in _NOTHING else _amount(text)
    if cents is not None:
        least, most = say_cents(LOWEST_PRICE), say_cents(HIGHEST_PRICE)
        return f"can't be charged: the least is {least}, the most {most}"
    if not (found := _TWO_WAYS.fullmatch(text.casefold())):
        return ""
    whole, cents_said, more = found["whole"], found["cents"], found["thousands"]
    return "reads in two ways: write " + (
        f"{whole}.{cents_said.ljust(2, '0')} or {whole}{cents_said}"
        if cents_said
        else f"{whole}{more} or {whole}.{more[:2]}"
    )


def _nothing(text: str) -> int | None:
    return 0 if text.casefold() in _NOTHING or _amount(text) == 0 else None


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
    if slug(text) == "none":
        return ()
    names = tuple(name for part in re.split(r"[,+&;/]", text) if (name := slug(part)))
    return names if names and "none" not in names and not any(map(str.isdigit, "".join(names))) else None


def _phrases(text: str) -> tuple[str, ...] | None:
    return tuple(phrase for part in re.split(r"[;\n]", text) if (phrase := " ".join(part.split())))


def _class(text: str) -> str | None:
    return slug(text).replace("-", "_") or None


PRICE = Kind("a price", _price, LOWEST_PRICE, _why_no_price)
NOTHING = Kind("0", _nothing, 0)
DURATION = Kind("a duration", _some_minutes, 1)
MINUTES = Kind("a number of minutes", _minutes, 0)
PERCENT = Kind("a whole percentage", _whole_percent, 0)
TAX_RATE = Kind(f"a tax rate in percent (up to {HIGHEST_TAX}, three decimals)", _tax_rate, 0)
COUNT = Kind("a whole number", _count, 0)
PARTY = Kind("a number of guests (1 to 20)", _party, 1)
NAME = Kind(f"a name (up to {LONGEST_NAME} characters)", _name, "")
TEXT = Kind("a text", lambda text: text, "")
PHRASES: Kind[tuple[str, ...]] = Kind("phrases, with a semicolon between two", _phrases, ())
WORD = Kind("a word", _class, "")
WORDS: Kind[tuple[str, ...]] = Kind("one word for each technician needed (massage, massage), or none", _list, ())
