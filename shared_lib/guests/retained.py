"""What outlives an erasure: what the law makes us keep, and copies that end by themselves."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from shared_lib.guests.personal_data import Kept
from shared_lib.kernel.retention import RETENTIONS


@dataclasses.dataclass(frozen=True, slots=True)
class Retained:
    """One thing that stays: in a guest's words, why, and for how many years and days after its last use."""

    what: str
    why: str
    years: int = 0
    days: int = 0

    def until(self, since: date) -> date:
        """Return the day on which it may go."""
        try:
            ends = since.replace(year=since.year + self.years)
        except ValueError:  # 29 February
            ends = date(since.year + self.years, 3, 1)
        return ends + timedelta(days=self.days)


# Counsel and accountant are to confirm the years: infra/decisions/2026-11-what-is-kept-and-what-is-forgotten.md.
# New York asks for records of sales tax for three years (Tax Law, section 1135), the IRS for up to seven; claims under
# a contract can be brought for six years (CPLR 213).
RETAINED_BY_LAW: Mapping[str, Retained] = {
    "sales": Retained(
        "What was sold, when, at which price and sales tax, without a name or an address",
        "tax law asks for records of each sale",
        years=7,
    ),
    "payments": Retained(
        "Payments, refunds and their entries in our books; at Stripe with the name, e-mail and card given there",
        "tax law asks for records of each payment",
        years=7,
    ),
    "acceptance": Retained(
        "That our policy was accepted, which version, when, and from which internet address, encrypted",
        "it proves what was agreed, as long as either of us may go to court",
        years=6,
    ),
}
"""By name; a certificate says these names in the guest's words."""


def _days(name: str) -> int:
    return RETENTIONS[name].days


ENDS_BY_ITSELF: Mapping[str, Retained] = {
    "vendor_reports": Retained(
        "What Stripe, SendGrid, Google and our telephone service reported to us, encrypted",
        "it can't be searched by guest, and is deleted as a whole",
        days=_days("webhook_payloads"),
    ),
    "other_conversations": Retained(
        "Chat conversations that led to no booking, encrypted",
        "nothing says whose they are",
        days=_days("chat_sessions"),
    ),
    "backups": Retained("Backups of our database, encrypted", "they can't be changed, and end as a whole", days=14),
    "calendar_bin": Retained(
        "Cancelled visits in the bin of our team's calendar", "Google empties it by itself", days=30
    ),
    "suppressions": Retained(
        "A keyed trace of an address to which no more mail may go, from which nobody can read the address",
        "so that nobody writes to it again",
        years=6,
    ),
}
"""Copies that nobody can take a guest out of."""

RETAINED: Mapping[str, Retained] = {**RETAINED_BY_LAW, **ENDS_BY_ITSELF}


def kept(what: str, since: datetime | date) -> Kept:
    """Return what stays, counted from its last use."""
    day = since.date() if isinstance(since, datetime) else since
    return Kept(what, RETAINED[what].until(day))
