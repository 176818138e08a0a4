"""Ids that follow from other ids."""

import base64
import hashlib
from uuid import UUID


def derived_event_id(booking_id: UUID) -> str:
    """Return the id that a booking's events have in every calendar: base32hex in lower case, 52 characters."""
    digest = hashlib.sha256(str(booking_id).encode()).digest()
    return base64.b32hexencode(digest).decode().rstrip("=").lower()
