"""Seat a request though a rule of the house forbids it: on the word of staff, and setting aside as few as it takes."""

import dataclasses
import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.rejections import BookingWindow
from shared_lib.availability.search import FARTHEST, SearchContext
from shared_lib.availability.timeline import MINUTE, whole_minute
from shared_lib.kernel.hours import DAY, WeeklyHours
from shared_lib.kernel.override import Override, Rule

OF_TIME = (Rule.NOTICE, Rule.HORIZON, Rule.HOURS, Rule.SHIFTS)
"""What says when a visit may be; who is taken, who can do what, and the past stand firm."""
ALWAYS = WeeklyHours(dict.fromkeys(range(7), ((0, DAY),)))


class RelaxedSearch(NamedTuple):
    """A search under the rules that remain, and those that were set aside for it."""

    search: SearchContext
    set_aside: tuple[Rule, ...] = ()


def relax_rules(search: SearchContext, start: datetime, override: Override | None) -> RelaxedSearch:
    """Set aside the fewest rules under which it can begin at `start`; none without an override, or where none helps."""
    if override is None:
        return RelaxedSearch(search)
    for rules in _fewest_first():
        relaxed = without(search, rules)
        if relaxed.rejection_for([(start, start + MINUTE)]) is None:
            return RelaxedSearch(relaxed, rules)
    return RelaxedSearch(without(search, OF_TIME))


def _fewest_first() -> Iterator[tuple[Rule, ...]]:
    for count in range(len(OF_TIME) + 1):
        yield from itertools.combinations(OF_TIME, count)


def without(search: SearchContext, rules: tuple[Rule, ...]) -> SearchContext:
    """Return the same search with rules of time set aside."""
    calendar, booking_window = _calendar(search.calendar, rules), _booking_window(search.booking_window, rules)
    return dataclasses.replace(search, calendar=calendar, booking_window=booking_window)


def _booking_window(booking_window: BookingWindow, rules: tuple[Rule, ...]) -> BookingWindow:
    if Rule.NOTICE in rules:
        booking_window = dataclasses.replace(
            booking_window, earliest=whole_minute(booking_window.now + MINUTE - timedelta(microseconds=1))
        )
    if Rule.HORIZON in rules:
        booking_window = dataclasses.replace(booking_window, horizon=booking_window.now + FARTHEST)
    return booking_window


def _calendar(calendar: AvailabilityCalendar, rules: tuple[Rule, ...]) -> AvailabilityCalendar:
    snapshot, hours = calendar.snapshot, None
    if Rule.HOURS in rules:
        hours = dict.fromkeys((room.area for room in snapshot.rooms), ALWAYS)
    if Rule.SHIFTS in rules:
        people = tuple(dataclasses.replace(technician, shifts=ALWAYS) for technician in snapshot.technicians)
        snapshot = dataclasses.replace(snapshot, technicians=people)
    return calendar.over(snapshot, hours=hours) if rules else calendar
