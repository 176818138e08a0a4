"""Days that words can mean: each is a function from today to the days meant."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
LEAP_DAY = (2, 29)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Tell whether it is a single day."""
        return self.first == self.last


Days = Callable[[date], Period | None]


def one(day: date) -> Period:
    """Return a single day as a period."""
    return Period(day, day)


def ahead(days: int) -> Days:
    """Mean so many days from today."""
    return lambda today: one(today + days * DAY)


@dataclass(frozen=True, slots=True)
class Coming:
    """The next such weekday after today; Monday is 0. Where today is one itself, the name alone may mean today."""

    weekday: int

    def __call__(self, today: date) -> Period:
        """Return that day."""
        return one(today + ((self.weekday - today.weekday() - 1) % 7 + 1) * DAY)


def coming(weekday: int) -> Days:
    """Mean the next such weekday after today; Monday is 0."""
    return Coming(weekday)


def in_week(weekday: int, weeks: int, starts: int = 0) -> Days:
    """Mean that weekday so many weeks from this one, a week starting on a Monday or `starts`; never a past day."""

    def days(today: date) -> Period:
        day = week_start(today, starts) + (7 * weeks + (weekday - starts) % 7) * DAY
        return one(day if day >= today else day + 7 * DAY)

    return days


def week_start(day: date, starts: int = 0) -> date:
    """Return the first day of the day's week, a Monday or whichever weekday weeks start on."""
    return day - (day.weekday() - starts) % 7 * DAY


def week(weeks: int, first: int = 0, last: int = 6, starts: int = 0) -> Days:
    """Mean days of the week so many weeks from this one, by their place in it; what has passed is left out."""

    def days(today: date) -> Period:
        start = week_start(today, starts) + 7 * weeks * DAY
        end = start + last * DAY
        if end < today:
            start, end = start + 7 * DAY, end + 7 * DAY
        return Period(max(start + first * DAY, today), end)

    return days


def year(years: int) -> Days:
    """Mean the year so many after this one; what has passed is left out."""
    return lambda today: Period(max(today, date(today.year + years, 1, 1)), date(today.year + years, 12, 31))


def month_part(month: int | None, first: int, last: int, months: int = 0) -> Days:
    """Mean days of a named month, or of the month so many after this one; `last` may be past its end."""

    def days(today: date) -> Period | None:
        start = _month_start(today, month, months)
        length = calendar.monthrange(start.year, start.month)[1]
        end = start.replace(day=min(last, length))
        begin = start.replace(day=min(first, length))
        if end < today:
            return days(start.replace(day=length) + DAY) if month else None
        return Period(max(begin, today), end)

    return days


def _month_start(today: date, month: int | None, months: int) -> date:
    if month:
        return date(today.year + (month < today.month), month, 1)
    ahead_by = today.month - 1 + months
    return date(today.year + ahead_by // 12, ahead_by % 12 + 1, 1)


def day_of_month(day: int, month: int | None = None, year: int | None = None, weekday: int | None = None) -> Days:
    """Mean a numbered day: of a month, or of the next month that has it; on the weekday said with it, if it ever is."""

    def days(today: date) -> Period | None:
        found = [d for d in _numbered(today, day, month, year) if d >= today]
        fits = [d for d in found if weekday is None or d.weekday() == weekday]
        first = (fits or found)[:1]
        return one(first[0]) if first else None

    return days


def _numbered(today: date, day: int, month: int | None, year: int | None) -> list[date]:
    years = [year] if year else range(today.year, today.year + (9 if (month, day) == LEAP_DAY else 3))
    months = [month] if month else range(1, 13)
    return [date(y, m, day) for y in years for m in months if 1 <= day <= calendar.monthrange(y, m)[1]]


def preferring(options: Sequence[Days], fits: Callable[[date, date], bool]) -> Days:
    """Mean the first of several readings whose day fits, seen from today; else the first of all."""

    def days(today: date) -> Period | None:
        periods = [period for period in (option(today) for option in options) if period]
        return next((period for period in periods if fits(period.first, today)), periods[0] if periods else None)

    return days


def nth_weekday(month: int | None, weekday: int, nth: int) -> Days:
    """Mean the nth such weekday of a month, the last for -1; of the next month that still has it."""

    def days(today: date) -> Period | None:
        for n in range(25):
            start = _month_start(today, None, n)
            if month in {None, start.month}:
                day = _nth(start, weekday, nth)
                if day and day >= today:
                    return one(day)
        return None

    return days


def _nth(start: date, weekday: int, nth: int) -> date | None:
    length = calendar.monthrange(start.year, start.month)[1]
    all_of_them = [start.replace(day=d) for d in range(1, length + 1) if start.replace(day=d).weekday() == weekday]
    return all_of_them[nth] if nth < 0 else all_of_them[nth - 1] if nth <= len(all_of_them) else None


def moved(days: Days, by: int) -> Days:
    """Mean so many days after the days meant, or before the next such days where that has passed."""

    def later(today: date) -> Period | None:
        period = days(today)
        if period and by < 0 and period.last + by * DAY < today:
            period = days(today - by * DAY)
        return Period(period.first + by * DAY, period.last + by * DAY) if period else None

    return later


def months_ahead(months: int) -> Days:
    """Mean the same day so many months from now, or the last of a shorter month."""

    def days(today: date) -> Period:
        start = _month_start(today, None, months)
        length = calendar.monthrange(start.year, start.month)[1]
        return one(start.replace(day=min(today.day, length)))

    return days


def spanning(first: Days, last: Days) -> Days:
    """Mean from the one to the other, the end being looked for after the beginning."""

    def days(today: date) -> Period | None:
        start = first(today)
        end = last(start.first) if start else None
        return Period(start.first, end.last) if start and end and end.last >= start.first else None

    return days


def edge(days: Days, *, last: bool) -> Days:
    """Mean the first or the last of some days."""
    if isinstance(days, Coming):
        return days

    def day(today: date) -> Period | None:
        period = days(today)
        return one(period.last if last else period.first) if period else None

    return day


def lasting(first: Days, days: int) -> Days:
    """Mean so many days from the first on."""

    def span(today: date) -> Period | None:
        start = first(today)
        return Period(start.first, start.first + (days - 1) * DAY) if start else None

    return span


def leading_to(days: Days, before: int) -> Days:
    """Mean some days with so many before them; what has passed is left out."""

    def all_of_them(today: date) -> Period | None:
        period = days(today)
        return Period(max(period.first - before * DAY, today), period.last) if period else None

    return all_of_them


def remaining(days: Days) -> Days:
    """Mean what is left of some days from today on, nothing where all have passed."""

    def left(today: date) -> Period | None:
        period = days(today)
        return Period(max(period.first, today), period.last) if period and period.last >= today else None

    return left
