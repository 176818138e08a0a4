"""What a visit takes: rooms and technicians for a time, and one way to assign them."""

import dataclasses
from datetime import datetime
from uuid import UUID


@dataclasses.dataclass(frozen=True, slots=True)
class Allocation:
    """A room or technician of a booking, and the half-open time [begins, ends) it takes, turnaround included.

    `area` is the part of the house that a room lies in, `visit` the number of the visit that takes it.
    """

    kind: str
    id: int
    begins: datetime
    ends: datetime
    name: str = ""
    area: str = ""
    visit: int = 1

    def meets(self, other: "Allocation") -> bool:
        """Return whether both want the same room or person at the same time."""
        same = (self.kind, self.id) == (other.kind, other.id)
        return same and self.begins < other.ends and other.begins < self.ends


@dataclasses.dataclass(frozen=True, slots=True)
class BookedVisit:
    """One treatment of one guest within a booking: both are counted from 1, instants in UTC.

    `wish` is the technician's name or the gender that the guest wished for.
    """

    number: int
    guest: int
    starts_at: datetime
    ends_at: datetime
    wish: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Assignment:
    """One way to assign all visits of a booking: rooms and technicians, ordered by (kind, id) as they are locked."""

    allocations: tuple[Allocation, ...]
    expired_holds: tuple[UUID, ...] = ()
    """Holds that have run out but still stand in the way; whoever wants the place ends them."""
    visits: tuple[BookedVisit, ...] = ()
    """When each visit is, where there is more than the one that the booking begins with."""
