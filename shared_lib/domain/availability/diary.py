"""The house's diary over a stretch of time: which minutes are free for a visit, and with whom and where."""

import dataclasses
import functools
import itertools
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from shared_lib.domain.availability.effort import Effort
from shared_lib.domain.availability.floor import Floor, Taken
from shared_lib.domain.availability.openings import Openings
from shared_lib.domain.availability.stranded import stranded
from shared_lib.domain.availability.teams import Team, spread, subsets, teams_of
from shared_lib.domain.availability.timeline import MINUTE, Timeline, at_least, is_set, whole_minute
from shared_lib.domain.availability.visit import Visit
from shared_lib.domain.booking import Place
from shared_lib.domain.hold import Seating
from shared_lib.domain.hours import WeeklyHours
from shared_lib.domain.minutes import touched
from shared_lib.domain.spa import Room, Spa, Technician

SEATINGS = 24
"""How many ways to seat one visit are worth trying when others are after the same places."""


@dataclasses.dataclass(frozen=True, slots=True)
class Suited:
    """Who and what can take a visit, each with the minutes from which; `starts` has those at which it can begin."""

    rooms: tuple[tuple[Room, int], ...]
    technicians: tuple[tuple[Technician, int], ...]
    starts: int


class Diary:
    """One floor, the opening hours of its areas, and the rules of who can serve what."""

    def __init__(self, floor: Floor, *, hours: Mapping[str, WeeklyHours], spa: Spa) -> None:
        self.floor = floor
        self._hours = hours
        self._spa = spa
        self._openings = Openings(floor, hours=hours, spa=spa)
        self._known: dict[Visit, Suited] = {}
        self.effort = Effort()

    def over(self, floor: Floor, *, hours: Mapping[str, WeeklyHours] | None = None) -> "Diary":
        """Return the diary of another floor, under other opening hours if some are given."""
        return Diary(floor, hours=hours or self._hours, spa=self._spa)

    @property
    def timeline(self) -> Timeline:
        """Return what the bits of all masks stand for."""
        return self._openings.timeline

    @cached_property
    def _giving_way(self) -> list[tuple[UUID, Taken]]:
        return [(taken.ended_hold, taken) for taken in self.floor.taken if taken.ended_hold]

    def free(self, kind: str, number: int) -> int:
        """Return the minutes at which nothing has taken a room or technician."""
        return self.timeline.whole ^ self._openings.taken(kind, number)

    def open_for(self, visit: Visit) -> int:
        """Return the minutes at which the visit could begin as far as opening hours go."""
        mask = 0
        for room in self.rooms_for(visit):
            mask |= self._openings.open_for(room.area, visit.minutes)
        return mask

    def rooms_for(self, visit: Visit) -> list[Room]:
        """Return the rooms of the right kind and size."""
        return [r for r in self.floor.rooms if r.kind == visit.room_kind and r.capacity >= visit.party]

    def can_serve(self, technician: Technician, visit: Visit) -> bool:
        """Return whether somebody has a specialty that the visit needs, and is whom the guest would accept."""
        gender_fits = visit.gender is None or technician.gender == visit.gender
        return gender_fits and bool(technician.specialties.intersection(visit.specialties))

    def on_duty(self, technician: Technician, visit: Visit) -> int:
        """Return the minutes from which a technician's shift covers the guest's time; turnaround may run past it."""
        return self._openings.on_duty_for(technician, visit.minutes)

    def technician_starts(self, technician: Technician, visit: Visit) -> int:
        """Return the minutes from which a technician can serve the visit."""
        free = self._openings.free_for("technician", technician.id, visit.minutes + visit.turnaround)
        return self.on_duty(technician, visit) & free

    def room_starts(self, room: Room, visit: Visit) -> int:
        """Return the minutes from which a room can take the visit."""
        free = self._openings.free_for("room", room.id, visit.minutes + _room_turnaround(room, visit))
        return self._openings.open_for(room.area, visit.minutes) & free

    def starts(self, visit: Visit) -> int:
        """Return the minutes at which the visit can begin: exactly those that `seatings` has a way for."""
        return self._suited(visit).starts

    def _suited(self, visit: Visit) -> Suited:
        """Return who and what can take a visit; worked out once, asked for each start again."""
        if visit not in self._known:
            rooms = tuple((room, self.room_starts(room, visit)) for room in self.rooms_for(visit))
            able = [technician for technician in self.floor.technicians if self.can_serve(technician, visit)]
            technicians = tuple((technician, self.technician_starts(technician, visit)) for technician in able)
            roomy = functools.reduce(operator.or_, (mask for _, mask in rooms), 0)
            self._known[visit] = Suited(rooms, technicians, roomy & self._staffed(visit, technicians))
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
        if visit.technician is not None and visit.specialties:
            mask &= next((starts for technician, starts in technicians if technician.id == visit.technician), 0)
        return mask

    def seatings(self, visit: Visit, start: datetime, *, most: int = SEATINGS) -> tuple[Seating, ...]:
        """Return the ways to seat a visit that begins at an instant, best first: few stranded minutes, little work."""
        start = whole_minute(start)
        teams = list(itertools.islice(self._teams(visit, start), most))
        pairs = itertools.islice(spread(self._rooms(visit, start), teams), most)
        return tuple(self._seat(visit, start, room, team) for room, team in pairs)

    def rooms_at(self, visit: Visit, start: datetime) -> list[tuple[Place, ...]]:
        """Return the rooms that a visit can have from a whole minute on, best first."""
        return [(_room_place(visit, start, room),) for room in self._rooms(visit, start)]

    def teams_at(self, visit: Visit, start: datetime) -> list[tuple[Place, ...]]:
        """Return the teams that a visit can be with from a whole minute on, best first; () where nobody is needed."""
        return [_team_places(visit, start, team) for team in self._teams(visit, start)]

    def giving_way(self, places: Sequence[Place]) -> tuple[UUID, ...]:
        """Return the ended holds that stand in the way of places."""
        in_the_way = {hold for hold, taken in self._giving_way if any(_meet(taken, place) for place in places)}
        return tuple(sorted(in_the_way))

    def stranded(self, places: Iterable[Place]) -> int:
        """Return how many minutes beside some places would be left in gaps too short for another visit."""
        return sum(self._stranded(place) for place in places)

    def _fit(self, place: Place) -> tuple[int, bool, int]:
        """Return how well a place fits beside what is taken: few stranded minutes, then no gap before it; then ids."""
        taken = self._openings.taken(place.kind, place.id)
        return self._stranded(place), not is_set(taken, self.timeline.bit(place.begins) - 1), place.id

    def _stranded(self, place: Place) -> int:
        first, last = self.timeline.bit(place.begins), -(-(place.ends - self.timeline.origin) // MINUTE)
        return stranded(self._openings.usable(place.kind, place.id, area=place.area), first, last)

    def _rooms(self, visit: Visit, start: datetime) -> list[Room]:
        bit = self.timeline.bit(start)
        rooms = [room for room, starts in self._suited(visit).rooms if is_set(starts, bit)]
        return sorted(rooms, key=lambda room: (room.capacity, *self._fit(_room_place(visit, start, room))))

    def _teams(self, visit: Visit, start: datetime) -> Iterator[Team]:
        """Yield whom the visit can be with, each set of people once: who would lose fewest minutes, then did least."""
        bit, day = self.timeline.bit(start), self._spa.today(start)
        free = [who for who, starts in self._suited(visit).technicians if is_set(starts, bit)]
        fits = {who.id: self._fit(_technician_place(visit, start, who)) for who in free}
        free.sort(key=lambda who: (fits[who.id][0], self._openings.load(who, day), *fits[who.id]))
        wished = {visit.technician} if visit.technician is not None and visit.specialties else set()
        known: set[frozenset[int]] = set()
        for team in teams_of(free, visit.specialties):
            people = frozenset(who.id for who in team)
            if people >= wished and people not in known:
                known.add(people)
                yield team

    def _seat(self, visit: Visit, start: datetime, room: Room, team: Team) -> Seating:
        places = (_room_place(visit, start, room), *_team_places(visit, start, team))
        return Seating(places, self.giving_way(places))


def _room_place(visit: Visit, start: datetime, room: Room) -> Place:
    ends = start + timedelta(minutes=visit.minutes + _room_turnaround(room, visit))
    return Place("room", room.id, start, ends, room.name, room.area)


def _team_places(visit: Visit, start: datetime, team: Team) -> tuple[Place, ...]:
    return tuple(_technician_place(visit, start, who) for who in sorted(team, key=lambda who: who.id))


def _technician_place(visit: Visit, start: datetime, who: Technician) -> Place:
    ends = start + timedelta(minutes=visit.minutes + visit.turnaround)
    return Place("technician", who.id, start, ends, who.name)


def _room_turnaround(room: Room, visit: Visit) -> int:
    return max(room.turnaround, visit.turnaround)


def _meet(taken: Taken, place: Place) -> bool:
    begins, ends = touched(place.begins, place.ends)
    same = (taken.kind, taken.id) == (place.kind, place.id)
    return same and any(first < ends and begins < last for first, last in taken.stretches)
