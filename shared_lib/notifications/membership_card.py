"""The card of a member."""

import dataclasses
from datetime import date


@dataclasses.dataclass(frozen=True, slots=True)
class MembershipCard:
    """A membership as its card and its welcome tell it; `monthly_cents` is charged to the card on file each month."""

    name: str
    tier: str
    benefits: tuple[str, ...]
    monthly_cents: int
    days_ahead: int
    """How many days ahead a member may book."""
    member_since: date
    number: str
