"""What stands in the spa's calendars for a booking."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """A visit as one calendar shows it; `version` is the booking's, `zone` an IANA name."""

    event_id: str
    booking_id: UUID
    version: int
    title: str
    description: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    location: str | None = None
    reminder_minutes: int = 24 * 60


def derived_event_id(booking_id: UUID) -> str:
    """Return the id that a booking's events have in every calendar: base32hex in lower case, 52 characters."""
    digest = hashlib.sha256(str(booking_id).encode()).digest()
    return base64.b32hexencode(digest).decode().rstrip("=").lower()
