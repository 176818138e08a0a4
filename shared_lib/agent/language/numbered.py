"""What patterns make of days that are said by their number; the tables of all languages share these."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from . import calendar
from .calendar import Days
from .clock import HOUR
from .dated import part_of_month
from .grammar import Make, Readings, Table
from .items import LONGEST_MONTH

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


# what is a day because a day was asked for, in any language
DAY_ASKED: Table = (
    ("<mday>|<ordinal>|<nth>", of_this_month),
    ("<month>", part_of_month(1, LONGEST_MONTH)),
)
