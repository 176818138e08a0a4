"""Those who wait for a time."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.kernel import KernelServices

if TYPE_CHECKING:
    from shared_lib.waitlist.adapters.postgres import PostgresWaitlist


class WaitlistServices(KernelServices):
    """The waitlist."""

    @cached_property
    def waitlist(self) -> "PostgresWaitlist":
        """Those who wait for a place."""
        from shared_lib.waitlist.adapters.postgres import PostgresWaitlist

        return PostgresWaitlist(self.database, self.cipher)
