"""What a hold asks for: the draft of a booking, and the places that would do, best first."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from shared_lib.domain.booking import Contact, Line, Place


@dataclasses.dataclass(frozen=True, slots=True)
class Seating:
    """One way to seat a visit: its room and technicians, ordered by (kind, id) as they are locked."""

    places: tuple[Place, ...]
    ended_holds: tuple[UUID, ...] = ()
    """Holds that have run out but still stand in the way; whoever wants the place ends them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A booking before it has a place and a reference; rules, price and policy are checked and frozen in it."""

    spa_id: str
    idempotency_key: str
    starts_at: datetime
    ends_at: datetime
    held_until: datetime
    tier: str
    party: int
    source: str
    price_book_version: int
    lines: tuple[Line, ...]
    policy: Mapping[str, Any]
    year: int
    """The spa's year, for the reference."""
    technician_wish: str | None = None
    contact: Contact | None = None
    ai_session_id: str | None = None
    atlas_call_id: str | None = None

    @property
    def net_cents(self) -> int:
        """Return what the lines cost before tax."""
        return sum(line.price_cents for line in self.lines)

    @property
    def tax_cents(self) -> int:
        """Return the sales tax of all lines."""
        return sum(line.tax_cents for line in self.lines)
