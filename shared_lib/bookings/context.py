"""What every change of a booking works with."""

import dataclasses

from shared_lib.availability.ports import KnownRosters, SnapshotReader
from shared_lib.availability.search import AvailabilityContext
from shared_lib.bookings.ports import Bookings


@dataclasses.dataclass(frozen=True, slots=True)
class BookingContext(AvailabilityContext):
    """The spa, what is taken in it, what it sells, and its bookings."""

    bookings: Bookings
    rosters: KnownRosters | None = None

    def reading(self, snapshots: SnapshotReader) -> "BookingContext":
        """Return the same, with what is taken as another reader tells it."""
        return dataclasses.replace(self, snapshots=snapshots)
