"""What patterns make of days; the tables of all languages share these."""

import re
from datetime import date, timedelta

from . import calendar
from .calendar import Days
from .clock import HOUR
from .counted import FARTHEST, days_of, minutes_of
from .grammar import Make, Readings
from .items import LONGEST_MONTH

CENTURY = 2000  # a year of two digits is in it
_PARTED = re.compile(r"[/.-]")
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


def day_bound(side: str, *, last: bool = True) -> Make:
    """Mean after Tuesday, by Tuesday, before Tuesday; of several days, the first or the last is the bound."""
    return lambda days: {"day": calendar.edge(days, last=last), "side": side}


def bound_of(side: str, days: Days) -> Make:
    """Mean by the end of the week."""
    return lambda: {"day": calendar.edge(days, last=True), "side": side}


def weekday_after(weekday: int, days: Days) -> Readings:
    """Mean the Friday after Thanksgiving."""
    return {"day": calendar.weekday_beside(weekday, days, after=True)}


def weekday_before(weekday: int, days: Days) -> Readings:
    """Mean the Tuesday before Christmas."""
    return {"day": calendar.weekday_beside(weekday, days, after=False)}


def weekend(weeks: int) -> Make:
    """Mean this weekend, next weekend."""
    return lambda: {"day": calendar.week(weeks, calendar.SATURDAY, calendar.SATURDAY + 1), "weekend": True}


def weekend_of(days: Days) -> Readings:
    """Mean Labor Day weekend."""
    return {"day": calendar.weekend_of(days)}


def weekend_beside(days: Days, *, after: bool) -> Readings:
    """Mean the weekend after Thanksgiving, the weekend before Christmas."""
    return {"day": calendar.lasting(calendar.weekday_beside(calendar.SATURDAY, days, after=after), 2)}


def week_of_month(nth: int, month: int | None = None, months: int = 0) -> Readings:
    """Mean the first week of December, the last week of this month."""
    return {"day": calendar.week_of_month(calendar.month_part(month, 1, LONGEST_MONTH, months), nth)}


def weekend_of_month(nth: int, month: int | None = None) -> Readings:
    """Mean the first weekend of December."""
    return {"day": calendar.weekend_of(calendar.nth_weekday(month, calendar.SATURDAY, nth))}


def nth_of_next_month(nth: int, weekday: int) -> Readings:
    """Mean the first Monday of next month."""

    def days(today: date) -> calendar.Period | None:
        start = calendar.month_part(None, 1, 1, 1)(today)
        return calendar.nth_weekday(start.first.month, weekday, nth)(start.first) if start else None

    return {"day": days}


def same_weekday(weeks: int) -> Make:
    """Mean this day next week."""
    return lambda: {"day": calendar.ahead(7 * weeks)}


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
    days = calendar.day_of_month(mday, month, year, weekday)
    return {"day": days, "numbered": days}


def weekday_month_day(weekday: int, month: int, mday: int, year: int | None = None) -> Readings | None:
    """Mean Tuesday, March 5."""
    return numbered(weekday, mday, month, year)


def of_this_month(mday: int) -> Readings | None:
    """Mean the 5th of this month."""
    return numbered(None, mday)


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


def span_of_days(first: int, last: int) -> Readings:
    """Mean from the 13th to the 15th, of this month or the next."""
    return {"day": calendar.spanning(calendar.day_of_month(first), calendar.day_of_month(last))}


def span_to_date(first: int, last: Days) -> Readings:
    """Mean from the 13th to 15 July."""

    def days(today: date) -> calendar.Period | None:
        end = last(today)
        start = end and calendar.day_of_month(first, end.last.month, end.last.year)(today)
        return calendar.Period(start.first, end.last) if start and end and start.first <= end.last else None

    return {"day": days}


def slashed(order: str) -> Make:
    """Mean 4/25 or 25/4, as the country writes it."""

    def make(text: str) -> Readings | None:
        first, second, *rest = (int(part) for part in _PARTED.split(text))
        year = (rest[0] + CENTURY * (rest[0] < CENTURY)) if rest else None
        usual = (first, second) if order == "md" else (second, first)
        month, mday = usual if usual[0] <= MONTHS else usual[::-1]
        return numbered(None, mday, month, year) if 1 <= month <= MONTHS and 1 <= mday <= LONGEST_MONTH else None

    return make


def dashed(first: str, second: str) -> Readings | None:
    """Mean 2-15, where the second could be no month and no hour of half a day."""
    month, mday = int(first), int(second)
    return month_day_year(month, mday) if 1 <= month <= MONTHS < mday <= LONGEST_MONTH else None


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


def nearest_to(weekday: int, days: Days) -> Readings:
    """Mean the closest Monday to Oct 5th."""
    return {"day": calendar.nearest(weekday, days)}


def whole_month(months: int | None = None) -> Make:
    """Mean next month."""
    return lambda: {"day": calendar.month_part(None, 1, 31, months or 0)}


def part_of_month(first: int, last: int) -> Make:
    """Mean the end of April, April."""
    return lambda month: {"day": calendar.month_part(month, first, last)}
