"""What patterns make of days, weeks and weekends that are said by name; the tables of all languages share these."""

from datetime import date

from . import calendar
from .calendar import DAY, SATURDAY, Days, Period, coming, one, remaining, week_start
from .grammar import Make, Readings
from .items import LONGEST_MONTH
from .time_builders import FARTHEST, days_of

LONG_WEEKEND = (0, 4)  # days that prolong a weekend: Monday and Friday
A_SEASON = 90 * DAY


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


def passed_weekday(weekday: int) -> Readings:
    """Mean last Monday, the Monday just gone: no wish, and a day that has passed."""
    return {"past": True, "past_day": lambda today: one(_last_before(weekday, today))}


def weekday_of_this_week(weekday: int) -> Readings:
    """Mean Monday of this week, which may have passed; the next such day is meant then."""

    def gone(today: date) -> Period:
        return one(week_start(today) + weekday * DAY)

    return {"day": calendar.in_week(weekday, 0), "past_day": gone}


def weekdays_of_week(weeks: int, starts: int = 0) -> Make:
    """Mean Monday to Wednesday of next week."""
    return lambda first, last: {"day": calendar.week(weeks, (first - starts) % 7, (last - starts) % 7, starts)}


def weekdays_from_now(count: int, weekday: int) -> Readings:
    """Mean three Fridays from now."""
    if not 0 < count < FARTHEST:
        return {"refused": True}
    return {"day": calendar.moved(calendar.coming(weekday), 7 * (count - 1))}


def week_of(days: Days) -> Readings:
    """Mean the week of December 7th."""
    return {"day": _whole_week(days)}


def days_after(days: int) -> Make:
    """Make the day after Christmas."""
    return lambda meant: {"day": calendar.moved(meant, days)}


def weekday_after_next(weekday: int) -> Readings:
    """Mean Friday after next."""
    return {"day": calendar.moved(calendar.coming(weekday), 7)}


def weekday_after(weekday: int, days: Days) -> Readings:
    """Mean the Friday after Thanksgiving."""
    return {"day": _weekday_beside(weekday, days, after=True)}


def weekday_before(weekday: int, days: Days) -> Readings:
    """Mean the Tuesday before Christmas."""
    return {"day": _weekday_beside(weekday, days, after=False)}


def week_beside(weeks: int) -> Make:
    """Mean the week after Thanksgiving, the week before Christmas."""
    return lambda days: {"day": _week_away(days, weeks)}


def weekday_near(span: tuple[float, str], weekday: int) -> Readings | None:
    """Mean in two weeks on a Tuesday: the first that is at most two days before that day."""
    days = days_of(span)
    if not days or span[1] != "week":
        return None
    return {"day": _weekday_beside(weekday, calendar.ahead(days - 3), after=True)}


def weekend(weeks: int) -> Make:
    """Mean this weekend, next weekend."""
    return lambda: {"day": calendar.week(weeks, calendar.SATURDAY, calendar.SATURDAY + 1), "weekend": True}


def weekend_ahead(weeks: int) -> Readings | None:
    """Mean in three weekends."""
    return weekend(weeks)() if 0 < weeks < FARTHEST else None


def weekend_of_next_month(nth: int) -> Readings:
    """Mean the second weekend of next month."""
    return {"day": _nearest_weekend(nth_of_next_month(nth, calendar.SATURDAY)["day"])}


def the_one_after(refused: Days) -> Readings:
    """Mean not this Friday but the next one."""
    return {"not_day": refused, "day": _same_days_next_week(refused)}


def busy(days: Days) -> Readings:
    """Mean I'm away on Friday: a time beside it is no wish."""
    return {"not_day": days, "busy": True}


def weekend_of(days: Days) -> Readings:
    """Mean Labor Day weekend."""
    return {"day": _nearest_weekend(days)}


def weekend_beside(days: Days, *, after: bool) -> Readings:
    """Mean the weekend after Thanksgiving, the weekend before Christmas."""
    return {"day": calendar.remaining(calendar.lasting(_weekday_beside(calendar.SATURDAY, days, after=after), 2))}


