"""How Google says no."""

import dataclasses
from http import HTTPStatus
from typing import Any

STATUS_NAMES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ALREADY_EXISTS",
    410: "FAILED_PRECONDITION",
    412: "FAILED_PRECONDITION",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    501: "UNIMPLEMENTED",
    503: "UNAVAILABLE",
}


@dataclasses.dataclass
class GoogleError(Exception):
    """A refusal with its HTTP status, its stable reason and a sentence."""

    code: int
    reason: str
    message: str
    domain: str = "global"

    def answer(self) -> dict[str, Any]:
        """Return the body that Google's clients read."""
        first = {"domain": self.domain, "reason": self.reason, "message": self.message}
        status = STATUS_NAMES.get(self.code, "UNKNOWN")
        return {"error": {"code": self.code, "message": self.message, "errors": [first], "status": status}}


QUOTA = {429: "Quota exceeded", 403: "Rate Limit Exceeded"}


def outage(status: int) -> GoogleError:
    """Return what Google answers when it is asked too often or is itself in trouble."""
    if status in QUOTA:
        return GoogleError(status, "rateLimitExceeded", QUOTA[status], domain="usageLimits")
    return GoogleError(status, "backendError", HTTPStatus(status).phrase)


def invalid(message: str) -> GoogleError:
    """Return the refusal of a value that can't be what it is."""
    return GoogleError(HTTPStatus.BAD_REQUEST, "invalid", message)


def missing(message: str) -> GoogleError:
    """Return the refusal of a request that lacks something."""
    return GoogleError(HTTPStatus.BAD_REQUEST, "required", message)


def not_found(message: str = "Not Found") -> GoogleError:
    """Return the refusal of a name that means nothing to Google."""
    return GoogleError(HTTPStatus.NOT_FOUND, "notFound", message)
