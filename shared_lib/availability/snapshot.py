"""What one reading of the database tells about the house: who and what is there, and what is taken."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Self
from uuid import UUID

from shared_lib.availability.allocation import Allocation
from shared_lib.kernel.minutes import MinuteRange, touched
from shared_lib.kernel.spa import Room, Technician


@dataclasses.dataclass(frozen=True, slots=True)
class Occupancy:
    """When a room or technician is not free, in any order; `ended_hold` names a hold that has run out and gives way.

    `time_off` is what a technician's own calendar takes: no visit reaches into it, but the turnaround after one may.
    """

    kind: str
    id: int
    stretches: Sequence[MinuteRange]
    expired_hold: UUID | None = None
    time_off: bool = False

    @classmethod
    def between(
        cls, kind: str, number: int, begins: datetime, ends: datetime, expired_hold: UUID | None = None
    ) -> Self:
        """Return that every minute which [begins, ends) touches is taken."""
        return cls(kind, number, (touched(begins, ends),), expired_hold)

    def within(self, begins: int, ends: int) -> Self:
        """Return what is taken between two minutes since 1970."""
        met = [stretch for stretch in self.stretches if stretch[0] < ends and begins < stretch[1]]
        return dataclasses.replace(self, stretches=met)

    def has(self, kind: str, number: int, stretch: MinuteRange) -> bool:
        """Return whether a booking takes a room or technician for exactly this stretch."""
        return (self.kind, self.id) == (kind, number) and not self.time_off and stretch in self.stretches

    def less(self, stretch: MinuteRange) -> Self:
        """Return the same without a stretch, once."""
        left = list(self.stretches)
        left.remove(stretch)
        return dataclasses.replace(self, stretches=left)


@dataclasses.dataclass(frozen=True, slots=True)
class Roster:
    """What is in use, ordered by id; `version` grows with every change of a room, a technician or their hours."""

    version: int
    rooms: tuple[Room, ...]
    technicians: tuple[Technician, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class OccupancySnapshot:
    """The house between two instants, and the numbers of the price book and the roster in force."""

    book_version: int
    begins: datetime
    ends: datetime
    rooms: tuple[Room, ...]
    technicians: tuple[Technician, ...]
    taken: tuple[Occupancy, ...]
    roster_version: int = 0

    def between(self, begins: datetime, ends: datetime) -> Self:
        """Return a part of this snapshot."""
        part = touched(begins, ends)
        taken = tuple(taken.within(*part) for taken in self.taken)
        return dataclasses.replace(self, begins=begins, ends=ends, taken=taken)

    def without(self, allocations: Iterable[Allocation]) -> Self:
        """Return the snapshot as if a booking did not have these places: nobody is in their own way."""
        taken = list(self.taken)
        for allocation in allocations:
            own = touched(allocation.begins, allocation.ends)
            held = (n for n, each in enumerate(taken) if each.has(allocation.kind, allocation.id, own))
            if (n := next(held, None)) is not None:
                taken[n] = taken[n].less(own)
        return dataclasses.replace(self, taken=tuple(taken))

    def only(self, allocations: Iterable[Allocation]) -> Self:
        """Return the snapshot with no other rooms and people than those of a booking."""
        own = {(allocation.kind, allocation.id) for allocation in allocations}
        return dataclasses.replace(
            self,
            rooms=tuple(room for room in self.rooms if ("room", room.id) in own),
            technicians=tuple(who for who in self.technicians if ("technician", who.id) in own),
        )

    def with_taken(self, allocations: Iterable[Allocation]) -> Self:
        """Return the snapshot as if these places were taken too."""
        more = (
            Occupancy.between(allocation.kind, allocation.id, allocation.begins, allocation.ends)
            for allocation in allocations
        )
        return dataclasses.replace(self, taken=(*self.taken, *more))
