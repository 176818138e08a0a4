"""Seat a wish though a rule of the house forbids it: on the word of staff, and setting aside as few as it takes."""

import dataclasses
import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.domain.availability.diary import Diary
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.timeline import MINUTE, whole_minute
from shared_lib.domain.hours import DAY, WeeklyHours
from shared_lib.domain.override import Override, Rule
from shared_lib.usecases.find_times import FARTHEST, Sought

OF_TIME = (Rule.NOTICE, Rule.HORIZON, Rule.HOURS, Rule.SHIFTS)
"""What says when a visit may be; who is taken, who can do what, and the past stand firm."""
ALWAYS = WeeklyHours(dict.fromkeys(range(7), ((0, DAY),)))


class Bent(NamedTuple):
    """A search under the rules that remain, and those that were set aside for it."""

    sought: Sought
    set_aside: tuple[Rule, ...] = ()


def bend(sought: Sought, start: datetime, override: Override | None) -> Bent:
    """Set aside the fewest rules under which it can begin at `start`; none without an override, or where none helps."""
    if override is None:
        return Bent(sought)
    for rules in _fewest_first():
        bent = without(sought, rules)
        if bent.why_not([(start, start + MINUTE)]) is None:
            return Bent(bent, rules)
    return Bent(without(sought, OF_TIME))


def _fewest_first() -> Iterator[tuple[Rule, ...]]:
    for count in range(len(OF_TIME) + 1):
        yield from itertools.combinations(OF_TIME, count)


def without(sought: Sought, rules: tuple[Rule, ...]) -> Sought:
    """Return the same search with rules of time set aside."""
    diary, limits = _diary(sought.diary, rules), _limits(sought.limits, rules)
    return dataclasses.replace(sought, diary=diary, limits=limits)


def _limits(limits: Limits, rules: tuple[Rule, ...]) -> Limits:
    if Rule.NOTICE in rules:
        limits = dataclasses.replace(limits, earliest=whole_minute(limits.now + MINUTE - timedelta(microseconds=1)))
    if Rule.HORIZON in rules:
        limits = dataclasses.replace(limits, horizon=limits.now + FARTHEST)
    return limits


def _diary(diary: Diary, rules: tuple[Rule, ...]) -> Diary:
    floor, hours = diary.floor, None
    if Rule.HOURS in rules:
        hours = dict.fromkeys((room.area for room in floor.rooms), ALWAYS)
    if Rule.SHIFTS in rules:
        people = tuple(dataclasses.replace(technician, shifts=ALWAYS) for technician in floor.technicians)
        floor = dataclasses.replace(floor, technicians=people)
    return diary.over(floor, hours=hours) if rules else diary
