"""The day of a time that was said alone: with nothing spoken of before, it is the next such time."""

from dataclasses import replace
from datetime import datetime, time
from itertools import count

from .calendar import DAY
from .meaning import When


def next_occurrence(when: When, now: datetime) -> When:
    """Return a time without a day on the first day on which it is still ahead; all else as it was said.

    For words without a context only: in a dialogue the day is what was spoken of, and never made up.
    """
    if when.time is None or when.date or when.end_date:
        return when
    days = (now.date() + n * DAY for n in count(_has_passed(when, when.time, now)))
    day = next(day for day in days if day not in when.not_dates)
    if when.end_time is None:
        return replace(when, date=day)
    return replace(when, date=day, end_date=day + DAY * (when.end_time <= when.time))


def _has_passed(when: When, start: time, now: datetime) -> bool:
    """Tell whether nothing is left of it today; of `after 5` and of a stretch over midnight, something is."""
    last = when.end_time or start
    return when.open != "after" and last >= start and last < now.time()
