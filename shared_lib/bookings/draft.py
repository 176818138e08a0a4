"""What a hold asks for: the draft of a booking, and the places that would do, best first."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from shared_lib.availability.allocation import Assignment, BookedVisit
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.pricing.sale import LineItem

AS_ASKED = (
    "spa_id", "starts_at", "held_until", "tier", "party", "source", "price_book_version", "lines", "policy", "contact",
    "ai_session_id", "atlas_call_id",
)  # fmt: skip
"""What a booking has from its draft as it is."""


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A booking before it has a place and a reference; rules, price and policy are checked and frozen in it.

    `ends_at` is the end of its only visit; where there are several, the assignment says when each is.
    """

    spa_id: str
    idempotency_key: str
    starts_at: datetime
    ends_at: datetime
    held_until: datetime
    tier: str
    party: int
    source: str
    price_book_version: int
    lines: tuple[LineItem, ...]
    policy: Mapping[str, Any]
    year: int
    """The spa's year, for the reference."""
    wishes: Mapping[int, str] = dataclasses.field(default_factory=dict)
    """The technician's name or the gender that was wished for, by the number of the visit."""
    contact: Contact | None = None
    ai_session_id: str | None = None
    atlas_call_id: str | None = None
    audited: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """What the audit log keeps beside the hold; no personal data."""

    def visits(self, assignment: Assignment) -> tuple[BookedVisit, ...]:
        """Return when each visit is in an assignment."""
        visits = assignment.visits or (BookedVisit(1, 1, self.starts_at, self.ends_at),)
        return tuple(dataclasses.replace(visit, wish=self.wishes.get(visit.number)) for visit in visits)

    def held(self, booking_id: UUID, reference: str, assignment: Assignment) -> Booking:
        """Return the booking that this becomes in an assignment."""
        visits = self.visits(assignment)
        return Booking(
            id=booking_id,
            reference=reference,
            status=Status.HELD,
            version=1,
            ends_at=max(visit.ends_at for visit in visits),
            visits=visits,
            allocations=assignment.allocations,
            payments=(),
            net_cents=self.net_cents,
            tax_cents=self.tax_cents,
            total_cents=self.net_cents + self.tax_cents,
            **{name: getattr(self, name) for name in AS_ASKED},
        )

    @property
    def net_cents(self) -> int:
        """Return what the lines cost before tax."""
        return sum(line.price_cents for line in self.lines)

    @property
    def tax_cents(self) -> int:
        """Return the sales tax of all lines."""
        return sum(line.tax_cents for line in self.lines)
