"""What patterns make of numbers, lengths, clock times and time ranges; the tables of all languages share these."""

from collections.abc import Callable

from .clock import DAY, HALF, HOUR, PARTS, Bound, Clock, Window, clock_of, less, more
from .grammar import Make, Readings
from .items import LONGEST_MONTH, UNITS, numeral

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


def at(hour: int, half: str | None = None) -> Readings | None:
    """3, 3 pm."""
    return _clock(clock_of(hour, 0, half))


def at_unless_one(hour: int) -> Readings | None:
    """3, where `one` would be a thing."""
    return at(hour) if hour > 1 else None


def at_minute(hour: int, minute: int, half: str | None = None) -> Readings | None:
    """3 15, 3 15 pm."""
    return _clock(clock_of(hour, minute, half))


def at_shape(shape: tuple[int, int, bool], half: str | None = None) -> Readings | None:
    """3:15 pm, 15:30, 330 pm."""
    hour, minute, exact = shape
    return _clock(clock_of(hour, minute, half, exact=exact))


def at_whole_day(hour: int) -> Readings | None:
    """15 hours."""
    return _clock(clock_of(hour, exact=True))


def fixed(hour: int, minute: int = 0) -> Make:
    """Noon, midnight."""
    return lambda: {"clock": Clock(hour, minute)}


def past(minutes: int, hour: int | Clock, half: str | None = None) -> Readings | None:
    """20 past 3 pm."""
    base = hour if isinstance(hour, Clock) else clock_of(hour, 0, half)
    return _clock(more(base, minutes)) if base and minutes < HOUR else None


def to(minutes: int, hour: int | Clock, half: str | None = None) -> Readings | None:
    """20 to 3 pm."""
    base = hour if isinstance(hour, Clock) else clock_of(hour, 0, half)
    return _clock(less(base, minutes)) if base and minutes < HOUR else None


def round_to(minutes: int, hour: int | Clock, half: str | None = None) -> Readings | None:
    """5 to 7: only minutes that people say so; else it is a range."""
    return to(minutes, hour, half) if minutes % 5 == 0 or minutes > HALF else None


def past_length(span: tuple[float, str], hour: int, half: str | None = None) -> Readings | None:
    """20 minutes past 3 pm."""
    return past(minutes_of(span) or HOUR, hour, half)


def to_length(span: tuple[float, str], hour: int, half: str | None = None) -> Readings | None:
    """20 minutes to 3 pm."""
    return to(minutes_of(span) or HOUR, hour, half)


def rough(make: Make) -> Make:
    """Make a time that is only about so."""

    def about(*captures: object) -> Readings | None:
        readings = make(*captures)
        return roughly(readings["clock"]) if readings else None

    return about


def minutes_past(minutes: int) -> Make:
    """Half past 3, quarter past 3."""
    return lambda hour, half=None: past(minutes, hour, half)


def minutes_to(minutes: int) -> Make:
    """Quarter to 3."""
    return lambda hour, half=None: to(minutes, hour, half)


def roughly(clock: Clock) -> Readings:
    """3ish."""
    return {"clock": Clock(clock.hour, clock.minute, clock.open, around=True, next_day=clock.next_day)}


def in_part(clock: Clock, part: str) -> Readings:
    """Choose am or pm by the part of the day beside it."""
    return {"clock": clock.in_part(part)}


def in_part_of_day(part: str) -> Make:
    """Choose am or pm by a part of the day that the phrase names."""
    return lambda clock: in_part(clock, part)


def half_day(half: str) -> Readings:
    """Tomorrow am, Friday pm."""
    return {"part": "morning" if half == "am" else "afternoon"}


def on_half(clock: Clock, half: str) -> Readings:
    """3 in the pm."""
    return {"clock": clock.on_half(half)}


def _clock(clock: Clock | None) -> Readings | None:
    return {"clock": clock} if clock else None


def window(start: Clock | int, end: Clock | int, half: str | None = None) -> Readings | None:
    """From 3 to 5 pm."""
    first, last = _as_clock(start, None), _as_clock(end, half)
    return {"window": Window.between(first, last)} if first and last else None


def soft_window(start: int, end: int) -> Callable[[], Readings]:
    """Lunch: these hours, unless a time is said too."""
    return lambda: {"soft": Window(Clock(start), Clock(end % DAY))}


def window_for(start: Clock, span: tuple[float, str]) -> Readings | None:
    """4 pm for thirty minutes."""
    minutes = minutes_of(span)
    return {"window": Window(start, more(start, minutes)), "length": span} if minutes else None


def last_hour(start: int, end: int, half: str | None = None) -> Readings | None:
    """From 3 to 4 pm, where something is moved."""
    return _moved(clock_of(start), clock_of(end, 0, half))


def last_clock(start: Clock | int, end: Clock | int) -> Readings | None:
    """From 3 to 4 pm, where something is moved: only the second is wished for."""
    return _moved(_as_clock(start, None), _as_clock(end, None))


def _moved(start: Clock | None, end: Clock | None) -> Readings | None:
    return {"clock": end, "old_clock": start} if start and end else _clock(end)


def bound_after(clock: Clock) -> Readings:
    """After 5."""
    return {"bound": Bound(clock, "after")}


def limit_after(clock: Clock) -> Readings:
    """Make what somebody does till 5 a visit after it; `limits` tells that what is said next is the wish."""
    return {**bound_after(clock), "limits": True}


def bound_before(clock: Clock) -> Readings:
    """Before 5."""
    return {"bound": Bound(clock, "before")}


def flipped(bound: Bound) -> Readings:
    """Make what cannot be before 4 be after it; `limits` tells that what is said next is the wish."""
    return {"bound": Bound(bound.clock, "before" if bound.side == "after" else "after"), "limits": True}


def not_in_part(part: str) -> Readings:
    """Not in the morning: what is left of the day, where that is one stretch and no other time is said."""
    after, before = Bound(Clock(PARTS[part][1] // HOUR % DAY), "after"), Bound(Clock(PARTS[part][0] // HOUR), "before")
    return {"spare": {"morning": after, "evening": before, "night": before}.get(part), "refused": True}


def open_from(hour: int) -> Make:
    """After work."""
    return lambda: bound_after(Clock(hour))


def open_until(hour: int) -> Make:
    """Before lunch."""
    return lambda: bound_before(Clock(hour))


def _as_clock(said: Clock | int, half: str | None) -> Clock | None:
    return said if isinstance(said, Clock) else clock_of(said, 0, half)


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
    return {"amount": True, "counted": number} if number <= UNITS else None


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
