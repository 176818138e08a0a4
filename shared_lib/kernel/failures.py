"""What was left undone, and for which booking."""

from typing import NamedTuple
from uuid import UUID

from shared_lib.kernel.errors import CoreSyncError, ExternalServiceError, VendorRefused


class Failure(NamedTuple):
    """The code of what went wrong with a booking; `refused` is what asking again will not mend.

    `vendor` is who did not do it, "" where nobody outside failed.
    """

    code: str
    booking_id: UUID
    refused: bool = False
    vendor: str = ""

    @classmethod
    def of(cls, error: CoreSyncError, booking_id: UUID) -> "Failure":
        """Return the failure of a booking for an error."""
        vendor = error.vendor if isinstance(error, ExternalServiceError) else ""
        return cls(error.code, booking_id, refused=isinstance(error, VendorRefused), vendor=vendor)
