"""What patterns make of dates by number, ranges and lengths from a day; the tables of all languages share these."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from . import calendar
from .calendar import Days
from .clock import HOUR
from .day_builders import part_of_month
from .grammar import Make, Readings, table
from .items import LONGEST_MONTH
from .time_builders import FARTHEST, days_of, minutes_of

CENTURY = 2000  # a year of two digits is in it
YEARS = 100  # of a century
MONTHS = 12
ALWAYS = "24/7"
LAST_SHORT_YEAR = 50  # of two digits; 85 is a year of birth
_PARTED = re.compile(r"[/.-]")


def month_day_year(month: int, mday: int, year: int | None = None) -> Readings | None:
    """Mean March 5, 2027."""
    return numbered(None, mday, month, year)


def day_month(mday: int, month: int, year: int | None = None) -> Readings | None:
    """Mean 5 March 2027."""
    return numbered(None, mday, month, year)


def numbered(weekday: int | None, mday: int, month: int | None = None, year: int | None = None) -> Readings | None:
    """Mean Tuesday the 5th, Tuesday 5 March."""
    if year is not None and not CENTURY <= year < CENTURY + YEARS and not _is_past(year):
        return None
    days = calendar.day_of_month(mday, month, year, weekday)
    return {"day": days, "numbered": days}


def _is_past(year: int) -> bool:
    """Tell whether it is a year of the last century: 1930 may be half past seven, 1985 can only be a year."""
    return CENTURY - YEARS <= year < CENTURY and bool(year % 5 or year % YEARS >= HOUR)


def month_year(month: int, year: int) -> Readings | None:
    """Mean December 2027; `december 4` is a day, and `december 2030` no time."""
    if not CENTURY <= year < CENTURY + YEARS:
        return None
    whole = calendar.Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return {"day": calendar.remaining(lambda _: whole)}


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
        return calendar.day_of_month(mday, start.first.month, start.first.year)(start.first) if start else None

    return {"day": days}


def span_in_month(first: int, last: int, month: int) -> Readings:
    """Mean from 13 to 15 July."""
    end = calendar.day_of_month(last, month if last >= first else None)  # from 28 December to the 3rd
    return {"day": calendar.spanning(calendar.day_of_month(first, month), end)}


def span_of_month(month: int, first: int, last: int) -> Readings:
    """Mean from the 13th to the 15th of July, its month being said first."""
    return span_in_month(first, last, month)


def span_of_days(first: int, last: int) -> Readings:
    """Mean from the 13th to the 15th, of this month or the next."""
    return {"day": calendar.spanning(calendar.day_of_month(first), calendar.day_of_month(last))}


def span_in_next_month(first: int, last: int) -> Readings:
    """Mean from the 13th to the 15th of next month."""
    return {"day": calendar.spanning(of_next_month(first)["day"], calendar.day_of_month(last))}


def span_to_date(first: int, last: Days) -> Readings:
    """Mean from the 13th to 15 July."""

    def days(today: date) -> calendar.Period | None:
        end = last(today)
        start = end and calendar.day_of_month(first, end.last.month, end.last.year)(today)
        return calendar.Period(start.first, end.last) if start and end and start.first <= end.last else None

    return {"day": days}


def span_to_number(first: Days, last: int) -> Readings:
    """Mean august 27th to 29th."""
    return {"day": calendar.spanning(first, calendar.day_of_month(last))}


def slashed(order: str) -> Make:
    """Mean 4/25 or 25/4, as the country writes it; turned round where that is no day, or a past one."""
    return lambda text: None if text == ALWAYS else _preferring(_written(text, order), lambda day, today: day >= today)


def slashed_on_weekday(order: str) -> Make:
    """Mean Thursday 3/12, which is the 3rd of December where only that is a Thursday."""
    return lambda weekday, text: _preferring(_written(text, order), lambda day, _: day.weekday() == weekday)


def _written(text: str, order: str) -> list[Days]:
    """Return the days that a date in digits could mean, the likeliest first; with points, its day comes first."""
    first, second, *rest = (int(part) for part in _PARTED.split(text))
    year = _whole_year(rest[0]) if rest else None
    orders = ((first, second), (second, first))
    found = [
        numbered(None, mday, month, year)
        for month, mday in (orders if order == "md" and "." not in text else orders[::-1])
        if 1 <= month <= MONTHS and 1 <= mday <= LONGEST_MONTH
    ]
    return [readings["day"] for readings in found if readings]


def _whole_year(year: int) -> int:
    if year >= YEARS:
        return year
    return CENTURY + year - YEARS * (year > LAST_SHORT_YEAR)


def _preferring(options: list[Days], fits: Callable[[date, date], bool]) -> Readings | None:
    days = calendar.preferring(options, fits)
    return {"day": days, "numbered": days} if options else None


def dashed(first: str, second: str) -> Readings | None:
    """Mean 2-15, where the second could be no month and no hour of half a day."""
    month, mday = int(first), int(second)
    return month_day_year(month, mday) if 1 <= month <= MONTHS < mday <= LONGEST_MONTH else None


def iso(text: str) -> Readings | None:
    """Mean 2026-11-22."""
    year, month, mday = (int(part) for part in text.split("-"))
    return numbered(None, mday, month, year) if 1 <= month <= MONTHS and 1 <= mday <= LONGEST_MONTH else None


DAY_ASKED = table(
    "days, because a day was asked for",
    "date: 5 / date: december",
    ("<mday>|<ordinal>|<nth>", of_this_month),
    ("<month>", part_of_month(1, LONGEST_MONTH)),
)


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


def last_day(first: Days, last: Days) -> Readings:
    """Mean from Friday to Saturday, where something is moved: only the second is wished for."""
    return {"day": last, "old_day": first}


def day_bound(side: str, *, last: bool = True, beyond: bool = False) -> Make:
    """Mean after Tuesday, by Tuesday, before Tuesday; of several days, the first or the last is the bound.

    `beyond` says that the bound itself is not meant: before Tuesday, but by Tuesday.
    """
    return lambda days: {"day": calendar.edge(days, last=last), "side": side, "beyond": beyond}


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
