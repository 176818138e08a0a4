"""Time in whole minutes since 1970: what ten thousand bookings are counted in, where instants would be slow."""

from datetime import UTC, datetime, timedelta

_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

MinuteRange = tuple[int, int]
"""From one minute to before another, both counted since 1970 in UTC."""


def minute_of(instant: datetime) -> int:
    """Return the minute in which an instant lies."""
    return (instant - _EPOCH) // _MINUTE


def touched(begins: datetime, ends: datetime) -> MinuteRange:
    """Return the stretch of all minutes that [begins, ends) touches."""
    return minute_of(begins), -((_EPOCH - ends) // _MINUTE)
