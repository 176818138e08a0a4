"""One conversation with Google Calendar: its calls, and what its answers mean to us."""

import contextlib
import http.client
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, cast

import httplib2
from google.auth.exceptions import GoogleAuthError, InvalidOperation, RefreshError
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.errors import HttpError
from googleapiclient.http import HttpRequest

from shared_lib.kernel.errors import AccessLost, ExternalServiceError, VendorRefused, VendorUnavailable

VENDOR = "google-calendar"
NEVER = {"forbiddenForServiceAccounts"}
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
SHUT = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
"""What Google answers for keys that it does not know, and for calendars that are not (or no longer) shared with us."""
QUOTAS = {
    "rateLimitExceeded",
    "userRateLimitExceeded",
    "quotaExceeded",
    "dailyLimitExceeded",
    "calendarUsageLimitsExceeded",
}
"""403 is also how Google says "slower"."""

Stored = dict[str, Any]
"""An event as Google keeps it."""


class Connection:
    """Speaks for one operation on one thread, as httplib2 must; it repeats by itself a call whose answer got lost."""

    def __init__(self, calendar_api: Any, transport: AuthorizedHttp) -> None:  # noqa: ANN401 -- built at run time
        self._events = calendar_api.events()
        self._channels = calendar_api.channels()
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

    def page(self, calendar_id: str, query: Stored) -> Stored | None:
        """Return a page of a list, or None if the token in the query has ended."""
        return self._executed(self._events.list(calendarId=calendar_id, **query), HTTPStatus.GONE)

    def watch(self, calendar_id: str, body: Stored) -> Stored:
        """Open a channel and return what Google made of it."""
        return self._executed(self._events.watch(calendarId=calendar_id, body=body)) or {}

    def stop(self, body: Stored) -> None:
        """Close a channel; one that Google no longer knows is as good."""
        self._executed(self._channels.stop(body=body), HTTPStatus.NOT_FOUND)

    def _executed(self, request: HttpRequest, *expected: HTTPStatus) -> Stored | None:
        """Return the answer, or None for an error that was expected."""
        try:
            answer = request.execute(http=self._transport)
        except HttpError as error:
            if error.status_code in expected:
                return None
            raise _failure(error) from None
        if answer == "":  # 204
            return {}
        if not isinstance(answer, dict):
            raise VendorUnavailable(VENDOR, "answered something that is no JSON")
        return cast("Stored", answer)


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn a broken conversation, or keys that can't be had, into VendorUnavailable: all our calls may be repeated."""
    try:
        yield
    except (RefreshError, InvalidOperation) as refusal:
        kind = VendorUnavailable if refusal.retryable else AccessLost
        raise kind(VENDOR, type(refusal).__name__) from None
    except (OSError, http.client.HTTPException, httplib2.HttpLib2Error, GoogleAuthError) as loss:
        raise VendorUnavailable(VENDOR, type(loss).__name__) from None


def _failure(error: HttpError) -> ExternalServiceError:
    """Return what a refusal means: quotas pass, and people can mend keys and shares; the rest will be refused again."""
    reason = _reason(error)
    return _kind(error.status_code, reason)(VENDOR, f"answered {error.status_code} {reason}".strip())


def _kind(status: int, reason: str) -> type[ExternalServiceError]:
    if status == HTTPStatus.BAD_REQUEST or reason in NEVER:
        return VendorRefused
    return AccessLost if status in SHUT and reason not in QUOTAS else VendorUnavailable


def _reason(error: HttpError) -> str:
    # Only the reason's name: Google's sentences may repeat what we wrote.
    details = error.error_details
    first = details[0] if isinstance(details, list) and details else {}
    return str(first.get("reason", "")) if isinstance(first, dict) else ""
