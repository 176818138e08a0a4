"""What one reading of the database tells about the house: who and what is there, and what is taken."""

import dataclasses
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from shared_lib.domain.booking import Place
from shared_lib.domain.spa import Room, Technician


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """A time that a room or technician is not free; `ended_hold` names a hold that has run out and gives way."""

    kind: str
    id: int
    begins: datetime
    ends: datetime
    ended_hold: UUID | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Floor:
    """The house between two instants, and the number of the price book in force."""

    book_version: int
    begins: datetime
    ends: datetime
    rooms: tuple[Room, ...]
    technicians: tuple[Technician, ...]
    taken: tuple[Taken, ...]

    def without(self, places: Iterable[Place]) -> "Floor":
        """Return the floor as if a booking did not have these places: nobody is in their own way."""
        own = {(place.kind, place.id, place.begins, place.ends) for place in places}
        others = []
        for taken in self.taken:
            key = (taken.kind, taken.id, taken.begins, taken.ends)
            if key not in own:
                others.append(taken)
            own.discard(key)  # once: a calendar may say that somebody is busy in the very same minutes
        return dataclasses.replace(self, taken=tuple(others))

    def only(self, places: Iterable[Place]) -> "Floor":
        """Return the floor with no other rooms and people than those of a booking."""
        own = {(place.kind, place.id) for place in places}
        return dataclasses.replace(
            self,
            rooms=tuple(room for room in self.rooms if ("room", room.id) in own),
            technicians=tuple(who for who in self.technicians if ("technician", who.id) in own),
        )
