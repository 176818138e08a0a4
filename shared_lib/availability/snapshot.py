"""What one reading of the database tells about the house, and readers that keep it for a whole turn or run."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import UUID

from shared_lib.availability.allocation import Allocation
from shared_lib.kernel.minutes import MinuteRange, touched
from shared_lib.kernel.spa import Room, Technician

if TYPE_CHECKING:
    from shared_lib.availability.ports import SnapshotReader

AHEAD = timedelta(days=5)
"""How far a first look reaches: what a guest without membership may book, with room to spare."""


@dataclasses.dataclass(frozen=True, slots=True)
class Occupancy:
    """When a room or technician is not free, in any order; `ended_hold` names a hold that has run out and gives way.

    `time_off` is what a technician's own calendar takes: no visit reaches into it, but the turnaround after one may.
    """

    kind: str
    id: int
    ranges: Sequence[MinuteRange]
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
        met = [minutes for minutes in self.ranges if minutes[0] < ends and begins < minutes[1]]
        return dataclasses.replace(self, ranges=met)

    def has(self, kind: str, number: int, minutes: MinuteRange) -> bool:
        """Return whether a booking takes a room or technician for exactly these minutes."""
        return (self.kind, self.id) == (kind, number) and not self.time_off and minutes in self.ranges

    def less(self, minutes: MinuteRange) -> Self:
        """Return the same without these minutes, once."""
        left = list(self.ranges)
        left.remove(minutes)
        return dataclasses.replace(self, ranges=left)


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


class TurnSnapshotCache:
    """The snapshot as it was when this turn first looked; it looks again only for days farther away."""

    def __init__(self, snapshots: "SnapshotReader", spa_id: str, *, now: datetime) -> None:
        self._snapshots = snapshots
        self._spa_id = spa_id
        self._now = now
        self._seen: OccupancySnapshot | None = None

    @property
    def snapshot(self) -> OccupancySnapshot:
        """Return what was seen."""
        return self.read(self._spa_id, self._now, self._now, now=self._now)

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        """Return a snapshot that covers at least what was asked for, as seen once in this turn."""
        if self._seen is None or begins < self._seen.begins or ends > self._seen.ends:
            self._seen = self._snapshots.read(spa_id, min(begins, self._now), max(ends, self._now + AHEAD), now=now)
        return self._seen

    def forget(self) -> None:
        """Look again next time: something was taken or let go."""
        self._seen = None

    def without(self, allocations: Sequence[Allocation]) -> "SnapshotReader":
        """Return the same view as if nothing stood in these places: a guest is not in their own way."""
        return SnapshotWithout(self, tuple(allocations)) if allocations else self


class FirstTryCache:
    """What was seen already serves a first try; whoever lost a race looks afresh."""

    def __init__(self, seen: "SnapshotReader", afresh: "SnapshotReader") -> None:
        self._next: list[SnapshotReader] = [seen]
        self._afresh = afresh

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        """Return the snapshot between two instants."""
        snapshots = self._next.pop() if self._next else self._afresh
        return snapshots.read(spa_id, begins, ends, now=now)


class RunSnapshotCache:
    """The snapshot from `now` until an instant, read when it is first asked for; what the run takes itself is added.

    Everybody in a run sees the same house: nothing that opens while it runs passes by those who were asked first.
    """

    def __init__(self, snapshots: "SnapshotReader", spa_id: str, *, until: datetime, now: datetime) -> None:
        self._snapshots = snapshots
        self._spa_id = spa_id
        self._until = until
        self._now = now
        self._seen: OccupancySnapshot | None = None

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        """Return the part of the snapshot between two instants."""
        if spa_id != self._spa_id or begins < self._now or ends > self._until:
            return self._snapshots.read(spa_id, begins, ends, now=now)
        if self._seen is None:
            self._seen = self._snapshots.read(self._spa_id, self._now, self._until, now=self._now)
        return self._seen.between(begins, ends)

    def take(self, allocations: Sequence[Allocation]) -> None:
        """Note places as taken from now on."""
        if self._seen is not None:
            self._seen = self._seen.with_taken(allocations)


@dataclasses.dataclass(frozen=True, slots=True)
class SnapshotWithout:
    """The snapshot as if a booking had no places: nobody is in their own way."""

    snapshots: "SnapshotReader"
    allocations: tuple[Allocation, ...]

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        """Return the snapshot without the places."""
        return self.snapshots.read(spa_id, begins, ends, now=now).without(self.allocations)
