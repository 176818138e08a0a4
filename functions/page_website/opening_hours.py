"""Opening hours as the website says them: a few lines for each part of the house."""

import dataclasses
from itertools import groupby

from shared_lib.kernel.hours import DAY, Span, WeeklyHours

_WEEK = (
    (6, "Sunday"),
    (0, "Monday"),
    (1, "Tuesday"),
    (2, "Wednesday"),
    (3, "Thursday"),
    (4, "Friday"),
    (5, "Saturday"),
)


@dataclasses.dataclass(frozen=True, slots=True)
class OpeningLine:
    """Days that are alike, and their hours: `Sunday to Thursday`, `10:00 AM to midnight`."""

    days: str
    times: str


def opening_lines(hours: WeeklyHours) -> tuple[OpeningLine, ...]:
    """Return a week from Sunday on, days in a row with the same hours as one line."""
    week = [(name, hours.week.get(weekday, ())) for weekday, name in _WEEK]
    runs = [(spans, [name for name, _ in run]) for spans, run in groupby(week, key=lambda day: day[1])]
    return tuple(OpeningLine(_days(names), _times(spans)) for spans, names in runs)


def _days(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def _times(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{_clock(begin)} to {_clock(end)}" for begin, end in spans) or "Closed"


def _clock(minute: int) -> str:
    hour, rest = divmod(minute % DAY, 60)
    if minute == DAY:
        return "midnight"
    return f"{hour % 12 or 12}:{rest:02d} {'PM' if hour >= 12 else 'AM'}"  # noqa: PLR2004 -- noon
