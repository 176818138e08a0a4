"""What needs a person."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.kernel import KernelServices

if TYPE_CHECKING:
    from shared_lib.concierge.adapters.medical_notes import PostgresMedicalNotes
    from shared_lib.concierge.adapters.postgres import PostgresCases


class ConciergeServices(KernelServices):
    """Cases, and what guests said of their health."""

    @cached_property
    def cases(self) -> "PostgresCases":
        """What a person has to answer."""
        from shared_lib.concierge.adapters.postgres import PostgresCases

        return PostgresCases(self.database, self.cipher, spa_id=self.settings.spa_id)

    @cached_property
    def medical_notes(self) -> "PostgresMedicalNotes":
        """What a technician has to know of a guest's health."""
        from shared_lib.concierge.adapters.medical_notes import PostgresMedicalNotes

        return PostgresMedicalNotes(self.database, self.cipher)
