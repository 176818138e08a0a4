"""Hours on the wall clock: a week, dated exceptions, and nights that run past midnight."""

import dataclasses
import functools
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, Self
from zoneinfo import ZoneInfo

from shared_lib.kernel.minutes import MinuteRange, minute_of

DAY = 24 * 60

Span = tuple[int, int]
"""Minutes of the wall clock after the day's midnight; an end above 1,440 is on the next day."""


@dataclasses.dataclass(frozen=True, slots=True)
class Day:
    """A date on the wall: the minute of its midnight since 1970, and whether the clocks stay as they are for two days.

    On such days the wall clock is counted from midnight; around a change each of its minutes is looked up.
    """

    date: date
    zone: ZoneInfo
    midnight: int
    even: bool

    def minute(self, wall: int) -> int:
        """Return the minute since 1970 of a wall-clock minute of this day or the next."""
        return self.midnight + wall if self.even else minute_of(resolve(self.date, wall, self.zone))


def days(first: date, last: date, zone: ZoneInfo) -> list[Day]:
    """Return the days from `first` to `last`."""
    dates = [first + timedelta(days=n) for n in range((last - first).days + 3)]
    midnights = [minute_of(resolve(day, 0, zone)) for day in dates]
    ahead = zip(dates, midnights, midnights[1:], midnights[2:], strict=False)
    return [Day(day, zone, here, (there - here, after - there) == (DAY, DAY)) for day, here, there, after in ahead]


@dataclasses.dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Spans for each weekday (0 is Monday), and for the dates that differ; an exception without spans is a day off."""

    week: Mapping[int, tuple[Span, ...]]
    exceptions: Mapping[date, tuple[Span, ...]] = dataclasses.field(default_factory=dict)

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """Return the spans that begin on a date, in wall-clock minutes."""
        if day in self.exceptions:
            return self.exceptions[day]
        return self.week.get(day.weekday(), ())

    def ranges(self, days: Iterable[Day]) -> Iterator[MinuteRange]:
        """Yield all spans that begin on these days, in minutes since 1970."""
        for day in days:
            for begin, end in self.spans_on(day.date):
                yield day.minute(begin), day.minute(end)

    def to_json(self) -> dict[str, Any]:
        """Return plain lists and words; `from_json` reads them."""
        return {
            "week": {str(weekday): [list(span) for span in spans] for weekday, spans in self.week.items()},
            "exceptions": {day.isoformat(): [list(s) for s in spans] for day, spans in self.exceptions.items()},
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(
            week={int(weekday): _spans(spans) for weekday, spans in body["week"].items()},
            exceptions={date.fromisoformat(day): _spans(spans) for day, spans in body["exceptions"].items()},
        )


def _spans(rows: list[list[int]]) -> tuple[Span, ...]:
    return tuple((begin, end) for begin, end in rows)


@functools.lru_cache(maxsize=20_000)
def resolve(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return the instant of a wall-clock minute; one that the spring night skips is the instant the clocks jump to."""
    days, rest = divmod(minute, DAY)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), zone)
    return _after_gap(wall, zone)


def _after_gap(wall: datetime, zone: ZoneInfo) -> datetime:
    instant = wall.timestamp()
    there = datetime.fromtimestamp(instant, zone)
    return there if there.replace(tzinfo=None) == wall.replace(tzinfo=None) else _jump(wall, zone)


def _jump(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant at which the wall clock skipped over `wall`: offsets change on whole minutes."""
    around = [datetime.fromtimestamp(wall.timestamp() + 60 * n, zone) for n in range(-180, 181)]
    return next(later for earlier, later in pairwise(around) if earlier.utcoffset() != later.utcoffset())
