"""What one reading of the database tells about the house: who and what is there, and what is taken."""

import dataclasses
from datetime import datetime
from uuid import UUID

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
