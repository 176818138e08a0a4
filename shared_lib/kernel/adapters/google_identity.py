"""Google's identity tokens, by which its services say as whom they call."""

import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from shared_lib.kernel.errors import NotAuthenticated, VendorUnavailable

CERTIFICATES = "https://www.googleapis.com/oauth2/v1/certs"
ISSUERS = frozenset({"accounts.google.com", "https://accounts.google.com"})
KEPT = 3600.0
"""Seconds for which Google's certificates are taken from memory; they change every few days."""
ASKED_AGAIN = 60.0
"""Seconds after which a token by a key that we don't know makes us ask for new certificates: strangers can't make
us ask more often."""
SKEW = 60
"""Seconds by which a token may be older or newer than our clock says."""

Certificates = Mapping[str, str]


class GoogleIdentity:
    """Verifies tokens of one service account for one audience; certificates are fetched within `seconds`."""

    def __init__(
        self,
        *,
        account: str,
        audience: str,
        certificates_url: str = CERTIFICATES,
        seconds: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not account or not audience:
            raise ValueError("a caller's token is verified for an account and an audience")
        self._account, self._audience = account, audience
        self._url, self._seconds, self._clock = certificates_url, seconds, clock
        self._lock = threading.Lock()
        self._certificates: Certificates = {}
        self._fetched_at = float("-inf")

    def verify(self, token: str) -> None:
        """Accept a token that Google gave our caller for us, just now; raise NotAuthenticated."""
        claims = self._claims(token)
        if claims.get("iss") not in ISSUERS:
            raise NotAuthenticated("the token is not Google's")
        if claims.get("email") != self._account or claims.get("email_verified") is not True:
            raise NotAuthenticated("the token is another caller's")

    def _claims(self, token: str) -> Mapping[str, Any]:
        from google.auth import jwt
        from google.auth.exceptions import GoogleAuthError

        try:
            certificates = self._for_header(jwt.decode_header(token))  # type: ignore[no-untyped-call]
            claims: Mapping[str, Any] = jwt.decode(  # type: ignore[no-untyped-call]
                token, certs=certificates, audience=self._audience, clock_skew_in_seconds=SKEW
            )
        except (GoogleAuthError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotAuthenticated("the token does not hold") from error
        return claims

    def _for_header(self, header: Mapping[str, Any]) -> Certificates:
        """Return the certificates with which a token by this header is verified; raise NotAuthenticated."""
        key = header.get("kid")
        if header.get("alg") != "RS256" or not isinstance(key, str) or key not in self._for_key(key):
            raise NotAuthenticated("the token is signed by nobody we know")
        return self._certificates

    def _for_key(self, key: str) -> Certificates:
        with self._lock:
            age = self._clock() - self._fetched_at
            if age > KEPT or (key not in self._certificates and age > ASKED_AGAIN):
                self._certificates, self._fetched_at = self._fetch(), self._clock()
            return self._certificates

    def _fetch(self) -> Certificates:
        import requests

        try:
            answer = requests.get(self._url, timeout=self._seconds)
            answer.raise_for_status()
            return dict(answer.json())
        except (requests.RequestException, ValueError, TypeError) as error:
            raise VendorUnavailable("google", f"certificates: {type(error).__name__}") from error
