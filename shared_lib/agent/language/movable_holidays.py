"""Holidays that fall on another day each year, by the western, the eastern and the Jewish calendar."""

from collections.abc import Callable
from datetime import date, timedelta

from .calendar import DAY, Days, Period, one

_HEBREW_YEARS = 3761  # a Jewish year begins in the autumn of the year that is so many less
_HEBREW_EPOCH = -1373427  # the day before the first, as date.toordinal counts
_LONG = (355, 385)  # days of a Jewish year whose second month has thirty
_TOO_LONG, _TOO_SHORT = 356, 382  # days that no such year has
_MOON, _DAY_PARTS = 13753, 25920  # parts of a day that a month has over 29 days, and that a day has


def easter(offset: int = 0) -> Days:
    """Mean western Easter Sunday, or so many days after it."""
    return _yearly(lambda year: _western_easter(year) + offset * DAY)


def orthodox_easter(offset: int = 0) -> Days:
    """Mean the Easter Sunday of the eastern churches, or so many days after it."""
    return _yearly(lambda year: _orthodox_easter(year) + offset * DAY)


def after_jewish_new_year(offset: int) -> Days:
    """Mean so many days after Rosh Hashanah: Yom Kippur is 9, Sukkot 14."""
    return _yearly(lambda year: _jewish_new_year(year + _HEBREW_YEARS) + offset * DAY)


def hanukkah() -> Days:
    """Mean the first day of Hanukkah, the 25th of the third month."""

    def first(year: int) -> date:
        begin, end = (_jewish_new_year(year + _HEBREW_YEARS + n) for n in (0, 1))
        return begin + timedelta(days=84 if (end - begin).days in _LONG else 83)

    return _yearly(first)


def passover(offset: int = 0) -> Days:
    """Mean the first day of Passover, or so many days after it: Purim is 30 before, Shavuot 50 after."""
    return _yearly(lambda year: _jewish_new_year(year + _HEBREW_YEARS) + (offset - 163) * DAY)


def _yearly(day_of: Callable[[int], date]) -> Days:
    """Mean a day of this year or, where it has passed, of the next."""

    def days(today: date) -> Period:
        day = day_of(today.year)
        return one(day if day >= today else day_of(today.year + 1))

    return days


def _western_easter(year: int) -> date:
    """Gauss's reckoning, good from 1900 to 2199 (2000s: no exceptions fall in our years)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * x) // 433
    month = (h + x - 7 * m + 90) // 25
    return date(year, month, (h + x - 7 * m + 33 * month + 19) % 32)


def _orthodox_easter(year: int) -> date:
    """Meeus's reckoning for the Julian calendar, which is 13 days behind from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + 13 * DAY


def _jewish_new_year(year: int) -> date:
    """Return the first day of a Jewish year: its new moon, put off by the rules of Dershowitz and Reingold."""
    before, this, after = (_new_moon(year + n) for n in (-1, 0, 1))
    put_off = 2 if after - this == _TOO_LONG else int(this - before == _TOO_SHORT)
    return date.fromordinal(_HEBREW_EPOCH + this + put_off)


def _new_moon(year: int) -> int:
    """Return the day of a year's first new moon since the epoch; no year begins on a Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + _MOON * months) // _DAY_PARTS
    return day + (3 * (day + 1) % 7 in range(3))
