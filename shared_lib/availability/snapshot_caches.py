"""One snapshot serves a whole turn of a dialogue, or a whole run of a job."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.availability.allocation import Allocation
from shared_lib.availability.ports import SnapshotReader
from shared_lib.availability.snapshot import OccupancySnapshot

AHEAD = timedelta(days=5)
"""How far a first look reaches: what a guest without membership may book, with room to spare."""


class TurnSnapshotCache:
    """The snapshot as it was when this turn first looked; it looks again only for days farther away."""

    def __init__(self, snapshots: SnapshotReader, spa_id: str, *, now: datetime) -> None:
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

    def without(self, allocations: Sequence[Allocation]) -> SnapshotReader:
        """Return the same view as if nothing stood in these places: a guest is not in their own way."""
        return SnapshotWithout(self, tuple(allocations)) if allocations else self


class FirstTryCache:
    """What was seen already serves a first try; whoever lost a race looks afresh."""

    def __init__(self, seen: SnapshotReader, afresh: SnapshotReader) -> None:
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

    def __init__(self, snapshots: SnapshotReader, spa_id: str, *, until: datetime, now: datetime) -> None:
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

    snapshots: SnapshotReader
    allocations: tuple[Allocation, ...]

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        """Return the snapshot without the places."""
        return self.snapshots.read(spa_id, begins, ends, now=now).without(self.allocations)
