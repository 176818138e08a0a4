"""One conversation with Google Calendar: its calls, and what its answers mean to us."""

import contextlib
import http.client
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, cast

import httplib2
from google.auth.exceptions import GoogleAuthError
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.errors import HttpError
from googleapiclient.http import HttpRequest

from shared_lib.domain.errors import OutsideTrouble, VendorRefused, VendorUnavailable

VENDOR = "google-calendar"
NEVER = {"forbiddenForServiceAccounts"}
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}

Stored = dict[str, Any]
"""An event as Google keeps it."""


class Connection:
    """Speaks for one operation on one thread, as httplib2 must; it repeats by itself a call whose answer got lost."""

    def __init__(self, calendar_api: Any, transport: AuthorizedHttp) -> None:  # noqa: ANN401 -- built at run time
        self._events = calendar_api.events()
        self._transport = transport

    def insert(self, calendar_id: str, body: Stored) -> bool:
        """Add an event and return True, or False if its id is taken, be it by a deleted one."""
        request = self._events.insert(calendarId=calendar_id, body=body, sendUpdates="none")
        return self._executed(request, HTTPStatus.CONFLICT) is not None

    def get(self, calendar_id: str, event_id: str) -> Stored | None:
        """Return an event, deleted ones too, or None."""
        return self._executed(self._events.get(calendarId=calendar_id, eventId=event_id), *GONE)

    def patch(self, calendar_id: str, stored: Stored, body: Stored) -> bool:
        """Change an event and return True, or False if it is no longer as it was stored."""
        request = self._events.patch(calendarId=calendar_id, eventId=stored["id"], body=body, sendUpdates="none")
        request.headers["If-Match"] = stored["etag"]
        return self._executed(request, HTTPStatus.PRECONDITION_FAILED) is not None

    def _executed(self, request: HttpRequest, *expected: HTTPStatus) -> Stored | None:
        """Return the answer, or None for an error that was expected."""
        try:
            answer = request.execute(http=self._transport)
        except HttpError as error:
            if error.status_code in expected:
                return None
            raise _trouble(error) from None
        if not isinstance(answer, dict):
            raise VendorUnavailable(VENDOR, "answered something that is no JSON")
        return cast("Stored", answer)


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn a broken conversation, or keys that can't be had, into VendorUnavailable: all our calls may be repeated."""
    try:
        yield
    except (OSError, http.client.HTTPException, httplib2.HttpLib2Error, GoogleAuthError) as loss:
        raise VendorUnavailable(VENDOR, type(loss).__name__) from None


def _trouble(error: HttpError) -> OutsideTrouble:
    """Return what a refusal means: quotas pass, and people can mend keys and shares; the rest will be refused again."""
    reason = _reason(error)
    final = error.status_code == HTTPStatus.BAD_REQUEST or reason in NEVER
    kind = VendorRefused if final else VendorUnavailable
    return kind(VENDOR, f"answered {error.status_code} {reason}".strip())


def _reason(error: HttpError) -> str:
    # Only the reason's name: Google's sentences may repeat what we wrote.
    details = error.error_details
    first = details[0] if isinstance(details, list) and details else {}
    return str(first.get("reason", "")) if isinstance(first, dict) else ""
