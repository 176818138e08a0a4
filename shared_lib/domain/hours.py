"""Hours on the wall clock: a week, dated exceptions, and nights that run past midnight."""

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, Self
from zoneinfo import ZoneInfo

DAY = 24 * 60

Span = tuple[int, int]
"""Minutes of the wall clock after the day's midnight; an end above 1,440 is on the next day."""


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

    def intervals(self, first: date, last: date, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """Yield (begin, end) of all spans that begin from `first` to `last`, each date resolved by itself."""
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            for begin, end in self.spans_on(day):
                yield resolve(day, begin, zone), resolve(day, end, zone)

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
