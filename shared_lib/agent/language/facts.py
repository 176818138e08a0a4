"""What patterns make of their captures; the tables of all languages share these."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from . import calendar
from .calendar import Days
from .clock import Bound, Clock, Window, clock_of, less, more
from .grammar import Make
from .items import numeral

Readings = Mapping[str, Any]
COUPLE, FEW = 2, 3


# numbers
def number(tens: int, unit: int) -> Readings:
    """Twenty + five."""
    return numeral(tens + unit, two_digits=True)


def ordinal(tens: int, unit: int) -> Readings:
    """Twenty + first."""
    return {"ordinal": tens + unit}


def ordinal_of_digits(digits: int) -> Readings | None:
    """Make 21 + st a day of a month."""
    return {"ordinal": digits} if 1 <= digits <= 31 else None


# lengths of time
def length(amount: float, unit: str) -> Readings:
    """So many minutes, hours, days, weeks or months."""
    return {"length": (amount, unit)}


def length_and_half(amount: float, unit: str) -> Readings:
    """An hour and a half."""
    return {"length": (amount + 0.5, unit)}


def hours_and_minutes(hours: int, minutes: int) -> Readings:
    """An hour and 20 minutes."""
    return {"length": (hours * 60 + minutes, "minute")}


# clock times
def at(hour: int, half: str | None = None) -> Readings | None:
    """3, 3 pm."""
    return _clock(clock_of(hour, 0, half))


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
    return _clock(more(base, minutes)) if base and minutes < 60 else None


def to(minutes: int, hour: int | Clock, half: str | None = None) -> Readings | None:
    """20 to 3 pm."""
    base = hour if isinstance(hour, Clock) else clock_of(hour, 0, half)
    return _clock(less(base, minutes)) if base and minutes < 60 else None


def round_to(minutes: int, hour: int | Clock, half: str | None = None) -> Readings | None:
    """5 to 7: only minutes that people say so; else it is a range."""
    return to(minutes, hour, half) if minutes % 5 == 0 or minutes > 12 else None


def past_length(span: tuple[float, str], hour: int, half: str | None = None) -> Readings | None:
    """20 minutes past 3 pm."""
    return past(minutes_of(span) or 99, hour, half)


def to_length(span: tuple[float, str], hour: int, half: str | None = None) -> Readings | None:
    """20 minutes to 3 pm."""
    return to(minutes_of(span) or 99, hour, half)


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


def settled(clock: Clock, part: str) -> Readings:
    """3 in the afternoon."""
    return {"clock": clock.in_part(part)}


def settled_first(part: str, clock: Clock) -> Readings:
    """The afternoon at 3."""
    return settled(clock, part)


def settled_by_half(clock: Clock, half: str) -> Readings:
    """3 in the pm."""
    return {"clock": clock.on_half(half)}


def _clock(clock: Clock | None) -> Readings | None:
    return {"clock": clock} if clock else None


# windows and open ends
def window(start: Clock | int, end: Clock | int, half: str | None = None) -> Readings | None:
    """From 3 to 5 pm."""
    first, last = _as_clock(start, None), _as_clock(end, half)
    return {"window": Window.between(first, last)} if first and last else None


def soft_window(start: int, end: int) -> Make:
    """Lunch: these hours, unless a time is said too."""
    return lambda: {"soft": Window(Clock(start), Clock(end % 24))}


def window_for(start: Clock, span: tuple[float, str]) -> Readings | None:
    """4 pm for thirty minutes."""
    minutes = minutes_of(span)
    return {"window": Window(start, more(start, minutes))} if minutes else None


def bound_after(clock: Clock) -> Readings:
    """After 5."""
    return {"bound": Bound(clock, "after")}


def bound_before(clock: Clock) -> Readings:
    """Before 5."""
    return {"bound": Bound(clock, "before")}


def open_from(hour: int) -> Make:
    """After work."""
    return lambda: bound_after(Clock(hour))


def open_until(hour: int) -> Make:
    """Before lunch."""
    return lambda: bound_before(Clock(hour))


def _as_clock(said: Clock | int, half: str | None) -> Clock | None:
    return said if isinstance(said, Clock) else clock_of(said, 0, half)


def minutes_of(span: tuple[float, str]) -> int | None:
    """Return a length in minutes where it is of minutes or hours."""
    amount, unit = span
    return round(amount * {"minute": 1, "hour": 60}[unit]) if unit in {"minute", "hour"} else None


# days
def day(days: Days) -> Make:
    """Make a fixed phrase: today, this week."""
    return lambda: {"day": days}


def day_and_part(days: Days, part: str) -> Make:
    """Tonight."""
    return lambda: {"day": days, "part": part}


def part_of_today(part: str) -> Readings:
    """This evening."""
    return {"day": calendar.ahead(0), "part": part}


def on_weekday(weekday: int) -> Readings:
    """Friday: the next one."""
    return {"day": calendar.coming(weekday), "weekday": weekday}


def weekday_in_week(weeks: int) -> Make:
    """This Friday, Friday next week."""
    return lambda weekday: {"day": calendar.in_week(weekday, weeks)}


def weekdays_from_now(count: int, weekday: int) -> Readings:
    """Three Fridays from now."""
    return {"day": calendar.moved(calendar.coming(weekday), 7 * (int(count) - 1))}


def weeks_after(weeks: int) -> Make:
    """A week from <day>."""
    return lambda days: {"day": calendar.moved(days, 7 * weeks)}


def days_after(days: int) -> Make:
    """Make the day after Christmas."""
    return lambda meant: {"day": calendar.moved(meant, days)}


def counted_before(span: tuple[float, str], days: Days) -> Readings | None:
    """Two days before Christmas."""
    return {"day": calendar.moved(days, -(_days_of(span) or 0))}


def last_day(_first: Days, last: Days) -> Readings:
    """From Friday to Saturday, where something is moved: only the second is wished for."""
    return {"day": last}


def counted_after_weekday(span: tuple[float, str], weekday: int) -> Readings | None:
    """A week from Friday."""
    return counted_after(span, calendar.coming(weekday))


def weekday_after_next(weekday: int) -> Readings:
    """Friday after next."""
    return {"day": calendar.moved(calendar.coming(weekday), 7)}


def day_bound(side: str) -> Make:
    """After Tuesday, before Tuesday."""
    return lambda days: {"day": days, "side": side}


def counted_after(span: tuple[float, str], days: Days) -> Readings | None:
    """Three days after Easter."""
    return {"day": calendar.moved(days, _days_of(span))} if _days_of(span) else None


def month_day_year(month: int, mday: int, year: int | None = None) -> Readings | None:
    """March 5, 2027."""
    return numbered(None, mday, month, year)


def day_month(mday: int, month: int, year: int | None = None) -> Readings | None:
    """5 March 2027."""
    return numbered(None, mday, month, year)


def numbered(weekday: int | None, mday: int, month: int | None = None, year: int | None = None) -> Readings | None:
    """Tuesday the 5th, Tuesday 5 March."""
    if year is not None and not 2000 <= year < 2100:
        return None
    return {"day": calendar.day_of_month(mday, month, year, weekday)}


def weekday_month_day(weekday: int, month: int, mday: int, year: int | None = None) -> Readings | None:
    """Tuesday, March 5."""
    return numbered(weekday, mday, month, year)


def of_this_month(mday: int) -> Readings:
    """The 5th of this month."""
    return {"day": calendar.day_of_month(mday)}


def of_next_month(mday: int) -> Readings:
    """The 5th of next month."""

    def days(today: date) -> calendar.Period | None:
        start = calendar.month_part(None, 1, 1, 1)(today)
        return calendar.day_of_month(mday)(start.first) if start else None

    return {"day": days}


def nth_of_month(nth: int, weekday: int, month: int | None = None) -> Readings:
    """The first Tuesday in October."""
    return {"day": calendar.nth_weekday(month, weekday, nth)}


def span_in_month(first: int, last: int, month: int) -> Readings:
    """From 13 to 15 July."""
    return {"day": calendar.spanning(calendar.day_of_month(first, month), calendar.day_of_month(last, month))}


def span_of_month(month: int, first: int, last: int) -> Readings:
    """July 13 to 15."""
    return span_in_month(first, last, month)


def slashed(order: str) -> Make:
    """4/25 or 25/4, as the country writes it."""

    def make(text: str) -> Readings | None:
        first, second, *rest = (int(part) for part in text.split("/"))
        year = (rest[0] + 2000 * (rest[0] < 100)) if rest else None
        month, mday = (first, second) if (order == "md") == (first <= 12) or second > 12 >= first else (second, first)
        return numbered(None, mday, month, year) if 1 <= month <= 12 and 1 <= mday <= 31 else None

    return make


def iso(text: str) -> Readings | None:
    """2026-11-22."""
    year, month, mday = (int(part) for part in text.split("-"))
    return numbered(None, mday, month, year) if 1 <= month <= 12 and 1 <= mday <= 31 else None


def span(first: Days, last: Days) -> Readings:
    """From Friday to Sunday."""
    return {"day": calendar.spanning(first, last)}


def span_from_now(last: Days) -> Readings:
    """From now to Friday."""
    return span(calendar.ahead(0), last)


def span_to_number(first: Days, last: int) -> Readings:
    """August 27th to 29th."""
    return {"day": calendar.spanning(first, calendar.day_of_month(last))}


def span_for(first: Days, length_said: tuple[float, str]) -> Readings | None:
    """From Friday for ten days."""
    days = _days_of(length_said)
    return {"day": calendar.lasting(first, days + 1)} if days else None


def span_for_first(length_said: tuple[float, str], first: Days) -> Readings | None:
    """For ten days from Friday."""
    return span_for(first, length_said)


def in_length(length_said: tuple[float, str]) -> Readings | None:
    """In two hours, in three days, in a month."""
    amount, unit = length_said
    if unit in {"minute", "hour"}:
        return {"later": round(amount * (60 if unit == "hour" else 1))}
    if unit == "month":
        return {"day": calendar.months_ahead(int(amount))} if amount < 1000 else None
    days = _days_of(length_said)
    return {"day": calendar.ahead(days)} if days else None


def within_length(length_said: tuple[float, str]) -> Readings | None:
    """Within two hours, within three days."""
    minutes = minutes_of(length_said)
    days = _days_of(length_said)
    if minutes:
        return {"within": minutes}
    return {"day": calendar.lasting(calendar.ahead(0), days + 1)} if days else None


def next_days(length_said: tuple[float, str]) -> Readings | None:
    """The next three days, the next two hours."""
    if minutes_of(length_said):
        return within_length(length_said)
    days = _days_of(length_said)
    return {"day": calendar.lasting(calendar.ahead(1), days)} if days else None


def nearest_to(weekday: int, days: Days) -> Readings:
    """The closest Monday to Oct 5th."""
    return {"day": calendar.nearest(weekday, days)}


def whole_month(months: int | None = None) -> Make:
    """Next month."""
    return lambda: {"day": calendar.month_part(None, 1, 31, months or 0)}


def part_of_month(first: int, last: int) -> Make:
    """The end of April, April."""
    return lambda month: {"day": calendar.month_part(month, first, last)}


def _days_of(length_said: tuple[float, str]) -> int | None:
    amount, unit = length_said
    days = round(amount * {"day": 1, "week": 7}.get(unit, 0))
    return days if 0 < days < 1000 else None


# the rest
def marked(kind: str) -> Make:
    """Make a phrase that is only a sign of something, such as a correction."""
    return lambda *_: {kind: True}


def kept(kind: str) -> Make:
    """Keep the one thing captured under another name."""
    return lambda value: {kind: value}


def said(kind: str, value: object) -> Make:
    """Make a phrase that always says the same."""
    return lambda *_: {kind: value}
