"""When a unix-cron schedule comes due, on the clock of a time zone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MINUTE = timedelta(minutes=1)
HORIZON = timedelta(days=9 * 366)
"""Far enough for any 29 February; what does not come within it never comes."""

_HALVES = (("JAN", "FEB", "MAR", "APR", "MAY", "JUN"), ("JUL", "AUG", "SEP", "OCT", "NOV", "DEC"))
MONTHS = {name: number for number, name in enumerate((*_HALVES[0], *_HALVES[1]), 1)}
WEEKDAYS = {name: number for number, name in enumerate(("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"))}


@dataclass(frozen=True)
class Cron:
    """A schedule of five fields; Sunday is 0. Where both days are restricted, either will do.

    It follows the wall clock: a time that a change of the clock skips does not come, one that it repeats comes twice.
    """

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either_day: bool
    zone: ZoneInfo

    @classmethod
    def parse(cls, schedule: str, time_zone: str) -> Self:
        """Read a schedule like `*/5 9-17 * * MON-FRI`; raise ValueError that says what is wrong with it."""
        words = schedule.upper().split()
        if len(words) != len(_FIELDS):
            raise ValueError(f"a schedule has five fields, not {len(words)}: {schedule!r}")
        minutes, hours, days, months, weekdays = (
            _values(word, *field) for word, field in zip(words, _FIELDS, strict=True)
        )
        either_day = "*" not in (words[2][0], words[4][0])
        weekdays = frozenset(day % 7 for day in weekdays)
        return cls(minutes, hours, days, months, weekdays, either_day, _zone(time_zone))

    def next_after(self, moment: datetime) -> datetime | None:
        """Return the first instant (UTC) later than the moment, or None where it never comes."""
        return next(self._between(moment, moment + HORIZON), None)

    def latest(self, *, after: datetime, until: datetime) -> datetime | None:
        """Return the last instant (UTC) later than `after` and not later than `until`, or None."""
        window = timedelta(hours=1)
        while True:
            start = max(after, until - window)
            last = None
            for last in self._between(start, until):  # noqa: B007 -- the last one is wanted
                pass
            if last or start == after:
                return last
            window *= 4

    def _between(self, after: datetime, until: datetime) -> Iterator[datetime]:
        moment = after.astimezone(UTC).replace(second=0, microsecond=0) + MINUTE
        while moment <= until:
            local = moment.astimezone(self.zone)
            if not self._comes_on(local):
                midnight = datetime.combine(local.date() + timedelta(days=1), time(), self.zone)
                moment = max(moment + MINUTE, midnight.astimezone(UTC))
            elif local.hour not in self.hours:
                moment += MINUTE * (60 - local.minute)
            else:
                if local.minute in self.minutes:
                    yield moment
                moment += MINUTE

    def _comes_on(self, local: datetime) -> bool:
        by_day, by_weekday = local.day in self.days, local.isoweekday() % 7 in self.weekdays
        fits = by_day or by_weekday if self.either_day else by_day and by_weekday
        return fits and local.month in self.months


_Field = tuple[str, int, int, Mapping[str, int]]
_FIELDS: tuple[_Field, ...] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of the month", 1, 31, {}),
    ("month", 1, 12, MONTHS),
    ("day of the week", 0, 7, WEEKDAYS),
)


def _values(word: str, label: str, low: int, high: int, names: Mapping[str, int]) -> frozenset[int]:
    found: set[int] = set()
    for part in word.split(","):
        span, slash, step = part.partition("/")
        first, dash, last = (str(low), "-", str(high)) if span == "*" else span.partition("-")
        start, end = (_number(bound, label, low, high, names) for bound in (first, last if dash else first))
        if start > end or (slash and not (dash and step.isdecimal() and int(step))):
            raise ValueError(f"{part!r} is not a {label}")
        found.update(range(start, end + 1, int(step) if slash else 1))
    return frozenset(found)


def _number(word: str, label: str, low: int, high: int, names: Mapping[str, int]) -> int:
    number = int(word) if word.isascii() and word.isdecimal() else names.get(word, -1)
    if not low <= number <= high:
        raise ValueError(f"{word!r} is not a {label}: {low} to {high}")
    return number


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo("UTC" if name.lower() in ("", "utc") else name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is not a time zone") from error