def week_of_month(nth: int, month: int | None = None, months: int = 0) -> Readings:
    """Mean the first week of December, the last week of this month."""
    return {"day": _seven_days_of_month(calendar.month_part(month, 1, LONGEST_MONTH, months), nth)}


def weekend_of_month(nth: int, month: int | None = None) -> Readings:
    """Mean the first weekend of December."""
    return {"day": _nearest_weekend(calendar.nth_weekday(month, calendar.SATURDAY, nth))}


def nth_of_next_month(nth: int, weekday: int) -> Readings:
    """Mean the first Monday of next month."""

    def days(today: date) -> calendar.Period | None:
        start = calendar.month_part(None, 1, 1, 1)(today)
        return calendar.nth_weekday(start.first.month, weekday, nth)(start.first) if start else None

    return {"day": days}


def same_weekday(weeks: int) -> Make:
    """Mean this day next week."""
    return lambda: {"day": calendar.ahead(7 * weeks)}


def nth_of_month(nth: int, weekday: int, month: int | None = None) -> Readings:
    """Mean the first Tuesday in October."""
    return {"day": calendar.nth_weekday(month, weekday, nth)}


def nearest_to(weekday: int, days: Days) -> Readings:
    """Mean the closest Monday to Oct 5th."""
    return {"day": _nearest_weekday(weekday, days)}


def days_of_month(length_said: tuple[float, str], month: int | None = None, months: int = 0) -> Readings | None:
    """Mean the first two weeks of December, the first ten days of next month."""
    days = days_of(length_said)
    return {"day": calendar.month_part(month, 1, days, months)} if days and days <= LONGEST_MONTH else None


def last_of_month(months: int = 0, month: int | None = None) -> Make:
    """Mean the last day of this month, of the next or of a named one."""
    return lambda: {"day": calendar.edge(calendar.month_part(month, 1, LONGEST_MONTH, months), last=True)}


def part_of_month(first: int, last: int) -> Make:
    """Mean the end of April, April."""
    return lambda month: {"day": calendar.month_part(month, first, last)}


def _whole_week(days: Days) -> Days:
    """Mean the whole week in which some days are; what has passed is left out."""

    def whole(today: date) -> Period | None:
        meant = days(today)
        start = week_start(meant.first) if meant else today
        return Period(max(start, today), start + 6 * DAY) if meant else None

    return whole


def _week_away(days: Days, weeks: int) -> Days:
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


def _same_days_next_week(days: Days) -> Days:
    """Mean the same days a week later, all of them where some have passed."""

    def later(today: date) -> Period | None:
        left = days(today)
        whole = days(week_start(today))
        period = whole if whole and left and whole.first <= left.first <= whole.last else left
        return Period(period.first + 7 * DAY, period.last + 7 * DAY) if period else None

    return later


def _weekday_beside(weekday: int, days: Days, *, after: bool) -> Days:
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


def _nearest_weekend(days: Days) -> Days:
    """Mean the Saturday and Sunday nearest to a day, and a Monday or Friday itself; what has passed is left out."""

    def weekend(today: date) -> Period | None:
        day, saturday = days(today), _nearest_weekday(SATURDAY, days)(today)
        if day is None or saturday is None:
            return None
        beside = day.is_day and day.first.weekday() in LONG_WEEKEND
        first, last = saturday.first, saturday.first + DAY
        return Period(min(first, day.first), max(last, day.last)) if beside else Period(first, last)

    return remaining(weekend)


def _seven_days_of_month(days: Days, nth: int) -> Days:
    """Mean the first seven days of a month, the second, the third; its last seven for -1."""

    def week_(today: date) -> Period | None:
        month = days(today)
        if month is None:
            return None
        begin = month.last - 6 * DAY if nth < 0 else month.first.replace(day=1) + 7 * (nth - 1) * DAY
        return Period(max(begin, today), begin + 6 * DAY) if begin + 6 * DAY >= today else None

    return week_


def _nearest_weekday(weekday: int, days: Days) -> Days:
    """Mean the weekday that is closest to a day."""

    def found(today: date) -> Period | None:
        near = days(today)
        return one(near.first + ((weekday - near.first.weekday() + 3) % 7 - 3) * DAY) if near else None

    return found
