"""What patterns make of times that cannot be and of numbers that are no hours; the tables of languages share these."""

from .clock import DAY, Bound, Clock, Window
from .grammar import Readings
from .items import UNITS
from .timed import flipped


def not_before(clock: Clock) -> Readings:
    """Mean that it cannot be before 5."""
    return flipped(Bound(clock, "before"))


def not_after(clock: Clock) -> Readings:
    """Mean that it cannot be after 5."""
    return flipped(Bound(clock, "after"))


def free_after(busy: Window) -> Readings:
    """Mean that somebody works from 9 to 5: a visit comes after it."""
    return {"bound": Bound(busy.end, "after"), "limits": True}


def several(number: int) -> Readings | None:
    """Make the 2 of two massages no hour."""
    return {"amount": True} if number <= UNITS else None


def large(number: int) -> Readings | None:
    """Make the 150 of less than 150 no hour."""
    return {"amount": True} if number > DAY else None


def more_come(number: int) -> Readings:
    """Mean me and two friends."""
    return {"party": number + 1}


def always(text: str) -> Readings | None:
    """Mean open 24/7, which is no 24th of July."""
    return {"always": True} if text == "24/7" else None


def both_ways() -> Readings:
    """Make a phrase that refuses what it is said of, before it or after it."""
    return {"refuses": True, "refused": True}
