"""Ask in one place whether something may be sent: not to an address that is given up, nor what a guest switched off."""

import dataclasses
from datetime import datetime

from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.ports import Preferences
from shared_lib.guests.preferences import is_allowed
from shared_lib.kernel.ports import Cipher
from shared_lib.notifications.mail import TOPICS, MailKind, MessageKind
from shared_lib.notifications.ports import Suppressions
from shared_lib.notifications.suppression import SuppressionReason

SWITCHED_OFF = "switched off"
SUPPRESSED = "suppressed"
INTERNATIONAL = "+"
"""How a number in E.164 begins."""


@dataclasses.dataclass(frozen=True, slots=True)
class SendRules:
    """What guests chose, and the addresses that are given up."""

    preferences: Preferences
    suppressions: Suppressions
    cipher: Cipher

    def withheld(self, kind: MessageKind, address: str) -> str | None:
        """Return why a kind of message may not go to an address or number, in the log's words; None if it may.

        A code is asked for by whoever waits for it, and shows that an address works again: not one for who complained.
        """
        reason = self.given_up(address)
        if reason and (kind is not MailKind.CODE or reason is SuppressionReason.COMPLAINED):
            return f"{SUPPRESSED}: {reason}"
        channel = Channel.SMS if address.startswith(INTERNATIONAL) and "@" not in address else Channel.EMAIL
        chosen = self.preferences.chosen(ContactPoint(channel, address))
        topic = TOPICS.get(kind)
        return None if topic is None or is_allowed(topic, channel, chosen) else SWITCHED_OFF

    def given_up(self, address: str) -> SuppressionReason | None:
        """Return why nothing is written to an address any more, None if it may be written to."""
        return self.suppressions.reason_for(self.hash_of(address))

    def give_up(self, address: str, reason: SuppressionReason, *, now: datetime) -> None:
        """Write to an address no more."""
        self.suppressions.suppress(self.hash_of(address), reason, now=now)

    def hash_of(self, address: str) -> bytes:
        """Return the keyed hash by which an address or number is known."""
        return self.cipher.fingerprint(address)
