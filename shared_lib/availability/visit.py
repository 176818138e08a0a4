"""What has to find its place: a visit, or several that are booked as one; and who could serve it, by counting."""

import dataclasses
import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta

from shared_lib.availability.allocation import Allocation, Assignment
from shared_lib.kernel.spa import Room, Technician
from shared_lib.pricing.price_book import AddOn, Treatment

Team = tuple[Technician, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Visit:
    """A treatment with its add-ons: minutes for the guest, and what has to be free for it.

    `specialties` has one entry for each technician needed. `technician` (an id) and `gender` are the guest's wish,
    `beside` the ids of further technicians who are wished for, `without` of those who are not.
    """

    minutes: int
    turnaround: int
    room_kind: str
    specialties: tuple[str, ...]
    party: int = 1
    technician: int | None = None
    gender: str | None = None
    beside: tuple[int, ...] = ()
    without: tuple[int, ...] = ()

    @classmethod
    def of(
        cls,
        treatment: Treatment,
        add_ons: tuple[AddOn, ...] = (),
        *,
        technician: int | None = None,
        gender: str | None = None,
        beside: tuple[int, ...] = (),
        without: tuple[int, ...] = (),
    ) -> "Visit":
        """Return what a treatment needs; add-ons may lengthen it."""
        return cls(
            minutes=treatment.minutes + sum(add_on.minutes for add_on in add_ons),
            turnaround=treatment.turnaround,
            room_kind=treatment.room_kind,
            specialties=treatment.specialties,
            party=treatment.party,
            technician=technician,
            gender=gender,
            beside=beside,
            without=without,
        )

    @property
    def wished(self) -> tuple[int, ...]:
        """Return the ids of all who are wished for, none where the treatment takes nobody."""
        named = ((self.technician,) if self.technician is not None else ()) + self.beside
        return named if self.specialties else ()

    def room_turnaround(self, room: Room) -> int:
        """Return for how many minutes afterwards a room is taken: by its own turnaround or by the visit's."""
        return max(room.turnaround, self.turnaround)

    def room_allocation(self, start: datetime, room: Room) -> Allocation:
        """Return what it takes of a room, its own turnaround or the room's included."""
        ends = start + timedelta(minutes=self.minutes + self.room_turnaround(room))
        return Allocation("room", room.id, start, ends, room.name, room.area)

    def technician_allocation(self, start: datetime, who: Technician) -> Allocation:
        """Return what it takes of a technician."""
        ends = start + timedelta(minutes=self.minutes + self.turnaround)
        return Allocation("technician", who.id, start, ends, who.name)

    def team_allocations(self, start: datetime, team: Team) -> tuple[Allocation, ...]:
        """Return what it takes of its technicians, ordered by their ids."""
        return tuple(self.technician_allocation(start, who) for who in sorted(team, key=lambda who: who.id))


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


def subsets(specialties: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """Yield every choice of one or more of the specialties."""
    names = sorted(set(specialties))
    for count in range(1, len(names) + 1):
        yield from map(frozenset, itertools.combinations(names, count))


def teams_of(free: list[Technician], needs: tuple[str, ...]) -> Iterator[Team]:
    """Yield one technician for each need, in the order of `free`."""
    if not needs:
        yield ()
    for who in free if needs else ():
        if needs[0] in who.specialties:
            others = [other for other in free if other is not who]
            yield from ((who, *rest) for rest in teams_of(others, needs[1:]))


def spread(rooms: list[Room], teams: list[Team]) -> Iterator[tuple[Room, Team]]:
    """Yield all pairs, the best first, then such as share nothing: who lost the first in a race has lost both."""
    for shift in range(len(rooms)):
        for n, team in enumerate(teams):
            yield rooms[(n + shift) % len(rooms)], team
