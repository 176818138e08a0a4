"""What staff may set aside for a guest, and on whose word."""

import dataclasses
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from shared_lib.kernel.errors import BadInput

LONGEST_REASON = 500


class Rule(StrEnum):
    """A rule that a person may set aside; who is double-booked, who can do what, and the past are none of these."""

    NOTICE = "notice"
    HORIZON = "horizon"
    HOURS = "opening_hours"
    SHIFTS = "shifts"
    MOVES = "reschedule_times"
    CUT_OFF = "reschedule_free_until_hours"
    REFUND = "refund"
    GRACE = "grace_minutes"


@dataclasses.dataclass(frozen=True, slots=True)
class Override:
    """The word of somebody of the staff (`by` is their id) with the reason that they gave; raise BadInput without one.

    `refund_percent` is what goes back where something paid is given up.
    """

    by: str
    reason: str
    refund_percent: int = 100

    def __post_init__(self) -> None:
        """Refuse what nobody could answer for later."""
        if not self.by.strip():
            raise BadInput("by", "must say who sets a rule aside")
        if not 0 < len(self.reason.strip()) <= LONGEST_REASON:
            raise BadInput("reason", f"must be said in 1 to {LONGEST_REASON} characters")
        if not 0 <= self.refund_percent <= 100:  # noqa: PLR2004 -- percent
            raise BadInput("refund_percent", "must be 0 to 100")

    def noted(self, rules: Iterable[Rule]) -> dict[str, Any]:
        """Return who set which rules aside, and why: the audit log keeps all of it but the words."""
        return {"override": {"by": self.by, "reason": self.reason.strip(), "set_aside": sorted(rules)}}


def noted(override: Override | None, rules: Iterable[Rule] = ()) -> dict[str, Any]:
    """Return what is to be noted of an override, nothing where there was none."""
    return override.noted(rules) if override else {}
