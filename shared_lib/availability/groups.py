"""Several visits at once: guests side by side, treatments one after another, all of them or none."""

import dataclasses
import functools
import itertools
import operator
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.availability.allocation import Allocation, Assignment, BookedVisit
from shared_lib.availability.calendar import ASSIGNMENTS, AvailabilityCalendar
from shared_lib.availability.timeline import any_of, at_least, bits, is_set, whole_minute
from shared_lib.availability.visit import Group, Step, Visit, subsets

Places = tuple[Allocation, ...]
"""What one visit takes of rooms, or of people."""


class VisitWindow(NamedTuple):
    """A visit with the minutes after the start of its group at which it may begin: the least and the most."""

    visit: Visit
    least: int
    most: int

    def lasts_at(self, moment: int) -> bool:
        """Return whether its places are taken so many minutes after the start, however long anybody waits."""
        return self.most <= moment < self.least + self.visit.minutes + self.visit.turnaround


def enough_together(calendar: AvailabilityCalendar, visits: Sequence[VisitWindow]) -> int:
    """Return the minutes at which visits could begin as far as rooms and people can be counted.

    Every start that finds an assignment is among them; whether one of them can, assignment says.
    """
    mask = calendar.timeline.whole
    for some in _at_once(visits):
        mask &= _rooms(calendar, some) & _people(calendar, some)
    return mask


def _at_once(visits: Sequence[VisitWindow]) -> Iterator[tuple[VisitWindow, ...]]:
    """Yield those that certainly run together, at each moment at which one more has begun."""
    moments = sorted({window.most for window in visits})
    at_once = (tuple(window for window in visits if window.lasts_at(moment)) for moment in moments)
    return (some for some in at_once if len(some) > 1)


def _rooms(calendar: AvailabilityCalendar, visits: Sequence[VisitWindow]) -> int:
    """Return the minutes at which there are as many rooms of each kind, and large ones, as the visits need."""
    mask = calendar.timeline.whole
    for kind, party in {(window.visit.room_kind, window.visit.party) for window in visits}:
        some = [window for window in visits if window.visit.room_kind == kind and window.visit.party >= party]
        free = [
            _any(any_of(calendar.room_starts(room, visit), least, most) for visit, least, most in set(some))
            for room in calendar.snapshot.rooms
            if (room.kind, room.capacity >= party) == (kind, True)
        ]
        mask &= at_least(len(some), free)
    return mask


def _people(calendar: AvailabilityCalendar, visits: Sequence[VisitWindow]) -> int:
    """Return the minutes at which there are as many people for each choice of specialties as the visits need."""
    needs = [need for window in visits for need in window.visit.specialties]
    wished = [technician for window in visits for technician in window.visit.wished]
    mask = calendar.timeline.whole if len(set(wished)) == len(wished) else 0
    for some in subsets(tuple(needs)) if mask else ():
        free = [
            _any(
                any_of(calendar.technician_starts(who, visit), least, most)
                for visit, least, most in set(visits)
                if calendar.can_serve(who, visit)
            )
            for who in calendar.snapshot.technicians
            if who.specialties & some
        ]
        mask &= at_least(sum(need in some for need in needs), free)
    return mask


def _any(masks: Iterable[int]) -> int:
    return functools.reduce(operator.or_, masks, 0)


def possible_starts(calendar: AvailabilityCalendar, group: Group) -> int:
    """Return the minutes at which each visit of a group finds a place for itself.

    Together they may still be in each other's way: `assign` says.
    """
    if group.alone:
        return calendar.starts(group.alone)
    visits = [VisitWindow(step.visit, least, most) for step, least, most in group.offsets()]
    mask = enough_together(calendar, visits)
    for visit, least, most in visits:
        mask &= any_of(calendar.starts(visit), least, most)
    return mask


def has_start(calendar: AvailabilityCalendar, group: Group, asked: int) -> bool:
    """Return whether a group can begin at any of the minutes; those that are offered are tried first."""
    possible = possible_starts(calendar, group) & asked
    if group.alone:
        return bool(possible)
    offered = possible & calendar.timeline.quarter_hours
    in_turn = itertools.chain(bits(offered), bits(possible ^ offered))
    tried = itertools.takewhile(lambda _: calendar.budget.is_left, in_turn)
    return any(assign(calendar, group, calendar.timeline.at(bit), most=1) for bit in tried)


def assign(
    calendar: AvailabilityCalendar, group: Group, start: datetime, *, most: int = ASSIGNMENTS
) -> tuple[Assignment, ...]:
    """Return the assignments of a group that begins at an instant: the best, then those that share least with it.

    Who lost the first in a race has lost all of it.
    """
    if group.alone:
        return calendar.assignments(group.alone, start, most=most)
    combinations = StartCombinations(calendar, group.steps)
    found = (_assignments(calendar, group, combinations, begins) for begins in combinations.of(whole_minute(start)))
    ways = itertools.islice(itertools.chain.from_iterable(found), most)
    best = next(ways, None)
    return (best, *sorted(ways, key=lambda way: _shared(best, way))) if best else ()


