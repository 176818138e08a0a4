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
from shared_lib.kernel.events import Event
from shared_lib.kernel.locales import ENGLISH
from shared_lib.pricing.sale import LineItem

EMAIL = "email:"
"""How a holder begins who is a contact's e-mail address: bookings are found by its hash in any case."""
GAVE_WAY = "HOLD_GAVE_WAY"
"""The code under which an unpaid hold ends for a newer one of the same session, contact or address."""


@dataclasses.dataclass(frozen=True, slots=True)
class HoldLimit:
    """How many unpaid places somebody may keep at once; `holder` is personal and rests as a keyed hash."""

    holder: str
    most: int


@dataclasses.dataclass(frozen=True, slots=True)
class UnpaidLimits:
    """How many unpaid places a session (or a call), a contact and an address may keep at once; None for any number."""

    session: int | None = None
    contact: int | None = None
    address: int | None = None

    def of(self, *, session: str = "", email: str = "", phone: str = "", address: str = "") -> tuple[HoldLimit, ...]:
        """Return the limits of a hold that these would keep; those who are not known are not counted."""
        counted = (
            (f"session:{session}" if session else "", self.session),
            (f"{EMAIL}{email}" if email else "", self.contact),
            (f"phone:{_figures(phone)}" if _figures(phone) else "", self.contact),
            (f"address:{address}" if address else "", self.address),
        )
        return tuple(HoldLimit(holder, most) for holder, most in counted if holder and most is not None)


NO_LIMITS = UnpaidLimits()


def _figures(phone: str) -> str:
    return "".join(letter for letter in phone if letter.isdecimal())


AS_ASKED = (
    "spa_id", "starts_at", "held_until", "tier", "party", "source", "price_book_version", "lines", "policy", "contact",
    "ai_session_id", "atlas_call_id", "lang",
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
    lang: str = ENGLISH
    limits: tuple[HoldLimit, ...] = ()
    """Whose unpaid places are counted: of those beyond a limit the oldest gives way to this one."""
    roster_version: int | None = None
    """Where its places come from an offer: they are kept only while this roster and its price book are in force, and no
    calendar of its technicians takes the time; None where a search has just looked."""
    audited: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """What the audit log keeps beside the hold; no personal data."""

    def visits(self, assignment: Assignment) -> tuple[BookedVisit, ...]:
        """Return when each visit is in an assignment."""
        visits = assignment.visits or (BookedVisit(1, 1, self.starts_at, self.ends_at),)
        return tuple(dataclasses.replace(visit, wish=self.wishes.get(visit.number)) for visit in visits)

    def held(
        self, booking_id: UUID, reference: str, assignment: Assignment, held_event: Event | None = None
    ) -> Booking:
        """Return the booking that this becomes in an assignment, with the event that tells of it."""
        visits = self.visits(assignment)
        return Booking(
            id=booking_id,
            held_event=held_event,
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
