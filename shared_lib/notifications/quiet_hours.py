"""The hours in which nobody hears from us, unless it answers what they have just done; on the spa's wall clock."""

from datetime import datetime, time, timedelta

from shared_lib.kernel.spa import Spa

BEGIN, END = time(22), time(8)
MORNING = time(9)
"""When what had to wait for the morning goes out."""


def is_quiet(instant: datetime, spa: Spa) -> bool:
    """Return whether nobody may be disturbed at an instant."""
    hour = spa.wall(instant).time()
    return hour >= BEGIN or hour < END


def next_allowed(instant: datetime, spa: Spa) -> datetime:
    """Return the instant itself, or 09:00 of the morning that ends the quiet hours in which it lies."""
    if not is_quiet(instant, spa):
        return instant
    wall = spa.wall(instant)
    day = wall.date() + timedelta(days=wall.time() >= BEGIN)
    return datetime.combine(day, MORNING, spa.tz)
