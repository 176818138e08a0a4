"""Several visits at once: guests side by side, treatments one after another, all of them or none."""

import dataclasses
import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta

from shared_lib.domain.availability.diary import ASSIGNMENTS, AvailabilityCalendar
from shared_lib.domain.availability.timeline import any_of, bits, whole_minute
from shared_lib.domain.availability.timings import Timings
from shared_lib.domain.availability.together import Timed, enough_together
from shared_lib.domain.availability.visit import Visit
from shared_lib.domain.booking import Allocation, BookedVisit
from shared_lib.domain.hold import Assignment

MOST_GUESTS = 6
MOST_VISITS = 8
"""More than so many at once are arranged with the front desk."""
WAIT_STEP = 5
"""The minutes that a guest waits between two treatments are counted in steps of so many."""


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One visit of a group; a guest's first one begins `waits` minutes after the group, a later one after the former.

    The first of the waits that works is taken.
    """

    visit: Visit
    guest: int = 1
    waits: tuple[int, ...] = (0,)


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """What is booked as one: the steps of each guest in their order, at least one in all."""

    steps: tuple[Step, ...]

    @classmethod
    def of(cls, visit: Visit) -> "Group":
        """Return a visit by itself."""
        return cls((Step(visit),))

    @property
    def alone(self) -> Visit | None:
        """Return the only visit, None where there are several."""
        return self.steps[0].visit if len(self.steps) == 1 else None

    @property
    def party(self) -> int:
        """Return how many people come."""
        of_guest: dict[int, int] = {}
        for step in self.steps:
            of_guest[step.guest] = max(of_guest.get(step.guest, 0), step.visit.party)
        return sum(of_guest.values())

    def ends(self, start: datetime, assignment: Assignment) -> datetime:
        """Return when the last visit of an assignment that begins at `start` is over."""
        return max(
            (visit.ends_at for visit in assignment.visits),
            default=start + timedelta(minutes=self.steps[0].visit.minutes),
        )

    def offsets(self) -> Iterator[tuple[Step, int, int]]:
        """Yield each step with the minutes after the group's start at which it may begin: the least and the most."""
        over: dict[int, tuple[int, int]] = {}
        for step in self.steps:
            least, most = over.get(step.guest, (0, 0))
            least, most = least + min(step.waits), most + max(step.waits)
            yield step, least, most
            over[step.guest] = least + step.visit.minutes, most + step.visit.minutes


def possible_starts(calendar: AvailabilityCalendar, group: Group) -> int:
    """Return the minutes at which each visit of a group finds a place for itself.

    Together they may still be in each other's way: `seat` says.
    """
    if group.alone:
        return calendar.starts(group.alone)
    visits = [Timed(step.visit, least, most) for step, least, most in group.offsets()]
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
    return any(seat(calendar, group, calendar.timeline.at(bit), most=1) for bit in tried)


def seat(
    calendar: AvailabilityCalendar, group: Group, start: datetime, *, most: int = ASSIGNMENTS
) -> tuple[Assignment, ...]:
    """Return the ways to seat a group that begins at an instant: the best, then those that share least with it.

    Who lost the first in a race has lost all of it.
    """
    if group.alone:
        return calendar.assignments(group.alone, start, most=most)
    timings = Timings(calendar, group.steps)
    found = (_assignments(calendar, group, timings, begins) for begins in timings.of(whole_minute(start)))
    ways = itertools.islice(itertools.chain.from_iterable(found), most)
    best = next(ways, None)
    return (best, *sorted(ways, key=lambda way: _shared(best, way))) if best else ()


def _shared(one: Assignment, other: Assignment) -> int:
    return len(
        {(allocation.kind, allocation.id) for allocation in one.allocations}
        & {(allocation.kind, allocation.id) for allocation in other.allocations}
    )


def _assignments(
    calendar: AvailabilityCalendar, group: Group, timings: Timings, begins: tuple[datetime, ...]
) -> Iterator[Assignment]:
    """Yield the ways to seat a group whose visits begin at these instants."""
    rooms = list(itertools.islice(timings.rooms(begins), ASSIGNMENTS))
    times = tuple(
        BookedVisit(number, step.guest, begin, begin + timedelta(minutes=step.visit.minutes))
        for number, (step, begin) in enumerate(zip(group.steps, begins, strict=True), 1)
    )
    for n, team in enumerate(itertools.islice(timings.people(begins), ASSIGNMENTS)):
        allocations = _numbered(rooms[n % len(rooms)], team)
        yield Assignment(allocations, calendar.expired_holds_in(allocations), times)


def _numbered(
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
