"""What an event may hold, and how it changes."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from infra.local.stand_ins.calendar.recurrence import check_recurrence
from infra.local.stand_ins.calendar.times import check_span, instant, settled
from infra.local.stand_ins.google.errors import GoogleError, invalid

Event = dict[str, Any]

READ_ONLY = {
    "created",
    "creator",
    "etag",
    "hangoutLink",
    "htmlLink",
    "iCalUID",
    "id",
    "kind",
    "locked",
    "organizer",
    "updated",
}
"""May be sent, as whole events are sent back, and are not read."""
MOST_OVERRIDES = 5
LONGEST_REMINDER = 40_320
"""Minutes: four weeks."""
MOST_PROPERTIES, LONGEST_KEY, LONGEST_VALUE = 300, 44, 1024


def check_id(event_id: str) -> None:
    """Refuse an id outside base32hex in lower case."""
    if not re.fullmatch(r"[a-v0-9]{5,1024}", event_id):
        raise invalid("Invalid resource id value.")


def check_content(body: Event, *, by_person: bool = False) -> None:
    """Refuse what a service account may not ask for, and what is too much; a person may invite."""
    if body.get("attendees") and not by_person:
        raise GoogleError(
            HTTPStatus.FORBIDDEN,
            "forbiddenForServiceAccounts",
            "Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.",
            domain="calendar",
        )
    if body.get("recurrence"):
        check_recurrence(body["recurrence"])
    _check_reminders(body.get("reminders") or {})
    for properties in (body.get("extendedProperties") or {}).values():
        _check_properties(properties or {})


def _check_reminders(reminders: Mapping[str, Any]) -> None:
    overrides = reminders.get("overrides") or []
    if overrides and reminders.get("useDefault"):
        message = "Cannot specify both default reminders and overrides at the same time."
        raise GoogleError(400, "cannotUseDefaultRemindersAndSpecifyOverride", message, domain="calendar")
    if len(overrides) > MOST_OVERRIDES:
        raise invalid(f"At most {MOST_OVERRIDES} override reminders are allowed.")
    for override in overrides:
        if not {"method", "minutes"} <= set(override) or not 0 <= override["minutes"] <= LONGEST_REMINDER:
            raise invalid("Invalid reminder: a method, and minutes from 0 to 40320, are needed.")


def _check_properties(properties: Mapping[str, str | None]) -> None:
    too_long = any(len(key) > LONGEST_KEY or len(value or "") > LONGEST_VALUE for key, value in properties.items())
    if too_long or len(properties) > MOST_PROPERTIES:
        raise invalid("Extended properties are too many or too long.")


def patched(event: Event, patch: Event) -> Event:
    """Return the event with a patch merged in: objects are merged, arrays replaced, null removes."""
    merged = dict(event)
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        elif isinstance(value, dict) and isinstance(merged.get(name), dict):
            merged[name] = patched(merged[name], value)
        else:
            merged[name] = value
    return merged


def writable(body: Event) -> Event:
    """Return what a writer may decide of an event."""
    return {name: value for name, value in body.items() if name not in READ_ONLY}


def timed(event: Event, zone: ZoneInfo) -> Event:
    """Return the event with its start and end checked and as the calendar keeps them."""
    start, end = (settled(event.get(which) or {}, which, zone) for which in ("start", "end"))
    check_span(start, end, zone)
    return event | {"start": start, "end": end}


def sequenced(event: Event, before: Event, zone: ZoneInfo) -> Event:
    """Return the event with its sequence raised if it moved; refuse a sequence from the past."""
    current = before["sequence"]
    wanted = event.get("sequence") or current
    if wanted < current:
        raise invalid("Invalid sequence value. The specified sequence number is below the current sequence number.")
    moved = any(instant(event[which], zone) != instant(before[which], zone) for which in ("start", "end"))
    return event | {"sequence": wanted + 1 if moved and wanted == current else wanted}


def shell(event: Event) -> Event:
    """Return what is sure to be left of a deleted event."""
    lasting = ("kind", "etag", "id", "status", "recurringEventId", "originalStartTime")
    return {name: event[name] for name in lasting if name in event}
