"""A booking: who comes, when, for what, in which room with whom, for how much, and where in its life it is."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from shared_lib.availability.allocation import Allocation, BookedVisit
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import STANDING, WAITING, Status
from shared_lib.kernel.events import Event
from shared_lib.kernel.formatting import say_list
from shared_lib.kernel.locales import ENGLISH
from shared_lib.kernel.money import Amount
from shared_lib.payments.payment import Payment
from shared_lib.pricing.sale import LineItem


@dataclasses.dataclass(frozen=True, slots=True)
class Booking:
    """A booking as it stands in the database; `starts_at` to `ends_at` is the guests' time, instants in UTC.

    `visits` are those that still stand: guests who were taken out of it have none, and `fees_cents` is what was kept of
    their price, and of the difference to something cheaper. `moves` counts how often it was moved by its policy, and
    `refund_at_most` is the least share in percent that would have come back at one of these moves.
    """

    id: UUID
    reference: str
    spa_id: str
    status: Status
    version: int
    starts_at: datetime
    ends_at: datetime
    held_until: datetime
    tier: str
    party: int
    source: str
    price_book_version: int
    visits: tuple[BookedVisit, ...]
    lines: tuple[LineItem, ...]
    allocations: tuple[Allocation, ...]
    payments: tuple[Payment, ...]
    net_cents: int
    tax_cents: int
    total_cents: int
    policy: Mapping[str, Any]
    contact: Contact | None = None
    guest_id: UUID | None = None
    """Whose record it belongs to: a guest who has proved who they are."""
    ai_session_id: str | None = None
    atlas_call_id: str | None = None
    lang: str = ENGLISH
    """The language that the guest was spoken to: mails and the payment page follow it."""
    policy_accepted: bool = False
    moves: int = 0
    fees_cents: int = 0
    refund_at_most: int = 100
    arrived_at: datetime | None = None
    attendance_confirmed_at: datetime | None = None
    """When the guest said that they will come; a move takes it back."""
    gave_way_to: UUID | None = None
    """The newer hold that this one gave way to, where there were more unpaid ones than anybody may keep."""
    evicted_holds: tuple["Booking", ...] = ()
    """Of a hold that was made just now: those that gave way to it."""
    held_event: Event | None = dataclasses.field(default=None, compare=False)
    """Of a hold that was made just now: its event, for whoever publishes it."""

    def is_live_hold(self, now: datetime) -> bool:
        """Return whether it is a hold that has not ended."""
        return self.status in WAITING and now < self.held_until

    @property
    def treatment(self) -> LineItem:
        """Return the line that the visit is for, the first one where there are several."""
        return self.lines[0]

    @property
    def treatments(self) -> tuple[LineItem, ...]:
        """Return the line of each visit's treatment."""
        return tuple(line for line in self.lines if line.kind == "treatment")

    @property
    def technician_preference(self) -> str | None:
        """Return the technician's name or the gender that was wished for the first visit."""
        return self.visits[0].wish

    def of_visit(self, number: int) -> tuple[tuple[LineItem, ...], tuple[Allocation, ...]]:
        """Return what one of its visits sells and takes."""
        lines = tuple(line for line in self.lines if line.visit == number)
        return lines, tuple(allocation for allocation in self.allocations if allocation.visit == number)

    @property
    def technicians(self) -> tuple[str, ...]:
        """Return the names of those who treat the guests."""
        return tuple(
            dict.fromkeys(allocation.name for allocation in self.allocations if allocation.kind == "technician")
        )

    @property
    def areas(self) -> frozenset[str]:
        """Return the parts of the house that it takes place in."""
        return frozenset(allocation.area for allocation in self.allocations if allocation.kind == "room")

    @property
    def area(self) -> str:
        """Return the part of the house that its first visit takes place in."""
        return next((allocation.area for allocation in self.allocations if allocation.kind == "room"), "")

    @property
    def room(self) -> str:
        """Return the name of the room, of all rooms where there are several."""
        names = dict.fromkeys(allocation.name for allocation in self.allocations if allocation.kind == "room")
        return say_list(list(names), "&")

    @property
    def open_payment(self) -> Payment | None:
        """Return the payment that is under way."""
        return next((payment for payment in self.payments if payment.status in ("opening", "open")), None)

    @property
    def paid(self) -> Payment | None:
        """Return the payment that paid for it: the one that was not given back, where it was paid twice."""
        paid = [payment for payment in self.payments if payment.status == "paid"]
        return max(paid, key=lambda payment: payment.kept_cents, default=None)

    @property
    def sold(self) -> Amount:
        """Return what its visits cost."""
        return Amount(self.net_cents, self.tax_cents)

    @property
    def balance_cents(self) -> int:
        """Return what is still to be paid at the desk: a visit that was moved to something dearer."""
        kept = self.paid.kept_cents if self.paid else 0
        return max(0, self.total_cents + self.fees_cents - kept) if self.status in STANDING else 0

    @property
    def guests(self) -> tuple[int, ...]:
        """Return the numbers of the guests who come."""
        return tuple(dict.fromkeys(visit.guest for visit in self.visits))

    def refund_percent(self, now: datetime) -> int:
        """Return what share of the price comes back when it is cancelled at `now`, by the policy it was sold under.

        A share that a move has reached is the most from then on.
        """
        notice = self.starts_at - now
        steps = sorted(self.policy["refund"], reverse=True)
        percent = next((percent for hours, percent in steps if notice >= timedelta(hours=hours)), 0)
        return min(percent, self.refund_at_most)
