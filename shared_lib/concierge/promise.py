"""By when somebody answers: while the front desk is open, on the spa's wall clock."""

from collections.abc import Collection
from datetime import datetime, timedelta

from shared_lib.kernel.hours import WeeklyHours, resolve
from shared_lib.kernel.spa import Spa

PATIENCE = timedelta(hours=2)
"""How long an answer takes while somebody is there."""
AFTER_OPENING = timedelta(minutes=30)
FARTHEST = 31
"""How many days of closed doors are looked over."""
WITHOUT_HOURS = timedelta(days=1)
QUARTER = timedelta(minutes=15)
"""A promise is for a full quarter of an hour: nobody says "by 12:01"."""


def promise_at(now: datetime, *, spa: Spa, hours: Collection[WeeklyHours]) -> datetime:
    """Return the instant, a full quarter of an hour, by which somebody answers what is told now.

    Two hours later where the desk is open then, else half an hour after it opens next; the desk is open while any part
    of the house is. Where no hours are known it is a day later.
    """
    soon = _quarter(now + PATIENCE)
    spans = _open_spans(soon, spa=spa, hours=hours)
    if any(begins <= soon <= ends for begins, ends in spans):
        return soon
    next_opening = min((begins for begins, _ in spans if begins > soon), default=None)
    return _quarter(next_opening + AFTER_OPENING if next_opening else now + WITHOUT_HOURS)


def _quarter(instant: datetime) -> datetime:
    """Return the next full quarter of an hour; on the clocks of all zones it is one."""
    over = (instant - instant.replace(minute=0, second=0, microsecond=0)) % QUARTER
    return instant + QUARTER - over if over else instant


def _open_spans(around: datetime, *, spa: Spa, hours: Collection[WeeklyHours]) -> list[tuple[datetime, datetime]]:
    """Return when the house is open from the evening before an instant on; a night may run past midnight."""
    yesterday = spa.today(around) - timedelta(days=1)
    return [
        (resolve(day, begin, spa.tz), resolve(day, end, spa.tz))
        for day in (yesterday + timedelta(days=n) for n in range(FARTHEST + 1))
        for week in hours
        for begin, end in week.spans_on(day)
    ]
