"""Why a time is not offered, as facts; the words are made where they are said."""

import dataclasses
from datetime import date, datetime
from enum import StrEnum


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
