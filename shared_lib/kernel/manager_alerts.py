"""What the manager has to hear of: each once, mailed together; no personal data."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum


class AlertKind(StrEnum):
    """What happened that a person has to see to."""

    CALENDAR_PUT_BACK = "calendar_put_back"
    CALENDAR_CLASH = "calendar_clash"
    REFUND_FAILED = "refund_failed"
    TOKEN_DYING = "token_dying"  # noqa: S105 -- the name of an alert
    DEAD_LETTERS = "dead_letters"
    PRICE_SHEET_INVALID = "price_sheet_invalid"
    ADDRESS_SUPPRESSED = "address_suppressed"
    MAIL_BREAKER = "mail_breaker"
    ERASURE_STUCK = "erasure_stuck"
    CASE_OPENED = "case_opened"


@dataclasses.dataclass(frozen=True, slots=True)
class ManagerAlert:
    """One alert; the same `key` of a kind is raised once, `facts` are words and numbers (reference, when, code)."""

    kind: AlertKind
    key: str
    facts: Mapping[str, str]
    raised_at: datetime
