"""What stands in the spa's calendars for a booking."""

import hashlib
import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
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

    @property
    def seal(self) -> str:
        """Return the seal of what we write, which stands in the event too: people's edits break it."""
        return seal_of((self.starts_at, self.ends_at), (self.title, self.description, self.location or ""))


def seal_of(times: tuple[datetime, datetime], texts: tuple[str, str, str]) -> str:
    """Return what changes when the time or a word of an event does; spaces and signs are Google's to tidy.

    So is the spelling of a sign: `&` and `&amp;` are the same in HTML.
    """
    moments = [moment.astimezone(UTC).isoformat() for moment in times]
    words = [re.sub(r"[\W_]+", "", html.unescape(text)).casefold() for text in texts]
    return hashlib.sha256("|".join([*moments, *words]).encode()).hexdigest()[:32]
