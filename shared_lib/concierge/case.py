"""A case: something that a guest told, which a person has to answer by a certain time."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared_lib.bookings.contact import Contact

Owner = Literal["manager", "desk"]


class CaseKind(StrEnum):
    """What it is about; the last five are asked of the front desk, the others are complaints."""

    EMERGENCY = "emergency"
    DISTRESS = "distress"
    HARASSMENT = "harassment"
    INJURY_HERE = "injury_here"
    DISCRIMINATION = "discrimination"
    DOUBLE_CHARGE = "double_charge"
    LOST_THING = "lost_thing"
    BAD_SERVICE = "bad_service"
    HEALTH = "health"
    QUESTION = "question"
    PERSON = "person"
    LATE = "late"
    WISH = "wish"


_ASKED = frozenset({CaseKind.HEALTH, CaseKind.QUESTION, CaseKind.PERSON, CaseKind.LATE, CaseKind.WISH})
OWNERS: Mapping[CaseKind, Owner] = {kind: "desk" if kind in _ASKED else "manager" for kind in CaseKind}
"""Who answers: the manager what went wrong, the front desk what is asked."""


class CaseStatus(StrEnum):
    """Whether somebody still has to answer."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A case before it is opened: `text` are the guest's words, `promise_at` by when somebody answers.

    It is opened once for each `key`, which holds nothing of them; `session_id` or `call_id` is the conversation's.
    """

    key: str
    kind: CaseKind
    text: str
    lang: str
    promise_at: datetime
    contact: Contact | None = None
    session_id: str | None = None
    call_id: str | None = None
    booking_id: UUID | None = None


def reference_of(case_id: UUID) -> str:
    """Return what guest and manager call a case, short enough for the telephone."""
    name = case_id.hex[:8].upper()
    return f"C-{name[:4]}-{name[4:]}"


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A case as everybody may see it: the guest's words and contact are only in `CaseWords`."""

    id: UUID
    kind: CaseKind
    status: CaseStatus
    owner: Owner
    lang: str
    booking_id: UUID | None
    created_at: datetime
    promise_at: datetime
    closed_at: datetime | None = None
    reachable: bool = False
    """Whether the guest left a contact to answer to."""

    @property
    def reference(self) -> str:
        """Return what guest and manager call it: `C-7F3A-9B21`."""
        return reference_of(self.id)


@dataclasses.dataclass(frozen=True, slots=True)
class CaseWords:
    """What was told in a case and by whom; None where it was erased."""

    text: str | None
    contact: Contact | None
