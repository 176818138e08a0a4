"""What is taken in the spa."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.pricing import PricingServices

if TYPE_CHECKING:
    from shared_lib.availability.adapters.postgres import PostgresSnapshotReader


class AvailabilityServices(PricingServices):
    """Snapshots for searches."""

    @cached_property
    def snapshots(self) -> "PostgresSnapshotReader":
        """Who reads rooms, people and what is taken."""
        from shared_lib.availability.adapters.postgres import PostgresSnapshotReader

        return PostgresSnapshotReader(self.database)
