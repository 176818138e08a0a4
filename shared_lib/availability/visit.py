"""Who could serve a visit together, and in which room: pure counting, nothing of time."""

import dataclasses
import itertools
from collections.abc import Iterator

from shared_lib.kernel.spa import Room, Technician
from shared_lib.pricing.price_book import AddOn, Treatment


@dataclasses.dataclass(frozen=True, slots=True)
class Visit:
    """A treatment with its add-ons: minutes for the guest, and what has to be free for it.

    `specialties` has one entry for each technician needed. `technician` (an id) and `gender` are the guest's wish.
    """

    minutes: int
    turnaround: int
    room_kind: str
    specialties: tuple[str, ...]
    party: int = 1
    technician: int | None = None
    gender: str | None = None

    @classmethod
    def of(
        cls,
        treatment: Treatment,
        add_ons: tuple[AddOn, ...] = (),
        *,
        technician: int | None = None,
        gender: str | None = None,
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
        )


Team = tuple[Technician, ...]


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
