"""The house's calendar over a stretch of time: which minutes are free for a visit, and with whom and where."""

import dataclasses
import functools
import itertools
import operator
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from shared_lib.availability.allocation import Allocation, Assignment
from shared_lib.availability.snapshot import Occupancy, OccupancySnapshot
from shared_lib.availability.timeline import MINUTE, Timeline, at_least, is_set, starts_of, stranded, whole_minute
from shared_lib.availability.visit import Team, Visit, spread, subsets, teams_of
from shared_lib.kernel.hours import Day, WeeklyHours, days
from shared_lib.kernel.lazy import lazy_property
from shared_lib.kernel.minutes import MinuteRange, touched
from shared_lib.kernel.spa import Room, Spa, Technician

MOST = 4000
"""How many ways for visits to follow each other are tried before the answer is no; about half a second."""


class SearchBudget:
    """What is left to spend."""

    def __init__(self, most: int = MOST) -> None:
        self._left = most

    @property
    def is_left(self) -> bool:
        """Return whether one more try may be made."""
        return self._left > 0

    def spend(self) -> bool:
        """Take one try; False where none is left."""
        self._left -= 1
        return self._left >= 0


ASSIGNMENTS = 24
"""How many assignments of one visit are worth trying when others are after the same places."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidates:
    """Who and what can take a visit, each with the minutes from which; `starts` has those at which it can begin."""

    rooms: tuple[tuple[Room, int], ...]
    technicians: tuple[tuple[Technician, int], ...]
    starts: int


class OpenMinutes:
    """Which minutes are open, staffed and free: a row of bits for each, worked out when it is first asked for."""

    def __init__(self, snapshot: OccupancySnapshot, *, hours: Mapping[str, WeeklyHours], spa: Spa) -> None:
        self.timeline = Timeline.between(snapshot.begins, snapshot.ends)
        self._snapshot = snapshot
        self._hours = hours
        self._spa = spa
        self._known: dict[Hashable, int] = {}

    def taken(self, kind: str, number: int) -> int:
        """Return the minutes at which a room or technician is taken; ended holds take nothing."""
        return self._once((kind, number), lambda: self._mask(kind, number, time_off=True))

    def booked(self, kind: str, number: int) -> int:
        """Return the minutes at which bookings take a room or technician."""
        return self._once(("booked", kind, number), lambda: self._mask(kind, number, time_off=False))

    def free_for(self, kind: str, number: int, minutes: int, *, turnaround: int = 0) -> int:
        """Return the minutes from which a room or technician is free for so many, and from bookings for more."""
        return self._once(
            (kind, number, minutes, turnaround), lambda: self._free_for((kind, number), minutes, turnaround)
        )

    def _free_for(self, which: tuple[str, int], minutes: int, turnaround: int) -> int:
        free = starts_of(self.timeline.whole ^ self.taken(*which), minutes)
        if not turnaround:
            return free
        return free & starts_of(self.timeline.whole ^ self.booked(*which), minutes + turnaround)

    def open_for(self, area: str, minutes: int) -> int:
        """Return the minutes from which an area is open for so many; one without hours is closed."""
        return self._once(("open", area, minutes), lambda: starts_of(self._open(area), minutes))

    def on_duty_for(self, technician: Technician, minutes: int) -> int:
        """Return the minutes from which a technician's shift covers so many."""
        return self._once(("duty", technician.id, minutes), lambda: starts_of(self._on_duty(technician), minutes))

    def usable(self, kind: str, number: int, *, area: str = "") -> int:
        """Return the minutes at which a technician on duty, or a room of an open area, is free."""
        return self._once(("usable", kind, number), lambda: self._able(kind, number, area) & ~self.taken(kind, number))

    def load(self, technician: Technician, day: date) -> int:
        """Return for how many minutes of a day somebody is taken."""
        return self._once(("load", technician.id, day), lambda: (self._taken_on(technician, day)).bit_count())

    def _once(self, key: Hashable, work: Callable[[], int]) -> int:
        if key not in self._known:
            self._known[key] = work()
        return self._known[key]

    def _mask(self, kind: str, number: int, *, time_off: bool) -> int:
        found = (self._ranges.get((kind, number, off), ()) for off in ((False, True) if time_off else (False,)))
        return self.timeline.mask_of(itertools.chain.from_iterable(found))

    @lazy_property
    def _ranges(self) -> dict[tuple[str, int, bool], list[MinuteRange]]:
        ranges: dict[tuple[str, int, bool], list[MinuteRange]] = defaultdict(list)
        for taken in self._snapshot.taken:
            if taken.expired_hold is None:
                ranges[taken.kind, taken.id, taken.time_off] += taken.ranges
        return ranges

    @lazy_property
    def _days(self) -> list[Day]:
        """The days whose hours reach into the snapshot: a night may begin the day before it."""
        first = self._spa.today(self._snapshot.begins) - timedelta(days=1)
        return days(first, self._spa.today(self._snapshot.ends), self._spa.tz)

    def _able(self, kind: str, number: int, area: str) -> int:
        if kind == "room":
            return self._open(area)
        return next((self._on_duty(who) for who in self._snapshot.technicians if who.id == number), 0)

    def _open(self, area: str) -> int:
        hours = self._hours.get(area)
        return self._once(("hours", area), lambda: self._within(hours)) if hours else 0

    def _on_duty(self, technician: Technician) -> int:
        return self._once(("shifts", technician.id), lambda: self._within(technician.shifts))

    def _within(self, hours: WeeklyHours) -> int:
        return self.timeline.mask_of(hours.ranges(self._days))

    def _taken_on(self, technician: Technician, day: date) -> int:
        midnight, next_one = (self._spa.midnight(day + timedelta(days=n)) for n in (0, 1))
        return self.taken("technician", technician.id) & self.timeline.mask(midnight, next_one)


