"""Why a time is not offered, and from when until when a guest may book: notice, and the horizon of the tier."""

import dataclasses
from datetime import date, datetime, timedelta
from enum import StrEnum

from shared_lib.availability.timeline import MINUTE, whole_minute
from shared_lib.kernel.spa import Spa
from shared_lib.pricing.price_book import PriceBook


class RejectionCode(StrEnum):
    """The one reason that a person would give."""

    PAST = "PAST"
    TOO_SOON = "TOO_SOON"
    OUTSIDE_HORIZON = "OUTSIDE_HORIZON"
    CLOSED = "CLOSED"
    NOBODY_FOR_IT = "NOBODY_FOR_IT"
    NOT_THEIR_WORK = "NOT_THEIR_WORK"
    AWAY = "AWAY"
    BUSY = "BUSY"
    NOBODY_ON_DUTY = "NOBODY_ON_DUTY"
    TAKEN = "TAKEN"
    NOT_TOGETHER = "NOT_TOGETHER"
    PARTY_TOO_LARGE = "PARTY_TOO_LARGE"
    TOO_LATE_TO_MOVE = "TOO_LATE_TO_MOVE"
    MOVED_TOO_OFTEN = "MOVED_TOO_OFTEN"
    STILL_EXPECTED = "STILL_EXPECTED"
    PAST_GRACE = "PAST_GRACE"


@dataclasses.dataclass(frozen=True, slots=True)
class Rejection:
    """A reason with what would help.

    `last_day` is the last day that the guest's tier may book, `members_until` the same for the farthest tier,
    `earliest` the first instant that notice allows, `technician` the one who was wished for, `back` the first instant
    at which they could do it, `others` who could do it in their place, `nearest` the nearest instant that works just
    as it was asked for, `most` how many guests come as one, or how often a visit may be moved, `until` the last
    instant at which it was still possible, `refund_cents` what goes back where the visit is cancelled instead.
    """

    code: RejectionCode
    last_day: date | None = None
    members_until: date | None = None
    members_tier: str | None = None
    earliest: datetime | None = None
    technician: str | None = None
    back: datetime | None = None
    others: tuple[str, ...] = ()
    nearest: datetime | None = None
    most: int | None = None
    until: datetime | None = None
    refund_cents: int | None = None

    def __str__(self) -> str:
        return str(self.code)


@dataclasses.dataclass(frozen=True, slots=True)
class BookingWindow:
    """A visit begins at `earliest` (a whole minute) or later, and before `horizon`."""

    now: datetime
    earliest: datetime
    horizon: datetime
    beyond: Rejection

    @classmethod
    def of(cls, book: PriceBook, tier_name: str, *, spa: Spa, now: datetime) -> "BookingWindow":
        """Return the limits for a tier at `now`."""
        tier, farthest = book.tier(tier_name), max(book.tiers, key=lambda tier: tier.days_ahead)
        today = spa.today(now)
        beyond = Rejection(
            RejectionCode.OUTSIDE_HORIZON,
            last_day=today + timedelta(days=tier.days_ahead),
            members_until=today + timedelta(days=farthest.days_ahead),
            members_tier=farthest.name,
        )
        notice = timedelta(minutes=book.policies.notice_minutes)
        earliest = whole_minute(now + notice + MINUTE - timedelta(microseconds=1))
        return cls(now, earliest, spa.horizon_end(now, tier.days_ahead), beyond)

    def broken_by(self, begins: datetime, ends: datetime) -> Rejection | None:
        """Return why no visit may begin from one instant to before another, as far as limits go."""
        if ends <= self.now:
            return Rejection(RejectionCode.PAST, earliest=self.earliest)
        if ends <= self.earliest:
            return Rejection(RejectionCode.TOO_SOON, earliest=self.earliest)
        return self.beyond if begins >= self.horizon else None
