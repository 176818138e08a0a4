"""What patterns make of days; the tables of all languages share these."""

from datetime import date

from . import calendar
from .calendar import Days
from .clock import HOUR
from .counted import FARTHEST, days_of, minutes_of
from .grammar import Make, Readings
from .items import LONGEST_MONTH

CENTURY = 2000  # a year of two digits is in it
MONTHS = 12


def day(days: Days) -> Make:
    """Make a fixed phrase: today, this week."""
    return lambda: {"day": days}


def day_and_part(days: Days, part: str) -> Make:
    """Mean Tonight."""
    return lambda: {"day": days, "part": part}


def part_of_today(part: str) -> Readings:
    """Mean this evening."""
    return {"day": calendar.ahead(0), "part": part}


def on_weekday(weekday: int) -> Readings:
    """Mean Friday: the next one."""
    return {"day": calendar.coming(weekday), "weekday": weekday}


def weekday_in_week(weeks: int, starts: int = 0) -> Make:
    """Mean this Friday, Friday next week."""
    return lambda weekday: {"day": calendar.in_week(weekday, weeks, starts)}


def weekdays_from_now(count: int, weekday: int) -> Readings:
    """Mean three Fridays from now."""
    if not 0 < count < FARTHEST:
        return {"refused": True}
    return {"day": calendar.moved(calendar.coming(weekday), 7 * (count - 1))}


def weeks_after(weeks: int) -> Make:
    """Mean a week from <day>."""
    return lambda days: {"day": calendar.moved(days, 7 * weeks)}


def week_of(days: Days) -> Readings:
    """Mean the week of December 7th."""
    return {"day": calendar.week_of(days)}


def days_after(days: int) -> Make:
    """Make the day after Christmas."""
    return lambda meant: {"day": calendar.moved(meant, days)}


def counted_before(span: tuple[float, str], days: Days) -> Readings | None:
    """Mean two days before Christmas."""
    return {"day": calendar.moved(days, -(days_of(span) or 0))}


def last_day(_first: Days, last: Days) -> Readings:
    """Mean from Friday to Saturday, where something is moved: only the second is wished for."""
    return {"day": last}


def counted_after_weekday(span: tuple[float, str], weekday: int) -> Readings | None:
    """Mean a week from Friday."""
    return counted_after(span, calendar.coming(weekday))


def weekday_after_next(weekday: int) -> Readings:
    """Mean Friday after next."""
    return {"day": calendar.moved(calendar.coming(weekday), 7)}


def day_bound(side: str) -> Make:
    """Mean after Tuesday, before Tuesday."""
    return lambda days: {"day": days, "side": side}


def counted_after(span: tuple[float, str], days: Days) -> Readings | None:
    """Mean three days after Easter."""
    count = days_of(span)
    return {"day": calendar.moved(days, count)} if count else None


def month_day_year(month: int, mday: int, year: int | None = None) -> Readings | None:
    """Mean March 5, 2027."""
    return numbered(None, mday, month, year)


def day_month(mday: int, month: int, year: int | None = None) -> Readings | None:
    """Mean 5 March 2027."""
    return numbered(None, mday, month, year)


def numbered(weekday: int | None, mday: int, month: int | None = None, year: int | None = None) -> Readings | None:
    """Mean Tuesday the 5th, Tuesday 5 March."""
    if year is not None and not CENTURY <= year < CENTURY + 100:
        return None
    return {"day": calendar.day_of_month(mday, month, year, weekday)}


def weekday_month_day(weekday: int, month: int, mday: int, year: int | None = None) -> Readings | None:
    """Mean Tuesday, March 5."""
    return numbered(weekday, mday, month, year)


def of_this_month(mday: int) -> Readings:
    """Mean the 5th of this month."""
    return {"day": calendar.day_of_month(mday)}


def of_next_month(mday: int) -> Readings:
    """Mean the 5th of next month."""

    def days(today: date) -> calendar.Period | None:
        start = calendar.month_part(None, 1, 1, 1)(today)
        return calendar.day_of_month(mday)(start.first) if start else None

    return {"day": days}


def nth_of_month(nth: int, weekday: int, month: int | None = None) -> Readings:
    """Mean the first Tuesday in October."""
    return {"day": calendar.nth_weekday(month, weekday, nth)}


def span_in_month(first: int, last: int, month: int) -> Readings:
    """Mean from 13 to 15 July."""
    return {"day": calendar.spanning(calendar.day_of_month(first, month), calendar.day_of_month(last, month))}


def span_of_month(month: int, first: int, last: int) -> Readings:
    """July 13 to 15."""
    return span_in_month(first, last, month)


def slashed(order: str) -> Make:
    """Mean 4/25 or 25/4, as the country writes it."""

    def make(text: str) -> Readings | None:
        first, second, *rest = (int(part) for part in text.split("/"))
        year = (rest[0] + CENTURY * (rest[0] < CENTURY)) if rest else None
        usual = (first, second) if order == "md" else (second, first)
        month, mday = usual if usual[0] <= MONTHS else usual[::-1]
        return numbered(None, mday, month, year) if 1 <= month <= MONTHS and 1 <= mday <= LONGEST_MONTH else None

    return make


def iso(text: str) -> Readings | None:
    """Mean 2026-11-22."""
    year, month, mday = (int(part) for part in text.split("-"))
    return numbered(None, mday, month, year) if 1 <= month <= MONTHS and 1 <= mday <= LONGEST_MONTH else None


def span(first: Days, last: Days) -> Readings:
    """Mean from Friday to Sunday."""
    return {"day": calendar.spanning(first, last)}


def span_from_now(last: Days) -> Readings:
    """Mean from now to Friday."""
    return span(calendar.ahead(0), last)


def span_to_number(first: Days, last: int) -> Readings:
    """Mean august 27th to 29th."""
    return {"day": calendar.spanning(first, calendar.day_of_month(last))}


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
    if unit == "month":
        return {"day": calendar.months_ahead(int(amount))} if amount < FARTHEST else None
    days = days_of(length_said)
    return {"day": calendar.ahead(days)} if days else None


def within_length(length_said: tuple[float, str]) -> Readings | None:
    """Mean within two hours, within three days."""
    minutes = minutes_of(length_said)
    days = days_of(length_said)
    if minutes:
        return {"within": minutes}
    return {"day": calendar.lasting(calendar.ahead(0), days + 1)} if days else None


def next_days(length_said: tuple[float, str]) -> Readings | None:
    """Mean the next three days, the next two hours."""
    if minutes_of(length_said):
        return within_length(length_said)
    days = days_of(length_said)
    return {"day": calendar.lasting(calendar.ahead(1), days)} if days else None


def nearest_to(weekday: int, days: Days) -> Readings:
    """Mean the closest Monday to Oct 5th."""
    return {"day": calendar.nearest(weekday, days)}


def whole_month(months: int | None = None) -> Make:
    """Mean next month."""
    return lambda: {"day": calendar.month_part(None, 1, 31, months or 0)}


def part_of_month(first: int, last: int) -> Make:
    """Mean the end of April, April."""
    return lambda month: {"day": calendar.month_part(month, first, last)}
