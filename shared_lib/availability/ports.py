"""What is taken, read in one piece."""

from datetime import datetime
from typing import Protocol

from shared_lib.availability.snapshot import OccupancySnapshot


class SnapshotReader(Protocol):
    """Rooms, people and what is taken, in one read."""

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        """Return the snapshot between two instants; holds that ended by `now` are marked as giving way."""
        ...
