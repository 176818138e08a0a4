"""Google's events in our words."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from shared_lib.calendars.event import seal_of
from shared_lib.calendars.feed import SeenEvent

Stored = Mapping[str, Any]

TIMES = (
    "id,etag,status,eventType,transparency,start,end,recurringEventId,extendedProperties/private,"
    "attendees(self,responseStatus),organizer(email)"
)
"""What is asked of a technician's own calendar: no title and no name ever leaves Google.

Of people only the organizer's address does, to be compared with the house's, and is kept nowhere.
"""
OURS = f"{TIMES},summary,description,location"
"""What is asked of calendars that we write: by their words we see whether somebody has edited an event."""

EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
"""What an instant counts as that UTC has no date for: the event has no begin, or no end."""

NEVER_BUSY = {"workingLocation", "birthday"}
"""Kinds of events that say where somebody works, or whose day it is."""


def seen(stored: Stored, zone: ZoneInfo) -> SeenEvent | None:
    """Return an event, whose whole days are those of `zone`; None for one that can't be read."""
    event_id, etag = stored.get("id"), str(stored.get("etag", ""))
    if not isinstance(event_id, str) or not event_id:
        return None
    ours = _private(stored)
    gone = stored.get("status") == "cancelled"
    starts_at, ends_at = (_moment(stored.get(which), zone) for which in ("start", "end"))
    if not gone and (starts_at is None or ends_at is None):
        return None
    return SeenEvent(
        event_id=event_id,
        etag=etag,
        gone=gone,
        repeats=bool(stored.get("recurringEventId")),
        blocks=not gone and _blocks(stored),
        starts_at=starts_at,
        ends_at=ends_at,
        booking_id=_uuid(ours.get("booking_id")),
        version=version_of(stored),
        seal=str(ours.get("seal", "")),
        intact=is_intact(stored),
        invited_by=_invited_by(stored),
    )


def version_of(stored: Stored) -> int:
    """Return the version of the booking that we wrote, 0 for an event that is not ours."""
    noted = str(_private(stored).get("version", ""))
    return int(noted) if noted.isdecimal() else 0


def is_intact(stored: Stored) -> bool:
    """Tell whether an event still is what we wrote: its seal fits what it says; one without a seal is not ours."""
    written = _private(stored).get("seal")
    if not written:
        return True
    starts_at, ends_at = (_instant(stored.get(which)) for which in ("start", "end"))
    if starts_at is None or ends_at is None:
        return False
    texts = tuple(str(stored.get(name) or "") for name in ("summary", "description", "location"))
    return bool(written == seal_of((starts_at, ends_at), (texts[0], texts[1], texts[2])))


def _private(stored: Stored) -> Stored:
    properties = (stored.get("extendedProperties") or {}).get("private")
    return properties if isinstance(properties, dict) else {}


def _blocks(stored: Stored) -> bool:
    """Tell whether the owner of the calendar is taken: not shown as free, not declined, not just a place of work."""
    opaque = stored.get("transparency", "opaque") == "opaque"
    return opaque and not _answered(stored, "declined") and stored.get("eventType") not in NEVER_BUSY


def _invited_by(stored: Stored) -> str | None:
    """Return who waits for the owner's answer, None if nobody does."""
    return str((stored.get("organizer") or {}).get("email", "")) if _answered(stored, "needsAction") else None


def _answered(stored: Stored, answer: str) -> bool:
    """Tell whether this is what the owner of the calendar said to an invitation."""
    people = stored.get("attendees") or ()
    return any(person.get("self") and person.get("responseStatus") == answer for person in people)


def _moment(point: Stored | None, zone: ZoneInfo) -> datetime | None:
    """Return the instant of a start or end; a whole day begins at midnight in `zone`."""
    day = (point or {}).get("date")
    try:
        return _in_utc(datetime.combine(date.fromisoformat(day), time(), zone)) if day else _instant(point)
    except (TypeError, ValueError):
        return None


def _instant(point: Stored | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat((point or {})["dateTime"])
    except (KeyError, TypeError, ValueError):
        return None
    return _in_utc(moment) if moment.tzinfo else None


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return EARLIEST if moment.year == EARLIEST.year else LATEST


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
