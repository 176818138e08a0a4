"""A guest who has proved who they are, and the browser in which they did."""

import dataclasses
from datetime import datetime, timedelta
from uuid import UUID

from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.kernel.errors import Refusal

SESSION_LIFE = timedelta(days=30)
"""How long a browser stays signed in."""
FRESH = timedelta(minutes=10)
"""How long a code counts as fresh: money, cards, cancelling and personal data ask for one."""


class LastContactPoint(Refusal):
    """It is the only one by which a guest is known: without it nobody could prove to be them."""

    code = "LAST_CONTACT_POINT"


@dataclasses.dataclass(frozen=True, slots=True)
class Guest:
    """Somebody known by the contact points that they have proved, the first one first."""

    id: UUID
    spa_id: str
    contact_points: tuple[ContactPoint, ...]
    created_at: datetime

    def reached_by(self, channel: Channel) -> ContactPoint | None:
        """Return the first contact point of a channel."""
        return next((point for point in self.contact_points if point.channel == channel), None)


@dataclasses.dataclass(frozen=True, slots=True)
class GuestSession:
    """A browser that is signed in; `device` is what it says of itself, `proved_at` when the last code was typed."""

    id: UUID
    guest_id: UUID
    device: str
    created_at: datetime
    proved_at: datetime
    expires_at: datetime

    def is_fresh(self, now: datetime) -> bool:
        """Return whether the guest proved just now who they are."""
        return now - self.proved_at < FRESH
