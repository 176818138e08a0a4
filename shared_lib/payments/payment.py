"""Paying for a booking: what is ordered of the payment service, and what it says of it."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from shared_lib.kernel.locales import ENGLISH


class RefundReason(StrEnum):
    """Why money goes back."""

    PLACE_TAKEN = "place_taken"
    CANCELLED = "cancelled"
    PAID_TWICE = "paid_twice"
    PRICE_DIFFERENCE = "price_difference"
    GUEST_LEFT = "guest_left"
    NO_SHOW = "no_show"


@dataclasses.dataclass(frozen=True, slots=True)
class Acceptance:
    """That a guest accepted the policy and the legal documents: their versions, when, and from which address."""

    version: str
    at: datetime
    address: str
    documents: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The version of each legal document, by its name."""


@dataclasses.dataclass(frozen=True, slots=True)
class CheckoutOrder:
    """One attempt to pay: `lines` are pairs of name and cents; the guest comes back to `page_url`.

    `lang` is the guest's language, for the service's own words.
    `ends_at` is the real instant at which the page ends: the service's clock is not the spa's.
    """

    payment_id: UUID
    booking_id: UUID
    reference: str
    lines: tuple[tuple[str, int], ...]
    email: str
    page_url: str
    ends_at: datetime
    lang: str = ENGLISH


@dataclasses.dataclass(frozen=True, slots=True)
class Checkout:
    """The payment service's page for one attempt, as it stands; `status` is open, complete or expired."""

    id: str
    url: str
    status: str
    paid: bool
    payment_intent_id: str | None
    booking_id: UUID
    payment_id: UUID


@dataclasses.dataclass(frozen=True, slots=True)
class RefundDue:
    """Money that has to go back, in cents; the attempt makes a new try after a failure distinguishable."""

    id: UUID
    booking_id: UUID
    payment_intent_id: str
    amount_cents: int
    attempt: int


@dataclasses.dataclass(frozen=True, slots=True)
class GatewayEvent:
    """What the payment service says happened; `about` is the id of the checkout, intent or refund."""

    id: str
    type: str
    about: str
    metadata: Mapping[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class PaidAmount:
    """Money that came in, in cents."""

    cents: int
    at: datetime


@dataclasses.dataclass(frozen=True, slots=True)
class RefundedAmount:
    """Money that goes back, in cents, from when that was agreed; `sent` says that it has left us."""

    cents: int
    at: datetime
    reason: RefundReason
    sent: bool


@dataclasses.dataclass(frozen=True, slots=True)
class PaymentHistory:
    """What came in for a booking and what goes back, each oldest first."""

    paid: tuple[PaidAmount, ...] = ()
    refunded: tuple[RefundedAmount, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Payment:
    """One attempt to pay for a booking; cents, and the real instant at which its page ends.

    `refunded_cents` went back, `owed_cents` have yet to.
    """

    id: UUID
    attempt: int
    status: str
    amount_cents: int
    ends_at: datetime
    refunded_cents: int = 0
    checkout_id: str | None = None
    checkout_url: str | None = None
    payment_intent_id: str | None = None
    owed_cents: int = 0

    @property
    def kept_cents(self) -> int:
        """Return what of it stays with the house."""
        return self.amount_cents - self.refunded_cents - self.owed_cents if self.status == "paid" else 0
