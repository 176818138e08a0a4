"""What a booking was, where the booking itself shows only what is."""

import dataclasses
from datetime import datetime


@dataclasses.dataclass(frozen=True, slots=True)
class LastChange:
    """What the last change of a booking was: when it began before, and cents that go back and that are kept for it."""

    old_start: datetime
    refund_cents: int = 0
    fee_cents: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class BookingHistory:
    """What a booking does not show of itself: that it was confirmed once, and the cents that go back to the guest."""

    was_confirmed: bool
    refunded_cents: int = 0
    change: LastChange | None = None
