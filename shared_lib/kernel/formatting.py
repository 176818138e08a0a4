"""How we write days and times: one way for every endpoint, always on the spa's clock, its zone named."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from shared_lib.kernel.hours import DAY, Span, WeeklyHours
from shared_lib.kernel.spa import Spa

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""By the number that `date.weekday` gives."""
SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
NOON = 12


def say_clock(minute: int) -> str:
    """Return a minute of the wall clock, counted from midnight: `10:00 AM`, `noon`, `midnight` at the day's end."""
    if minute == DAY:
        return "midnight"
    hour, rest = divmod(minute % DAY, 60)
    if (hour, rest) == (NOON, 0):
        return "noon"
    return f"{hour % NOON or NOON}:{rest:02d} {'PM' if hour >= NOON else 'AM'}"


def say_spans(spans: Iterable[Span], *, closed: str) -> str:
    """Return the hours of a day: `10:00 AM to midnight`."""
    return ", ".join(f"{say_clock(begins)} to {say_clock(ends)}" for begins, ends in spans) or closed


def week_runs(hours: WeeklyHours) -> Iterator[tuple[str, Sequence[Span]]]:
    """Yield a week from Sunday on, days in a row with the same hours together: `Sunday to Thursday`, their hours."""
    for days, spans in day_runs(hours, SUNDAY_FIRST):
        first, last = WEEKDAYS[days[0]], WEEKDAYS[days[-1]]
        yield first if first == last else f"{first} to {last}", spans


def day_runs(hours: WeeklyHours, order: Iterable[int]) -> Iterator[tuple[Sequence[int], Sequence[Span]]]:
    """Yield the weekdays in this order, those in a row with the same hours together, and their hours."""
    week = [(day, tuple(hours.week.get(day, ()))) for day in order]
    for spans, run in groupby(week, key=lambda day: day[1]):
        yield [day for day, _ in run], spans


def say_moment(instant: datetime, spa: Spa, *, now: datetime) -> str:
    """Return day, hour and zone in full: `Friday 27 November, 3:00 PM New York time`."""
    return f"{say_day(instant, spa, now=now)}, {say_time(instant, spa)} {say_zone(spa)}"


def say_span(begins: datetime, ends: datetime, spa: Spa, *, now: datetime) -> str:
    """Return a visit from its first to its last minute: `Friday 27 November, 3:00 PM to 4:00 PM New York time`."""
    return f"{say_day(begins, spa, now=now)}, {say_time(begins, spa)} to {say_time(ends, spa)} {say_zone(spa)}"


def say_day(instant: datetime, spa: Spa, *, now: datetime) -> str:
    """Return the day on the spa's wall, `Friday 27 November`; the year is added when it is not the year of `now`."""
    wall = spa.wall(instant)
    shape = "%A %-d %B" if wall.year == spa.today(now).year else "%A %-d %B %Y"
    return wall.strftime(shape)


def say_date(instant: datetime, spa: Spa) -> str:
    """Return the day on the spa's wall with its year, whatever year it is: `Friday 27 November 2026`."""
    return spa.wall(instant).strftime("%A %-d %B %Y")


def say_time(instant: datetime, spa: Spa) -> str:
    """Return the hour on the spa's wall, `3:00 PM`; an hour that comes twice that night says which: `1:30 AM EDT`."""
    wall = spa.wall(instant)
    return wall.strftime("%-I:%M %p %Z" if comes_twice(wall) else "%-I:%M %p")


def comes_twice(wall: datetime) -> bool:
    """Return whether this hour comes twice that night, for the clocks are put back."""
    return wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()


def say_zone(spa: Spa) -> str:
    """Return what the spa's zone is called beside a time: `New York time`."""
    return spa.zone.rsplit("/", 1)[-1].replace("_", " ") + " time"


def say_duration(length: timedelta) -> str:
    """Return a length in whole minutes: `50 minutes`, `2 hours`, `1 hour 30 minutes`."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    parts = [_count(hours, "hour")] * bool(hours) + [_count(minutes, "minute")] * bool(minutes or not hours)
    return " ".join(parts)


def say_list(names: Sequence[str], word: str) -> str:
    """Return names in a row with a word before the last: `Anna, Lena & Nina`."""
    return f" {word} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
