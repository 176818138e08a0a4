"""Keeping personal data from whoever sees the storage."""

from typing import Protocol


class Cipher(Protocol):
    """Encryption with the house's key, and keyed hashes for look-up."""

    def seal(self, text: str, *, purpose: str) -> bytes:
        """Return the text encrypted; it opens only for the same purpose."""
        ...

    def open(self, sealed: bytes, *, purpose: str) -> str:
        """Return the text again; raise InvalidSignature if it was altered or sealed for another purpose."""
        ...

    def fingerprint(self, text: str) -> bytes:
        """Return a keyed hash of the text, the same for upper and lower case and for space around it."""
        ...
