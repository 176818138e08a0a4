"""Bookings as events in Google calendars, written by the service account; nobody is ever an attendee."""

from datetime import datetime
from zoneinfo import ZoneInfo

from typing_extensions import override

from shared_lib.calendars.adapters.google.account import GoogleAccount
from shared_lib.calendars.adapters.google.connection import Stored
from shared_lib.calendars.adapters.google.seen import is_intact, version_of
from shared_lib.calendars.event import CalendarEvent
from shared_lib.calendars.ports import Calendars
from shared_lib.kernel.errors import Conflict

ROUNDS = 3
"""How often somebody may change an event between our reading and our writing it."""


class GoogleCalendars(Calendars):
    """The calendars that are shared with an account."""

    def __init__(self, account: GoogleAccount) -> None:
        self._account = account

    @override
    def put(self, *, calendar_id: str, event: CalendarEvent) -> None:
        """Make the event stand as given, unless a newer version of its booking stands already."""
        body = _body(event)
        with self._account.connected() as google:
            if google.insert(calendar_id, _without_nulls(body)):
                return
            for _ in range(ROUNDS):
                stored = google.get(calendar_id, event.event_id)
                if stored and (version_of(stored) > event.version or _is_in_place(stored, event)):
                    return
                if stored and google.patch(calendar_id, stored, body):
                    return
        raise Conflict("the event keeps changing")

    @override
    def remove(self, *, calendar_id: str, event_id: str, version: int) -> None:
        """Cancel the event and note the version in it, so that an older one does not bring it back."""
        body = {"status": "cancelled", "extendedProperties": {"private": {"version": str(version)}}}
        with self._account.connected() as google:
            for _ in range(ROUNDS):
                stored = google.get(calendar_id, event_id)
                if stored is None or version_of(stored) > version or _is_removed(stored, version):
                    return
                if google.patch(calendar_id, stored, body):
                    return
        raise Conflict("the event keeps changing")


def _body(event: CalendarEvent) -> Stored:
    """Return the event as a patch: null takes out what may stand there, such as a whole day's date."""
    return {
        "id": event.event_id,
        "status": "confirmed",
        "summary": event.title,
        "description": event.description,
        "location": event.location,
        "start": _point(event.starts_at, event.zone),
        "end": _point(event.ends_at, event.zone),
        "reminders": {"useDefault": False, "overrides": [{"method": "popup", "minutes": event.reminder_minutes}]},
        "extendedProperties": {
            "private": {"booking_id": str(event.booking_id), "version": str(event.version), "seal": event.seal}
        },
    }


def _point(moment: datetime, zone: str) -> dict[str, str | None]:
    return {"dateTime": moment.astimezone(ZoneInfo(zone)).isoformat(), "timeZone": zone, "date": None}


def _without_nulls(body: Stored) -> Stored:
    given = {name: value for name, value in body.items() if value is not None}
    return {name: _without_nulls(value) if isinstance(value, dict) else value for name, value in given.items()}


def _is_in_place(stored: Stored, event: CalendarEvent) -> bool:
    """Tell whether this very version is there, word for word and at its time."""
    written = stored.get("extendedProperties", {}).get("private", {})
    return (
        version_of(stored) == event.version
        and stored["status"] == "confirmed"
        and written.get("seal") == event.seal
        and is_intact(stored)
    )


def _is_removed(stored: Stored, version: int) -> bool:
    return stored["status"] == "cancelled" and version_of(stored) == version
