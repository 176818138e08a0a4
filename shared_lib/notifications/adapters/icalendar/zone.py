"""A zone's rules around a visit, for calendars that don't know the zone by name.

The library writes these too, but lets a spring change begin an hour late: RFC 5545 counts an onset on the clock that
is being left, and 02:00 EST is the hour at which New York's summer begins.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import cast
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def zone_component(zone: ZoneInfo, *, around: datetime) -> Timezone:
    """Return the zone from the year before until the year after."""
    component = Timezone()
    component.add("tzid", zone.key)
    for onset in _onsets(zone, around.astimezone(UTC).year):
        component.add_component(_observance(onset, zone))
    return component


@lru_cache(maxsize=16)
def _onsets(zone: ZoneInfo, year: int) -> tuple[datetime, ...]:
    """Return the instants in UTC from which on the zone keeps another time; the first one only begins the count."""
    begin = datetime(year - 1, 1, 1, tzinfo=UTC)
    return (begin, *_changes(zone, begin, datetime(year + 2, 1, 1, tzinfo=UTC)))


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    day = begin
    while day < end:
        if _offset(day, zone) != _offset(day + DAY, zone):
            yield _change_within(day, zone)
        day += DAY


def _change_within(day: datetime, zone: ZoneInfo) -> datetime:
    """Return the first second of the day to come that keeps another time than `day`."""
    before, after = day, day + DAY
    while after - before > SECOND:
        middle = before + (after - before) // 2
        if _offset(middle, zone) == _offset(day, zone):
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def _observance(onset: datetime, zone: ZoneInfo) -> TimezoneDaylight | TimezoneStandard:
    left, kept = _offset(onset - SECOND, zone), _offset(onset, zone)
    wall = onset.astimezone(zone)
    component = TimezoneDaylight() if wall.dst() else TimezoneStandard()
    component.add("dtstart", (onset + left).replace(tzinfo=None))
    component.add("tzoffsetfrom", left)
    component.add("tzoffsetto", kept)
    component.add("tzname", wall.tzname())
    return component


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return cast("timedelta", instant.astimezone(zone).utcoffset())
