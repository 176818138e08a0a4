"""Opening hours as the website says them: a few lines for each part of the house."""

import dataclasses

from shared_lib.kernel.formatting import say_spans, week_runs
from shared_lib.kernel.hours import WeeklyHours


@dataclasses.dataclass(frozen=True, slots=True)
class OpeningLine:
    """Days that are alike, and their hours: `Sunday to Thursday`, `10:00 AM to midnight`."""

    days: str
    times: str


def opening_lines(hours: WeeklyHours) -> tuple[OpeningLine, ...]:
    """Return a week from Sunday on, days in a row with the same hours as one line."""
    return tuple(OpeningLine(days, say_spans(spans, closed="Closed")) for days, spans in week_runs(hours))
