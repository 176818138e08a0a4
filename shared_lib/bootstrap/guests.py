"""Who guests are, and what they wish to hear."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.kernel import KernelServices

if TYPE_CHECKING:
    from uuid import UUID

    from shared_lib.guests.adapters.guests import PostgresGuests
    from shared_lib.guests.adapters.preferences import PostgresPreferences
    from shared_lib.guests.adapters.proof_codes import PostgresProofCodes
    from shared_lib.guests.adapters.sessions import PostgresGuestSessions


class GuestServices(KernelServices):
    """Proof of identity, signed-in browsers, preferences."""

    @cached_property
    def proof_codes(self) -> "PostgresProofCodes":
        """Codes that were asked for."""
        from shared_lib.guests.adapters.proof_codes import PostgresProofCodes

        return PostgresProofCodes(self.database, self.cipher, spa_id=self.settings.spa_id)

    @cached_property
    def guests(self) -> "PostgresGuests":
        """The records of guests."""
        from shared_lib.guests.adapters.guests import PostgresGuests

        return PostgresGuests(self.database, self.cipher, spa_id=self.settings.spa_id)

    @cached_property
    def guest_sessions(self) -> "PostgresGuestSessions":
        """Browsers that are signed in."""
        from shared_lib.guests.adapters.sessions import PostgresGuestSessions

        return PostgresGuestSessions(self.database, self.cipher, spa_id=self.settings.spa_id)

    @cached_property
    def preferences(self) -> "PostgresPreferences":
        """What guests chose to hear."""
        from shared_lib.guests.adapters.preferences import PostgresPreferences

        return PostgresPreferences(self.database, self.cipher, spa_id=self.settings.spa_id)

    def send_code_soon(self, code_id: "UUID") -> None:
        """Have a code sent by a task of its own."""
        self.tasks.at(self.clock(), name=f"code-{code_id}", function="task_send_email", body={"code": str(code_id)})
