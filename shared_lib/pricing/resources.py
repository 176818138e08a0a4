"""What a spa is known to have, by name."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class ResourceNames:
    """Kinds of rooms, areas, and technicians' specialties; of those that are out of use too.

    Where there are none of a sort, nothing of it was set up yet.
    """

    room_kinds: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()
