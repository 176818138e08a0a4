"""Note how to reach a guest who told of trouble before they said who they are."""

from datetime import datetime

from shared_lib.bookings.contact import Contact
from shared_lib.concierge.ports import Cases


def leave_contact(session_id: str, contact: Contact, *, cases: Cases, now: datetime) -> int:
    """Return in how many cases of a chat the contact is new; without an address and a number there is none."""
    if not (contact.email or contact.phone):
        return 0
    return cases.leave_contact(session_id, contact, now=now)
