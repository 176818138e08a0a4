"""Weeks, weekends and weekdays told by other days: each is a function from today to the days meant."""

from datetime import date

from .calendar import DAY, SATURDAY, Days, Period, coming, one, remaining, week_start

LONG_WEEKEND = (0, 4)  # days that prolong a weekend: Monday and Friday
A_SEASON = 90 * DAY


def week_of(days: Days) -> Days:
    """Mean the whole week in which some days are; what has passed is left out."""

    def whole(today: date) -> Period | None:
        meant = days(today)
        start = week_start(meant.first) if meant else today
        return Period(max(start, today), start + 6 * DAY) if meant else None

    return whole


def week_beside(days: Days, weeks: int) -> Days:
    """Mean the week so many after some days or before them, the first that has not passed.

    Days that come once a year may have just passed themselves: the week after Christmas, said on the 26th.
    """
    away = 7 * weeks * DAY

    def whole(today: date) -> Period | None:
        meant = days(today)
        if meant and weeks > 0 and meant.first - today > A_SEASON:
            meant = days(today - away)
        while meant and week_start(meant.first) + away + 6 * DAY < today:
            meant = days(meant.last + DAY)
        start = week_start(meant.first) + away if meant else today
        return Period(max(start, today), start + 6 * DAY) if meant else None

    return whole


def next_after(days: Days) -> Days:
    """Mean the same days a week later, all of them where some have passed."""

    def later(today: date) -> Period | None:
        left = days(today)
        whole = days(week_start(today))
        period = whole if whole and left and whole.first <= left.first <= whole.last else left
        return Period(period.first + 7 * DAY, period.last + 7 * DAY) if period else None

    return later


def weekday_beside(weekday: int, days: Days, *, after: bool) -> Days:
    """Mean the last such weekday before some days, or the first after them."""

    def day(today: date) -> Period | None:
        period = days(today)
        if period and not after and _last_before(weekday, period.first) < today:
            period = days(today + 7 * DAY)
        if period is None:
            return None
        return coming(weekday)(period.last) if after else one(_last_before(weekday, period.first))

    return day


def _last_before(weekday: int, day: date) -> date:
    return day - ((day.weekday() - weekday - 1) % 7 + 1) * DAY


def weekend_of(days: Days) -> Days:
    """Mean the Saturday and Sunday nearest to a day, and a Monday or Friday itself; what has passed is left out."""

    def weekend(today: date) -> Period | None:
        day, saturday = days(today), nearest(SATURDAY, days)(today)
        if day is None or saturday is None:
            return None
        beside = day.is_day and day.first.weekday() in LONG_WEEKEND
        first, last = saturday.first, saturday.first + DAY
        return Period(min(first, day.first), max(last, day.last)) if beside else Period(first, last)

    return remaining(weekend)


def week_of_month(days: Days, nth: int) -> Days:
    """Mean the first seven days of a month, the second, the third; its last seven for -1."""

    def week_(today: date) -> Period | None:
        month = days(today)
        if month is None:
            return None
        begin = month.last - 6 * DAY if nth < 0 else month.first.replace(day=1) + 7 * (nth - 1) * DAY
        return Period(max(begin, today), begin + 6 * DAY) if begin + 6 * DAY >= today else None

    return week_


def nearest(weekday: int, days: Days) -> Days:
    """Mean the weekday that is closest to a day."""

    def found(today: date) -> Period | None:
        near = days(today)
        return one(near.first + ((weekday - near.first.weekday() + 3) % 7 - 3) * DAY) if near else None

    return found
