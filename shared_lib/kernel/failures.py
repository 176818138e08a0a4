"""What was left undone, and for which booking."""

from typing import NamedTuple
from uuid import UUID

from shared_lib.kernel.errors import CoreSyncError, VendorRefused


class Failure(NamedTuple):
    """The code of what went wrong with a booking; `refused` is what asking again will not mend."""

    code: str
    booking_id: UUID
    refused: bool = False

    @classmethod
    def of(cls, error: CoreSyncError, booking_id: UUID) -> "Failure":
        """Return the failure of a booking for an error."""
        return cls(error.code, booking_id, refused=isinstance(error, VendorRefused))
