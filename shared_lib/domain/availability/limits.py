"""From when until when a guest may book: notice, and the tier's horizon counted at the spa's midnight."""

import dataclasses
from datetime import datetime, timedelta

from shared_lib.domain.availability.reasons import Rejection, RejectionCode
from shared_lib.domain.availability.timeline import MINUTE, whole_minute
from shared_lib.domain.price_book import PriceBook
from shared_lib.domain.spa import Spa


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
