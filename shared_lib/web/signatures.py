"""Signatures of the form `t=<unix>,v1=<hex>`: HMAC-SHA256 over the time, a dot and the raw body."""

import hashlib
import hmac
import math
from datetime import datetime

from shared_lib.kernel.clock import Clock, real_now
from shared_lib.kernel.errors import InvalidSignature

TOLERANCE = 300
"""Seconds of real time by which a signature may be older or newer than our clock."""


class TimedSignature:
    """Signs and verifies with one secret; `clock` is real time, a header may carry several v1 while secrets change."""

    def __init__(self, secret: str, *, clock: Clock = real_now) -> None:
        if not secret:
            raise ValueError("a signature needs a secret")
        self._secret = secret.encode()
        self._clock = clock

    def sign(self, body: bytes, *, at: datetime | None = None) -> str:
        """Return the header for a body."""
        stamp = str(int((at or self._clock()).timestamp()))
        return f"t={stamp},v1={self._digest(stamp, body)}"

    def verify(self, header: str, body: bytes) -> None:
        """Accept a header that was made with the secret, for this body, just now; raise InvalidSignature."""
        parts = [part.strip().partition("=") for part in header.split(",")]
        stamp = self.stamp_of(header)
        digests = [value.encode() for name, _, value in parts if name == "v1"]
        wanted = self._digest(stamp, body).encode()
        if not any([hmac.compare_digest(digest, wanted) for digest in digests]):  # noqa: C419 -- all, in constant time
            raise InvalidSignature("the signature does not match")
        age = self._clock().timestamp() - int(stamp) if stamp.isdecimal() else math.inf
        if age > TOLERANCE:
            raise InvalidSignature("the signature is too old")
        if age < -TOLERANCE:
            raise InvalidSignature("the signature is from the future")

    def stamp_of(self, header: str) -> str:
        """Return the time that a header names: with the body it tells one signed call from another."""
        parts = (part.strip().partition("=") for part in header.split(","))
        return next((value for name, _, value in parts if name == "t"), "")

    def _digest(self, stamp: str, body: bytes) -> str:
        return hmac.new(self._secret, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
