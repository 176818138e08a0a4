"""The chat and the phone."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.kernel import KernelServices

if TYPE_CHECKING:
    from shared_lib.agent.chat.adapters.firestore import FirestoreSessions


class AgentServices(KernelServices):
    """Chat sessions, and who may speak for the phone."""

    @cached_property
    def sessions(self) -> "FirestoreSessions":
        """The chat's sessions."""
        from shared_lib.agent.chat.adapters.firestore import FirestoreSessions

        return FirestoreSessions(project=self.settings.project, cipher=self.cipher)

    @property
    def atlas_secrets(self) -> list[str]:
        """The secrets that Atlas may show: two are in force while one is being exchanged."""
        return [secret.strip() for secret in self.settings.atlas_secrets.split(",") if secret.strip()]
