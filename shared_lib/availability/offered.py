"""The places that an offer named: to be taken as they are, without another search, while nothing has changed."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Self

from shared_lib.availability.allocation import Allocation, Assignment, BookedVisit
from shared_lib.availability.calendar import room_allocation, team_allocations
from shared_lib.availability.groups import numbered
from shared_lib.availability.snapshot import OccupancySnapshot, Roster
from shared_lib.availability.visit import Group, Visit

VisitPlaces = tuple[int, ...]
"""The ids of what a visit takes: its room, then its technicians."""


@dataclasses.dataclass(frozen=True, slots=True)
class OfferedPlaces:
    """The places of each visit, all of which begin together, and the versions under which the rules allowed them."""

    book_version: int
    roster_version: int
    places: tuple[VisitPlaces, ...]

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


def _places(assignment: Assignment, visit: int) -> VisitPlaces:
    own = [allocation for allocation in assignment.allocations if allocation.visit == visit]
    return tuple(allocation.id for kind in ("room", "technician") for allocation in own if allocation.kind == kind)


def _allocations(
    visit: Visit, start: datetime, places: Sequence[int], roster: Roster
) -> tuple[tuple[Allocation, ...], tuple[Allocation, ...]]:
    room_id, *team = places
    (room,) = (room for room in roster.rooms if room.id == room_id)
    people = tuple(who for who in roster.technicians if who.id in team)
    return (room_allocation(visit, start, room),), team_allocations(visit, start, people)


def _visits(group: Group, start: datetime) -> tuple[BookedVisit, ...]:
    return tuple(
        BookedVisit(number, step.guest, start, start + timedelta(minutes=step.visit.minutes))
        for number, step in enumerate(group.steps, 1)
    )
