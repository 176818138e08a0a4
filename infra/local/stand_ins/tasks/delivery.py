"""Brings a request of Google's to its target."""

from collections.abc import Mapping
from dataclasses import dataclass

import requests

SUCCESS = range(200, 300)
DEADLINE_EXCEEDED = 4
UNAVAILABLE = 14
UNKNOWN = 2
"""Codes of google.rpc.Code."""
LONGEST_WISH = 3600.0
"""Seconds of Retry-After that are heeded."""


@dataclass(frozen=True)
class Outcome:
    """What an attempt came to: an HTTP status, or none where nobody answered; `code` is of google.rpc.Code."""

    status: int | None
    code: int
    detail: str
    retry_after: float = 0.0
    """Seconds that the target wishes for before it is asked again."""

    @property
    def ok(self) -> bool:
        """Whether the target took it."""
        return self.status in SUCCESS


def bring(method: str, url: str, *, headers: Mapping[str, str], body: bytes, deadline: float) -> Outcome:
    """Send one request and wait at most `deadline` seconds; redirects are followed."""
    with requests.Session() as session:
        session.trust_env = False
        session.headers.clear()
        try:
            answer = session.request(method, url, headers=dict(headers), data=body or None, timeout=deadline)
        except requests.Timeout:
            return Outcome(None, DEADLINE_EXCEEDED, "the target did not answer in time")
        except requests.RequestException as error:
            return Outcome(None, UNAVAILABLE, type(error).__name__)
    code = 0 if answer.status_code in SUCCESS else UNKNOWN
    wish = answer.headers.get("Retry-After", "")
    wait = min(float(wish), LONGEST_WISH) if wish.isdecimal() else 0.0
    return Outcome(answer.status_code, code, f"HTTP {answer.status_code}", wait)
