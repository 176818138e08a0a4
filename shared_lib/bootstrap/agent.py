"""The chat and the phone."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.notifications import NotificationServices

if TYPE_CHECKING:
    from shared_lib.agent.chat.adapters.firestore import FirestoreSessions
    from shared_lib.agent.dialogue.known_guests import KnownGuests


class AgentServices(NotificationServices):
    """Chat sessions, and who may speak for the phone."""

    @cached_property
    def sessions(self) -> "FirestoreSessions":
        """The chat's sessions."""
        from shared_lib.agent.chat.adapters.firestore import FirestoreSessions

        return FirestoreSessions(project=self.settings.project, cipher=self.cipher)

    @cached_property
    def chat_guests(self) -> "KnownGuests":
        """How guests prove in a conversation who they are."""
        from shared_lib.agent.dialogue.known_guests import KnownGuests

        return KnownGuests(
            codes=self.proof_codes,
            guests=self.guests,
            guest_bookings=self.guest_bookings,
            send_soon=self.send_code_soon,
            rate_limits=self.rate_limits,
            note_proved=self.note_proved,
            check_number=self.sms_reach.check,
        )

    @property
    def atlas_secrets(self) -> list[str]:
        """The secrets that Atlas may show: two are in force while one is being exchanged."""
        return [secret.strip() for secret in self.settings.atlas_secrets.split(",") if secret.strip()]
