"""Ids that follow from other ids."""

import base64
import hashlib
from uuid import UUID, uuid5

_OURS = UUID("6f0a2f0e-2f0b-4d0c-9a51-1f5b1c6a7e11")


def derived_event_id(booking_id: UUID) -> str:
    """Return the id that a booking's events have in every calendar: base32hex in lower case, 52 characters."""
    digest = hashlib.sha256(str(booking_id).encode()).digest()
    return base64.b32hexencode(digest).decode().rstrip("=").lower()


def derived_id(*words: str) -> UUID:
    """Return the id that follows from words, the same each time."""
    return uuid5(_OURS, "\n".join(words))
