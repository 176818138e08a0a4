"""One look at the house serves a whole run of a job."""

from collections.abc import Sequence
from datetime import datetime

from shared_lib.domain.availability.floor import Floor
from shared_lib.domain.booking import Place
from shared_lib.ports.floors import Floors


class OneLook:
    """The floor from `now` until an instant, read when it is first asked for; what the run takes itself is added.

    Everybody in a run sees the same house: nothing that opens while it runs passes by those who were asked first.
    """

    def __init__(self, floors: Floors, spa_id: str, *, until: datetime, now: datetime) -> None:
        self._floors = floors
        self._spa_id = spa_id
        self._until = until
        self._now = now
        self._seen: Floor | None = None

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> Floor:
        """Return the part of the floor between two instants."""
        if spa_id != self._spa_id or begins < self._now or ends > self._until:
            return self._floors.read(spa_id, begins, ends, now=now)
        if self._seen is None:
            self._seen = self._floors.read(self._spa_id, self._now, self._until, now=self._now)
        return self._seen.between(begins, ends)

    def take(self, places: Sequence[Place]) -> None:
        """Note places as taken from now on."""
        if self._seen is not None:
            self._seen = self._seen.with_taken(places)
