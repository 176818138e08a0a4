"""Which of the free times are offered, nearest to the request first, and the places that an offer named."""

import dataclasses
import itertools
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Self

from shared_lib.availability.allocation import Allocation, Assignment, BookedVisit
from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.groups import assign, numbered, possible_starts
from shared_lib.availability.rejections import BookingWindow
from shared_lib.availability.request import APART
from shared_lib.availability.snapshot import OccupancySnapshot, Roster
from shared_lib.availability.timeline import MINUTE, Timeline, Window, bits, whole_minute
from shared_lib.availability.visit import Group, Visit

VisitPlaces = tuple[int, ...]
"""The ids of what a visit takes: its room, then its technicians."""


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """A time that can be held right now, and who would most likely serve it."""

    starts_at: datetime
    ends_at: datetime
    assignment: Assignment

    @property
    def technicians(self) -> tuple[str, ...]:
        """Return the names of those who would serve it."""
        return tuple(allocation.name for allocation in self.assignment.allocations if allocation.kind == "technician")


@dataclasses.dataclass(frozen=True, slots=True)
class OfferedPlaces:
    """The places of each visit, all of which begin together, and the versions under which the rules allowed them.

    They can be taken as they are, without another search, while nothing has changed.
    """

    book_version: int
    roster_version: int
    places: tuple[VisitPlaces, ...]

    @property
    def technicians(self) -> frozenset[int]:
        """Return the ids of all who were offered."""
        return frozenset(number for visit in self.places for number in visit[1:])

    @classmethod
    def of(cls, assignment: Assignment, snapshot: OccupancySnapshot) -> Self:
        """Return what was found in a snapshot."""
        visits = sorted({allocation.visit for allocation in assignment.allocations})
        return cls(snapshot.book_version, snapshot.roster_version, tuple(_places(assignment, n) for n in visits))

    def assignment(self, group: Group, start: datetime, roster: Roster) -> Assignment | None:
        """Return the places for a group whose visits all begin at a whole minute; None where they can't be these."""
        together = len({step.guest for step in group.steps}) == len(group.steps) == len(self.places)
        if not together or self.roster_version != roster.version:
            return None
        found = [
            _allocations(step.visit, start, places, roster)
            for step, places in zip(group.steps, self.places, strict=True)
        ]
        rooms, people = tuple(room for room, _ in found), tuple(team for _, team in found)
        if group.alone:
            return Assignment((*rooms[0], *people[0]))
        return Assignment(numbered(rooms, people), visits=_visits(group, start))


def slots(
    calendar: AvailabilityCalendar,
    group: Group,
    booking_window: BookingWindow,
    windows: Sequence[Window],
    *,
    wanted: datetime | None = None,
    limit: int = 3,
    apart: timedelta = APART,
) -> tuple[Slot, ...]:
    """Return up to `limit` times within the windows: nearest to `wanted` first if there is one, else the earliest.

    Of two that are equally near, the one comes first that strands fewer minutes.
    """
    gap = -(-apart // MINUTE)
    chosen: list[Slot] = []
    near: set[int] = set()
    found = _by_nearness(offered_starts(calendar, group, booking_window, windows, wanted), calendar.timeline, wanted)
    for some in itertools.takewhile(lambda _: calendar.budget.is_left, found):
        for bit, slot in _assigned(calendar, group, [bit for bit in some if bit not in near]):
            if bit not in near and len(chosen) < limit:
                chosen.append(slot)
                near.update(range(bit - gap + 1, bit + gap))
        if len(chosen) == limit:
            break
    return tuple(chosen)


def _assigned(calendar: AvailabilityCalendar, group: Group, starts: Sequence[int]) -> Sequence[tuple[int, Slot]]:
    """Return those of the starts that find an assignment, the one that strands fewest minutes first."""
    found = []
    for bit in starts:
        start = calendar.timeline.at(bit)
        found += [(bit, Slot(start, group.ends(start, way), way)) for way in assign(calendar, group, start, most=1)]
    return (
        sorted(found, key=lambda pair: calendar.stranded(pair[1].assignment.allocations)) if len(found) > 1 else found
    )


def offered_starts(
    calendar: AvailabilityCalendar,
    group: Group,
    booking_window: BookingWindow,
    windows: Sequence[Window],
    wanted: datetime | None = None,
) -> int:
    """Return the bits of all starts that may be offered; whether a group finds places is seen when it is assigned."""
    line = calendar.timeline
    asked = 0
    for begins, ends in windows:
        asked |= line.starts(max(begins, booking_window.earliest), min(ends, booking_window.horizon))
    exact = line.mask(whole_minute(wanted), whole_minute(wanted) + MINUTE) if wanted else 0
    return possible_starts(calendar, group) & asked & (line.quarter_hours | exact)


def _by_nearness(starts: int, line: Timeline, wanted: datetime | None) -> Iterable[Sequence[int]]:
    """Yield the starts, those together that are equally near: one before and one after what was wanted."""
    if wanted is None:
        return ([bit] for bit in bits(starts))
    middle = (wanted - line.origin) / MINUTE

    def distance(bit: int) -> float:
        return abs(bit - middle)

    return (list(same) for _, same in itertools.groupby(sorted(bits(starts), key=distance), key=distance))


def _places(assignment: Assignment, visit: int) -> VisitPlaces:
    own = [allocation for allocation in assignment.allocations if allocation.visit == visit]
    return tuple(allocation.id for kind in ("room", "technician") for allocation in own if allocation.kind == kind)


def _allocations(
    visit: Visit, start: datetime, places: Sequence[int], roster: Roster
) -> tuple[tuple[Allocation, ...], tuple[Allocation, ...]]:
    room_id, *team = places
    (room,) = (room for room in roster.rooms if room.id == room_id)
    people = tuple(who for who in roster.technicians if who.id in team)
    return (visit.room_allocation(start, room),), visit.team_allocations(start, people)


def _visits(group: Group, start: datetime) -> tuple[BookedVisit, ...]:
    return tuple(
        BookedVisit(number, step.guest, start, start + timedelta(minutes=step.visit.minutes))
        for number, step in enumerate(group.steps, 1)
    )
