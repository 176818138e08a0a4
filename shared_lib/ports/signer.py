"""Tokens that come back unaltered."""

from typing import Protocol


class Signer(Protocol):
    """Signs what we hand out; a token for one purpose is none for another."""

    def sign(self, payload: str, *, purpose: str) -> str:
        """Return a token that may stand in a URL."""
        ...

    def read(self, token: str, *, purpose: str) -> str:
        """Return the payload again; raise InvalidSignature."""
        ...
