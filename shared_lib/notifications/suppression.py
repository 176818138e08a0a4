"""Addresses that nothing is written to any more, and what the desk hears of it: to ask the guest for another."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from shared_lib.kernel.manager_alerts import AlertKind, ManagerAlert

_TRACE = 16
"""Digits of an address's keyed hash that tell it from another one of the same booking."""


class SuppressionReason(StrEnum):
    """Why nothing is written to an address."""

    BOUNCED = "bounced"
    """Its server says that there is no such mailbox."""
    COMPLAINED = "complained"
    """Its owner reported one of our mails as spam."""
    REFUSED = "refused"
    """The carrier takes nothing for it: it can't be an address."""


def suppression_alert(
    *, booking_id: UUID, reference: str, contact_hash: bytes, mail: str, reason: SuppressionReason, now: datetime
) -> ManagerAlert:
    """Return what the desk hears, once for each address of a booking; `mail` is the kind that did not reach them."""
    key = f"{booking_id} {contact_hash.hex()[:_TRACE]}"
    facts = {"reference": reference, "kind": mail, "code": str(reason)}
    return ManagerAlert(AlertKind.ADDRESS_SUPPRESSED, key, facts, now)