class AvailabilityCalendar:
    """One snapshot, the opening hours of its areas, and the rules of who can serve what."""

    def __init__(self, snapshot: OccupancySnapshot, *, hours: Mapping[str, WeeklyHours], spa: Spa) -> None:
        self.snapshot = snapshot
        self._hours = hours
        self._spa = spa
        self._open_minutes = OpenMinutes(snapshot, hours=hours, spa=spa)
        self._known: dict[Visit, Candidates] = {}
        self.budget = SearchBudget()

    def over(
        self, snapshot: OccupancySnapshot, *, hours: Mapping[str, WeeklyHours] | None = None
    ) -> "AvailabilityCalendar":
        """Return the calendar of another snapshot, under other opening hours if some are given."""
        return AvailabilityCalendar(snapshot, hours=hours or self._hours, spa=self._spa)

    @property
    def timeline(self) -> Timeline:
        """Return what the bits of all masks stand for."""
        return self._open_minutes.timeline

    @lazy_property
    def _expired_holds(self) -> list[tuple[UUID, Occupancy]]:
        return [(taken.expired_hold, taken) for taken in self.snapshot.taken if taken.expired_hold]

    def free(self, kind: str, number: int) -> int:
        """Return the minutes at which nothing has taken a room or technician."""
        return self.timeline.whole ^ self._open_minutes.taken(kind, number)

    def open_for(self, visit: Visit) -> int:
        """Return the minutes at which the visit could begin as far as opening hours go."""
        mask = 0
        for room in self.rooms_for(visit):
            mask |= self._open_minutes.open_for(room.area, visit.minutes)
        return mask

    def rooms_for(self, visit: Visit) -> list[Room]:
        """Return the rooms of the right kind and size."""
        return [r for r in self.snapshot.rooms if r.kind == visit.room_kind and r.capacity >= visit.party]

    def can_serve(self, technician: Technician, visit: Visit) -> bool:
        """Return whether somebody has a specialty that the visit needs, and is whom the guest would accept."""
        accepted = technician.id not in visit.without and visit.gender in {None, technician.gender}
        return accepted and bool(technician.specialties.intersection(visit.specialties))

    def on_duty(self, technician: Technician, visit: Visit) -> int:
        """Return the minutes from which a technician's shift covers the guest's time; turnaround may run past it."""
        return self._open_minutes.on_duty_for(technician, visit.minutes)

    def technician_starts(self, technician: Technician, visit: Visit) -> int:
        """Return the minutes from which a technician can serve the visit; turnaround may run into their time off."""
        free = self._open_minutes.free_for("technician", technician.id, visit.minutes, turnaround=visit.turnaround)
        return self.on_duty(technician, visit) & free

    def room_starts(self, room: Room, visit: Visit) -> int:
        """Return the minutes from which a room can take the visit."""
        free = self._open_minutes.free_for("room", room.id, visit.minutes + visit.room_turnaround(room))
        return self._open_minutes.open_for(room.area, visit.minutes) & free

    def starts(self, visit: Visit) -> int:
        """Return the minutes at which the visit can begin: exactly those that `assignments` has a way for."""
        return self._suited(visit).starts

    def _suited(self, visit: Visit) -> Candidates:
        """Return who and what can take a visit; worked out once, asked for each start again."""
        if visit not in self._known:
            rooms = tuple((room, self.room_starts(room, visit)) for room in self.rooms_for(visit))
            able = [technician for technician in self.snapshot.technicians if self.can_serve(technician, visit)]
            technicians = tuple((technician, self.technician_starts(technician, visit)) for technician in able)
            roomy = functools.reduce(operator.or_, (mask for _, mask in rooms), 0)
            self._known[visit] = Candidates(rooms, technicians, roomy & self._staffed(visit, technicians))
        return self._known[visit]

    def _staffed(self, visit: Visit, technicians: Sequence[tuple[Technician, int]]) -> int:
        """Return the minutes at which everybody who is needed can be found, whom the guest wished for among them.

        For any of the specialties there must be as many people as they need together (Hall's theorem); and whoever
        can serve may take the place of somebody in a complete team.
        """
        mask = self.timeline.whole
        for some in subsets(visit.specialties):
            needed = sum(specialty in some for specialty in visit.specialties)
            mask &= at_least(needed, [starts for technician, starts in technicians if technician.specialties & some])
        for wished in visit.wished:
            mask &= next((starts for technician, starts in technicians if technician.id == wished), 0)
        return mask

    def assignments(self, visit: Visit, start: datetime, *, most: int = ASSIGNMENTS) -> tuple[Assignment, ...]:
        """Return the assignments of a visit at an instant, best first: few stranded minutes, little work."""
        start = whole_minute(start)
        teams = list(itertools.islice(self._teams(visit, start), most))
        pairs = itertools.islice(spread(self._rooms(visit, start), teams), most)
        return tuple(self._assignment(visit, start, room, team) for room, team in pairs)

    def rooms_at(self, visit: Visit, start: datetime) -> list[tuple[Allocation, ...]]:
        """Return the rooms that a visit can have from a whole minute on, best first."""
        return [(visit.room_allocation(start, room),) for room in self._rooms(visit, start)]

    def teams_at(self, visit: Visit, start: datetime) -> list[tuple[Allocation, ...]]:
        """Return the teams that a visit can be with from a whole minute on, best first; () where nobody is needed."""
        return [visit.team_allocations(start, team) for team in self._teams(visit, start)]

    def expired_holds_in(self, allocations: Sequence[Allocation]) -> tuple[UUID, ...]:
        """Return the ended holds that stand in the way of places."""
        in_the_way = {
            hold for hold, taken in self._expired_holds if any(_meet(taken, allocation) for allocation in allocations)
        }
        return tuple(sorted(in_the_way))

    def stranded(self, allocations: Iterable[Allocation]) -> int:
        """Return how many minutes beside some places would be left in gaps too short for another visit."""
        return sum(self._stranded(allocation) for allocation in allocations)

    def _fit(self, allocation: Allocation) -> tuple[int, bool, int]:
        """Return how well a place fits beside what is taken: few stranded minutes, then no gap before it; then ids."""
        taken = self._open_minutes.taken(allocation.kind, allocation.id)
        return self._stranded(allocation), not is_set(taken, self.timeline.bit(allocation.begins) - 1), allocation.id

    def _stranded(self, allocation: Allocation) -> int:
        first, last = self.timeline.bit(allocation.begins), -(-(allocation.ends - self.timeline.origin) // MINUTE)
        return stranded(self._open_minutes.usable(allocation.kind, allocation.id, area=allocation.area), first, last)

    def _rooms(self, visit: Visit, start: datetime) -> list[Room]:
        bit = self.timeline.bit(start)
        rooms = [room for room, starts in self._suited(visit).rooms if is_set(starts, bit)]
        return sorted(rooms, key=lambda room: (room.capacity, *self._fit(visit.room_allocation(start, room))))

    def _teams(self, visit: Visit, start: datetime) -> Iterator[Team]:
        """Yield whom the visit can be with, each set of people once: who would lose fewest minutes, then did least."""
        bit, day = self.timeline.bit(start), self._spa.today(start)
        free = [who for who, starts in self._suited(visit).technicians if is_set(starts, bit)]
        fits = {who.id: self._fit(visit.technician_allocation(start, who)) for who in free}
        free.sort(key=lambda who: (fits[who.id][0], self._open_minutes.load(who, day), *fits[who.id]))
        wished = set(visit.wished)
        known: set[frozenset[int]] = set()
        for team in teams_of(free, visit.specialties):
            people = frozenset(who.id for who in team)
            if people >= wished and people not in known:
                known.add(people)
                yield team

    def _assignment(self, visit: Visit, start: datetime, room: Room, team: Team) -> Assignment:
        allocations = (visit.room_allocation(start, room), *visit.team_allocations(start, team))
        return Assignment(allocations, self.expired_holds_in(allocations))


def _meet(taken: Occupancy, allocation: Allocation) -> bool:
    begins, ends = touched(allocation.begins, allocation.ends)
    same = (taken.kind, taken.id) == (allocation.kind, allocation.id)
    return same and any(first < ends and begins < last for first, last in taken.ranges)
