"""What is taken, read in one piece."""

from datetime import datetime
from typing import Protocol

from shared_lib.availability.snapshot import OccupancySnapshot, Roster


class SnapshotReader(Protocol):
    """Rooms, people and what is taken, in one read."""

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        """Return the snapshot between two instants; holds that ended by `now` are marked as giving way."""
        ...


class KnownRosters(Protocol):
    """The versions of rosters that this process has read."""

    def known(self, spa_id: str, version: int) -> Roster | None:
        """Return a version; None where it was not read here, or long ago."""
        ...
