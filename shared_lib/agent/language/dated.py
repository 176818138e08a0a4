"""What patterns make of days, weeks and months that are said by name; the tables of all languages share these."""

from datetime import date

from . import beside, calendar
from .calendar import Days
from .counted import FARTHEST, days_of
from .grammar import Make, Readings
from .items import LONGEST_MONTH


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


def weekdays_of_week(weeks: int, starts: int = 0) -> Make:
    """Mean Monday to Wednesday of next week."""
    return lambda first, last: {"day": calendar.week(weeks, (first - starts) % 7, (last - starts) % 7, starts)}


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
    return {"day": beside.week_of(days)}


def days_after(days: int) -> Make:
    """Make the day after Christmas."""
    return lambda meant: {"day": calendar.moved(meant, days)}


def weekday_after_next(weekday: int) -> Readings:
    """Mean Friday after next."""
    return {"day": calendar.moved(calendar.coming(weekday), 7)}


def weekday_after(weekday: int, days: Days) -> Readings:
    """Mean the Friday after Thanksgiving."""
    return {"day": beside.weekday_beside(weekday, days, after=True)}


def weekday_before(weekday: int, days: Days) -> Readings:
    """Mean the Tuesday before Christmas."""
    return {"day": beside.weekday_beside(weekday, days, after=False)}


def week_beside(weeks: int) -> Make:
    """Mean the week after Thanksgiving, the week before Christmas."""
    return lambda days: {"day": beside.week_beside(days, weeks)}


def weekday_near(span: tuple[float, str], weekday: int) -> Readings | None:
    """Mean in two weeks on a Tuesday: the first that is at most two days before that day."""
    days = days_of(span)
    if not days or span[1] != "week":
        return None
    return {"day": beside.weekday_beside(weekday, calendar.ahead(days - 3), after=True)}


def weekend(weeks: int) -> Make:
    """Mean this weekend, next weekend."""
    return lambda: {"day": calendar.week(weeks, calendar.SATURDAY, calendar.SATURDAY + 1), "weekend": True}


def weekend_ahead(weeks: int) -> Readings | None:
    """Mean in three weekends."""
    return weekend(weeks)() if 0 < weeks < FARTHEST else None


def weekend_of_next_month(nth: int) -> Readings:
    """Mean the second weekend of next month."""
    return {"day": beside.weekend_of(nth_of_next_month(nth, calendar.SATURDAY)["day"])}


def the_one_after(refused: Days) -> Readings:
    """Mean not this Friday but the next one."""
    return {"not_day": refused, "day": beside.next_after(refused)}


def busy(days: Days) -> Readings:
    """Mean I'm away on Friday: a time beside it is no wish."""
    return {"not_day": days, "busy": True}


def weekend_of(days: Days) -> Readings:
    """Mean Labor Day weekend."""
    return {"day": beside.weekend_of(days)}


def weekend_beside(days: Days, *, after: bool) -> Readings:
    """Mean the weekend after Thanksgiving, the weekend before Christmas."""
    return {"day": calendar.remaining(calendar.lasting(beside.weekday_beside(calendar.SATURDAY, days, after=after), 2))}


def week_of_month(nth: int, month: int | None = None, months: int = 0) -> Readings:
    """Mean the first week of December, the last week of this month."""
    return {"day": beside.week_of_month(calendar.month_part(month, 1, LONGEST_MONTH, months), nth)}


def weekend_of_month(nth: int, month: int | None = None) -> Readings:
    """Mean the first weekend of December."""
    return {"day": beside.weekend_of(calendar.nth_weekday(month, calendar.SATURDAY, nth))}


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
    return {"day": beside.nearest(weekday, days)}


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
