"""One look at the house serves a whole turn of a dialogue, or a whole run of a job."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.domain.availability.floor import Floor
from shared_lib.domain.booking import Booking, Place
from shared_lib.ports.floors import Floors
from shared_lib.usecases.seat_again import Overlooking

AHEAD = timedelta(days=5)
"""How far a first look reaches: what a guest without membership may book, with room to spare."""


class Glance:
    """The floor as it was when this turn first looked; it looks again only for days farther away."""

    def __init__(self, floors: Floors, spa_id: str, *, now: datetime) -> None:
        self._floors = floors
        self._spa_id = spa_id
        self._now = now
        self._seen: Floor | None = None

    @property
    def floor(self) -> Floor:
        """Return what was seen."""
        return self.read(self._spa_id, self._now, self._now, now=self._now)

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> Floor:
        """Return a floor that covers at least what was asked for, as seen once in this turn."""
        if self._seen is None or begins < self._seen.begins or ends > self._seen.ends:
            self._seen = self._floors.read(spa_id, min(begins, self._now), max(ends, self._now + AHEAD), now=now)
        return self._seen

    def forget(self) -> None:
        """Look again next time: something was taken or let go."""
        self._seen = None

    def without(self, booking: Booking | None) -> Floors:
        """Return the same view as if a booking had no place: a guest is not in their own way."""
        return Overlooking(self, booking.places) if booking else self


class Once:
    """What was seen already serves a first try; whoever lost a race looks afresh."""

    def __init__(self, seen: Floors, afresh: Floors) -> None:
        self._next: list[Floors] = [seen]
        self._afresh = afresh

    def read(self, spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> Floor:
        """Return the floor between two instants."""
        floors = self._next.pop() if self._next else self._afresh
        return floors.read(spa_id, begins, ends, now=now)


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
