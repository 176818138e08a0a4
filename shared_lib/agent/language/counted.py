"""What patterns make of numbers and lengths of time, and of phrases that always say the same."""

from .clock import HOUR
from .grammar import Make, Readings
from .items import LONGEST_MONTH, numeral

FARTHEST = 1000  # days that anybody could mean
LONGEST_HOURS = 99


def number(tens: int, unit: int) -> Readings:
    """Twenty + five."""
    return numeral(tens + unit, two_digits=True)


def ordinal(tens: int, unit: int) -> Readings:
    """Twenty + first."""
    return {"ordinal": tens + unit}


def ordinal_of_digits(digits: int) -> Readings | None:
    """Make 21 + st a day of a month."""
    return {"ordinal": digits} if 1 <= digits <= LONGEST_MONTH else None


def length(amount: float, unit: str) -> Readings | None:
    """So many minutes, hours, days, weeks or months; `1500 hours` is a time of the day."""
    return None if unit == "hour" and amount > LONGEST_HOURS else {"length": (amount, unit)}


def length_and_half(amount: float, unit: str) -> Readings:
    """Make an hour and a half."""
    return {"length": (amount + 0.5, unit)}


def hours_and_minutes(hours: int, minutes: int) -> Readings:
    """Make an hour and 20 minutes."""
    return {"length": (hours * HOUR + minutes, "minute")}


def minutes_of(span: tuple[float, str]) -> int | None:
    """Return a length in minutes where it is of minutes or hours."""
    amount, unit = span
    return round(amount * {"minute": 1, "hour": HOUR}[unit]) if unit in {"minute", "hour"} else None


def days_of(length_said: tuple[float, str]) -> int | None:
    """Return a length in days where it is of days or weeks, at most some years."""
    amount, unit = length_said
    days = round(amount * {"day": 1, "week": 7}.get(unit, 0))
    return days if 0 < days < FARTHEST else None


def marked(kind: str) -> Make:
    """Make a phrase that is only a sign of something, such as a correction."""
    return lambda *_: {kind: True}


def kept(kind: str) -> Make:
    """Keep the one thing captured under another name."""
    return lambda value: {kind: value}


def said(kind: str, value: object) -> Make:
    """Make a phrase that always says the same."""
    return lambda *_: {kind: value}
