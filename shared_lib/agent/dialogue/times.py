"""From what a guest says of time to stretches of the spa's clock in which a visit may begin."""

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from shared_lib.agent.language import When
from shared_lib.availability.timeline import Window
from shared_lib.kernel.hours import DAY, Span, WeeklyHours, resolve
from shared_lib.kernel.parts_of_day import LATE_PARTS, minutes_of

WHOLE_DAY = (0, DAY)
NIGHT_AND_DAY = (-5 * 60, DAY)
"""Who wishes for an hour after midnight is shown the evening before it too."""
OF_HOUR = ("time", "end_time", "open", "part", "part_end", "either_half", "around")
"""What an hour consists of."""
HALF = 12
"""Hours."""
LONGEST_RANGE = 92
LATE, AFTER_MIDNIGHT = time(20), time(5)
"""Who spoke of a late hour and then of 1 AM means the same night."""


def merge(known: When | None, said: When) -> When:
    """Return what is known of the time after somebody said more: a new day keeps the hour, a new hour keeps the day."""
    if known is None:
        return said
    day = _part(said if _names_day(said) else known, ("date", "end_date", "not_dates"))
    hour = _part(said if names_hour(said) else known, OF_HOUR)
    merged = When(**day, **hour)
    if merged.date and not _names_day(said) and _small_hour(said) and _late(known):
        return dataclasses.replace(merged, date=merged.date + timedelta(days=1))
    return merged


def as_stretch(when: When, *, today: date, last: date) -> When:
    """Return `before Saturday` and `from Friday on` as the days that they mean, of those that can be booked."""
    if when.date is None or when.end_date or when.time or when.end_time or not when.open:
        return when
    beyond = timedelta(days=when.beyond)
    first, end = (today, when.date - beyond) if when.open == "before" else (when.date + beyond, last)
    if not first <= end:
        return dataclasses.replace(when, open="")
    return dataclasses.replace(when, date=first, end_date=end if end > first else None, open="")


def _small_hour(when: When) -> bool:
    return when.time is not None and not when.either_half and when.time < AFTER_MIDNIGHT


def _late(when: When) -> bool:
    return when.part in LATE_PARTS or (when.time is not None and when.time >= LATE)


def _part(when: When, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(when, name) for name in names}


def _names_day(when: When) -> bool:
    return when.date is not None or when.end_date is not None or bool(when.not_dates)


def names_hour(when: When) -> bool:
    """Return whether an hour or a part of the day was said."""
    return when.time is not None or when.end_time is not None or when.part is not None


def in_open_half(when: When, areas: Iterable[WeeklyHours]) -> When:
    """Return a time that left am or pm open in the other half of its day, where only in that one the house is open."""
    if not when.either_half or when.date is None or when.time is None:
        return when
    spans = [span for hours in areas for span in hours.spans_on(when.date)]
    other = _other_half(when.time)
    if _is_open(when.time, spans, until=when.open == "before") or not _is_open(
        other, spans, until=when.open == "before"
    ):
        return when
    end = _other_half(when.end_time) if when.end_time and when.end_time <= other else when.end_time
    return dataclasses.replace(when, time=other, end_time=end, either_half=False)


def _other_half(clock: time) -> time:
    return clock.replace(hour=(clock.hour + HALF) % (2 * HALF))


def _is_open(clock: time, spans: Iterable[Span], *, until: bool) -> bool:
    """Return whether a visit may be under way at a time of day: from it on, or until it."""
    minute = _minute(clock)
    return any(begins < minute <= ends if until else begins <= minute < ends for begins, ends in spans)


def wanted_instant(when: When, zone: ZoneInfo) -> datetime | None:
    """Return the one instant that somebody asked for, None where it is a stretch of time."""
    several = when.end_date not in {None, when.date}
    if when.date is None or several or when.time is None or when.end_time or when.open:
        return None
    return resolve(when.date, _minute(when.time), zone)


def windows(when: When, zone: ZoneInfo) -> tuple[Window, ...]:
    """Return the stretches in which a visit may begin, one for each day; empty where no day was said."""
    if when.date is None:
        return ()
    last = min(when.end_date or when.date, when.date + timedelta(days=LONGEST_RANGE))
    days = [when.date + timedelta(days=n) for n in range((last - when.date).days + 1)]
    return tuple(_window(day, *_minutes(when), zone) for day in days if day not in when.not_dates)


def whole_day(day: date, zone: ZoneInfo) -> Window:
    """Return a day from midnight to midnight."""
    return _window(day, 0, DAY, zone)


def exactly(instant: datetime, zone: ZoneInfo) -> When:
    """Return an instant as somebody would say it on the spa's clock."""
    wall = instant.astimezone(zone)
    return When(date=wall.date(), time=wall.time().replace(second=0, microsecond=0))


def _window(day: date, begins: int, ends: int, zone: ZoneInfo) -> Window:
    return resolve(day, begins, zone), resolve(day, ends, zone)


def _minutes(when: When) -> tuple[int, int]:
    """Return the stretch of the day in wall-clock minutes: an exact hour means the day around it."""
    if when.part and when.time is None:
        return minutes_of(when.part, when.part_end) or WHOLE_DAY
    begins = _minute(when.time) if when.time else 0
    ends = _minute(when.end_time) + 1 if when.end_time else DAY
    if when.open == "before":
        return 0, _minute(when.end_time or when.time or time(23, 59))
    if when.open == "after" or when.end_time:
        return begins, ends if ends > begins else ends + DAY
    return NIGHT_AND_DAY if _small_hour(when) else WHOLE_DAY


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
