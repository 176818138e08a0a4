"""The roster: the rooms and technicians of a spa with their hours, as one numbered version."""

import dataclasses

from shared_lib.kernel.spa import Room, Technician


@dataclasses.dataclass(frozen=True, slots=True)
class Roster:
    """What is in use, ordered by id; `version` grows with every change of a room, a technician or their hours."""

    version: int
    rooms: tuple[Room, ...]
    technicians: tuple[Technician, ...]