def _shared(one: Assignment, other: Assignment) -> int:
    return len(
        {(allocation.kind, allocation.id) for allocation in one.allocations}
        & {(allocation.kind, allocation.id) for allocation in other.allocations}
    )


def _assignments(
    calendar: AvailabilityCalendar, group: Group, combinations: "StartCombinations", begins: tuple[datetime, ...]
) -> Iterator[Assignment]:
    """Yield the assignments of a group whose visits begin at these instants."""
    rooms = list(itertools.islice(combinations.rooms(begins), ASSIGNMENTS))
    times = tuple(
        BookedVisit(number, step.guest, begin, begin + timedelta(minutes=step.visit.minutes))
        for number, (step, begin) in enumerate(zip(group.steps, begins, strict=True), 1)
    )
    for n, team in enumerate(itertools.islice(combinations.people(begins), ASSIGNMENTS)):
        allocations = numbered(rooms[n % len(rooms)], team)
        yield Assignment(allocations, calendar.expired_holds_in(allocations), times)


def numbered(
    rooms: tuple[tuple[Allocation, ...], ...], people: tuple[tuple[Allocation, ...], ...]
) -> tuple[Allocation, ...]:
    """Return all places in the order in which they are locked, each with the number of its visit."""
    pairs = zip(rooms, people, strict=True)
    allocations = [
        dataclasses.replace(allocation, visit=n)
        for n, pair in enumerate(pairs, 1)
        for allocation in (*pair[0], *pair[1])
    ]
    return tuple(sorted(allocations, key=lambda allocation: (allocation.kind, allocation.id, allocation.begins)))


class StartCombinations:
    """The ways in which the steps of a group can follow each other from one start on.

    Each guest in turn waits as little as may be; a way is left as soon as two of its visits want the same place. Every
    try is work, and a calendar bears so much of it for one question.
    """

    def __init__(self, calendar: AvailabilityCalendar, steps: Sequence[Step]) -> None:
        self._calendar = calendar
        self._steps = steps

    def of(self, start: datetime) -> Iterator[tuple[datetime, ...]]:
        """Yield when each step begins, for each way that finds an assignment."""
        yield from self._extend(start, ())

    def _extend(self, start: datetime, begun: tuple[datetime, ...]) -> Iterator[tuple[datetime, ...]]:
        if len(begun) == len(self._steps):
            yield begun
            return
        step, line = self._steps[len(begun)], self._calendar.timeline
        starts, free_at = self._calendar.starts(step.visit), self._free_at(step, begun, start)
        for wait in step.waits:
            begin = free_at + timedelta(minutes=wait)
            if is_set(starts, line.bit(begin)) and self._fits((*begun, begin)):
                yield from self._extend(start, (*begun, begin))

    def _free_at(self, step: Step, begun: Sequence[datetime], start: datetime) -> datetime:
        """Return when the guest of a step has left the visit before it."""
        own = [
            begin + timedelta(minutes=other.visit.minutes)
            for other, begin in zip(self._steps, begun, strict=False)
            if other.guest == step.guest
        ]
        return max(own, default=start)

    def _fits(self, begun: tuple[datetime, ...]) -> bool:
        return self._calendar.budget.spend() and any(self.rooms(begun)) and any(self.people(begun))

    def rooms(self, begun: tuple[datetime, ...]) -> Iterator[tuple[Places, ...]]:
        """Yield the rooms that visits which begin so can have; rooms and people are chosen independently."""
        return apart(
            [self._calendar.rooms_at(step.visit, begin) for step, begin in zip(self._steps, begun, strict=False)]
        )

    def people(self, begun: tuple[datetime, ...]) -> Iterator[tuple[Places, ...]]:
        """Yield the people that visits which begin so can be with."""
        return apart(
            [self._calendar.teams_at(step.visit, begin) for step, begin in zip(self._steps, begun, strict=False)]
        )


def apart(choices: Sequence[Sequence[Places]]) -> Iterator[tuple[Places, ...]]:
    """Yield one choice for each visit, such that no two of them want the same room or person at once."""
    if not choices:
        yield ()
        return
    for chosen in choices[0]:
        rest = [[other for other in others if not _collide(chosen, other)] for others in choices[1:]]
        if all(rest):
            yield from ((chosen, *others) for others in apart(rest))


def _collide(some: Places, others: Places) -> bool:
    return any(one.meets(other) for one, other in itertools.product(some, others))
