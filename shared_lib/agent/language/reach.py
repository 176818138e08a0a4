"""What patterns make of lengths from a day, of spans and open ends; the tables of all languages share these."""

from datetime import date, timedelta

from . import calendar
from .calendar import Days
from .clock import HOUR
from .counted import FARTHEST, days_of, minutes_of
from .grammar import Make, Readings

MONTHS_OF = {"month": 1, "year": 12}


def counted_before(span: tuple[float, str], days: Days) -> Readings | None:
    """Mean two days before Christmas, a month before Christmas."""
    count = days_of(span)
    return {"day": calendar.moved(days, -count)} if count else _months_from(days, span, -1)


def counted_after(span: tuple[float, str], days: Days) -> Readings | None:
    """Mean three days after Easter, a month from tomorrow."""
    count = days_of(span)
    return {"day": calendar.moved(days, count)} if count else _months_from(days, span, 1)


def _months_from(days: Days, span: tuple[float, str], sign: int) -> Readings | None:
    amount, unit = span
    if unit not in MONTHS_OF or amount >= FARTHEST:
        return None
    away = calendar.months_ahead(sign * int(amount * MONTHS_OF[unit]))

    def day(today: date) -> calendar.Period | None:
        start = days(today)
        return away(start.first) if start else None

    return {"day": calendar.remaining(day)}


def counted_after_weekday(span: tuple[float, str], weekday: int) -> Readings | None:
    """Mean a week from Friday."""
    return counted_after(span, calendar.coming(weekday))


def last_day(_first: Days, last: Days) -> Readings:
    """Mean from Friday to Saturday, where something is moved: only the second is wished for."""
    return {"day": last}


def day_bound(side: str, *, last: bool = True) -> Make:
    """Mean after Tuesday, by Tuesday, before Tuesday; of several days, the first or the last is the bound."""
    return lambda days: {"day": calendar.edge(days, last=last), "side": side}


def bound_of(side: str, days: Days) -> Make:
    """Mean by the end of the week."""
    return lambda: {"day": calendar.edge(days, last=True), "side": side}


def span(first: Days, last: Days) -> Readings:
    """Mean from Friday to Sunday."""
    return {"day": calendar.spanning(first, last)}


def span_from_now(last: Days) -> Readings:
    """Mean from now to Friday."""
    return span(calendar.ahead(0), last)


def span_for(first: Days, length_said: tuple[float, str]) -> Readings | None:
    """Mean from Friday for ten days."""
    days = days_of(length_said)
    return {"day": calendar.lasting(first, days + 1)} if days else None


def span_for_first(length_said: tuple[float, str], first: Days) -> Readings | None:
    """Mean for ten days from Friday."""
    return span_for(first, length_said)


def in_length(length_said: tuple[float, str]) -> Readings | None:
    """Mean in two hours, in three days, in a month."""
    amount, unit = length_said
    if unit in {"minute", "hour"}:
        return {"later": round(amount * (HOUR if unit == "hour" else 1))}
    if unit in MONTHS_OF:
        return {"day": calendar.months_ahead(int(amount * MONTHS_OF[unit]))} if amount < FARTHEST else None
    days = days_of(length_said)
    return {"ahead": length_said, "day": calendar.ahead(days)} if days else None


def in_either(fewer: int, length_said: tuple[float, str]) -> Readings | None:
    """Mean in two or three days; of hours and months, the first of the two."""
    least = (fewer, length_said[1])
    if fewer >= length_said[0]:
        return None
    first, last = days_of(least), days_of(length_said)
    return {"day": calendar.lasting(calendar.ahead(first), last - first + 1)} if first and last else in_length(least)


def weeks_from(length_said: tuple[float, str], days: Days) -> Readings | None:
    """Mean a week tomorrow, two weeks next Tuesday: said so of weeks only."""
    return counted_after(length_said, days) if length_said[1] == "week" else None


def within_length(length_said: tuple[float, str]) -> Readings | None:
    """Mean within two hours, within three days, within a month."""
    minutes = minutes_of(length_said)
    days = days_of(length_said)
    if minutes:
        return {"within": minutes}
    if length_said[1] in MONTHS_OF:
        end = in_length(length_said)
        return span(calendar.ahead(0), end["day"]) if end else None
    return {"day": calendar.lasting(calendar.ahead(0), days + 1)} if days else None


def whole_next(length_said: tuple[float, str]) -> Readings | None:
    """Mean the next two weeks, which begin on a Monday; the next three days."""
    amount, unit = length_said
    if unit == "week" and 0 < amount < FARTHEST:
        return {"day": calendar.week(1, 0, round(7 * amount) - 1)}
    return next_days(length_said)


def at_length(length_said: tuple[float, str]) -> Readings | None:
    """Mean upcoming two weeks: said without an article, it is the last of them."""
    amount, unit = length_said
    if unit == "week" and 0 < amount < FARTHEST:
        return {"day": calendar.week(round(amount))}
    return in_length(length_said)


def next_days(length_said: tuple[float, str]) -> Readings | None:
    """Mean in the next three days, within the next two weeks, the next two hours."""
    if minutes_of(length_said):
        return within_length(length_said)
    days = days_of(length_said)
    return {"day": calendar.lasting(calendar.ahead(1), days)} if days else None


def shift_by(sign: int, length_said: tuple[float, str]) -> Readings | None:
    """Mean the day after, an hour earlier: so far from what was spoken of before."""
    minutes, days = minutes_of(length_said), days_of(length_said)
    by = timedelta(minutes=minutes) if minutes else timedelta(days=days or 0)
    return {"shift": sign * by} if by and by < timedelta(days=FARTHEST) else None
