"""Bookings as events in Google calendars, written by the service account; nobody is ever an attendee."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import google.auth
import httplib2
from google.auth.credentials import AnonymousCredentials, Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build

from shared_lib.adapters.calendar.connection import VENDOR, Connection, Stored, translated
from shared_lib.domain.calendar import CalendarEvent
from shared_lib.domain.errors import VendorUnavailable

SCOPE = "https://www.googleapis.com/auth/calendar.events"
ROUNDS = 3
"""How often somebody may change an event between our reading and our writing it."""


def own_credentials() -> Credentials:
    """Return those of the function's service account."""
    credentials, _ = google.auth.default(scopes=[SCOPE])
    return credentials


class GoogleCalendars:
    """The calendars of the service account, or without keys those at `api_base`; `timeout` in seconds for each call."""

    def __init__(
        self,
        *,
        api_base: str | None = None,
        credentials: Callable[[], Credentials] | None = None,
        timeout: float = 10,
    ) -> None:
        self._api_base = api_base
        self._credentials_of = credentials or (AnonymousCredentials if api_base else own_credentials)
        self._timeout = timeout

    def put(self, *, calendar_id: str, event: CalendarEvent) -> None:
        """Make the event stand as given, unless a newer version of its booking stands already."""
        body = _body(event)
        with self._connected() as google:
            if google.insert(calendar_id, _without_nulls(body)):
                return
            for _ in range(ROUNDS):
                stored = google.get(calendar_id, event.event_id)
                if stored and (_version(stored) > event.version or _stands(stored, event)):
                    return
                if stored and google.patch(calendar_id, stored, body):
                    return
        raise VendorUnavailable(VENDOR, "the event keeps changing")

    def remove(self, *, calendar_id: str, event_id: str, version: int) -> None:
        """Cancel the event and note the version in it, so that an older one does not bring it back."""
        body = {"status": "cancelled", "extendedProperties": {"private": {"version": str(version)}}}
        with self._connected() as google:
            for _ in range(ROUNDS):
                stored = google.get(calendar_id, event_id)
                if stored is None or _version(stored) > version or _is_removed(stored, version):
                    return
                if google.patch(calendar_id, stored, body):
                    return
        raise VendorUnavailable(VENDOR, "the event keeps changing")

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        # The service only writes requests; each operation carries its own over its own connection.
        with translated():
            transport = AuthorizedHttp(self._credentials, http=httplib2.Http(timeout=self._timeout))
            with closing(transport):
                yield Connection(self._service, transport)

    @cached_property
    def _credentials(self) -> Credentials:
        return self._credentials_of()

    @cached_property
    def _service(self) -> Any:  # noqa: ANN401 -- built from a document at run time
        options = {"api_endpoint": self._api_base} if self._api_base else {}
        return build(
            "calendar",
            "v3",
            http=httplib2.Http(timeout=self._timeout),
            client_options=options,
            static_discovery=True,
            cache_discovery=False,
        )


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
        "extendedProperties": {"private": {"booking_id": str(event.booking_id), "version": str(event.version)}},
    }


def _point(moment: datetime, zone: str) -> dict[str, str | None]:
    return {"dateTime": moment.astimezone(ZoneInfo(zone)).isoformat(), "timeZone": zone, "date": None}


def _without_nulls(body: Stored) -> Stored:
    given = {name: value for name, value in body.items() if value is not None}
    return {name: _without_nulls(value) if isinstance(value, dict) else value for name, value in given.items()}


def _version(stored: Stored) -> int:
    noted = stored.get("extendedProperties", {}).get("private", {}).get("version", "")
    return int(noted) if noted.isdecimal() else 0


def _stands(stored: Stored, event: CalendarEvent) -> bool:
    """Tell whether this very version is there, where and when it should be; texts may have been tidied by Google."""
    return (
        _version(stored) == event.version
        and stored["status"] == "confirmed"
        and _is_at(stored, "start", event.starts_at)
        and _is_at(stored, "end", event.ends_at)
    )


def _is_at(stored: Stored, which: str, wanted: datetime) -> bool:
    given = stored.get(which, {}).get("dateTime")
    return given is not None and datetime.fromisoformat(given) == wanted


def _is_removed(stored: Stored, version: int) -> bool:
    return stored["status"] == "cancelled" and _version(stored) == version
