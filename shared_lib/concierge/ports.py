"""What cases and medical notes need from outside."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared_lib.bookings.contact import Contact
from shared_lib.concierge.case import Case, CaseKind, CaseStatus, CaseWords, NewCase, Owner
from shared_lib.kernel.manager_alerts import ManagerAlert


class Cases(Protocol):
    """Cases; what was told in them rests encrypted."""

    def open(self, case_id: UUID, new: NewCase, *, owner: Owner, alert: ManagerAlert | None, now: datetime) -> Case:
        """Open a case with its alert, once for each key: the same key gives the same case."""
        ...

    def get(self, case_id: UUID) -> Case:
        """Return a case; raise NotFound."""
        ...

    def newest(self, *, limit: int) -> Sequence[Case]:
        """Return the cases that were opened last, those that wait first."""
        ...

    def read(self, case_id: UUID, *, reader: str, now: datetime) -> CaseWords:
        """Return what was told, and note who read it; raise NotFound."""
        ...

    def settle(self, case_id: UUID, status: CaseStatus, *, by: str, now: datetime) -> Case:
        """Answer or close a case; one that is closed stays as it is. Raise NotFound."""
        ...

    def was_told(self, call_id: str, kind: CaseKind) -> bool:
        """Return whether something of a kind was told in a call already."""
        ...

    def told_in_chat(self, session_id: str, kind: CaseKind) -> Sequence[tuple[Case, str]]:
        """Return what still waits of a kind in a chat, with the words that were told, for nobody to read."""
        ...

    def leave_contact(self, session_id: str, contact: Contact, *, now: datetime) -> int:
        """Note how to reach whoever told something in a chat, where that was not known; return in how many cases."""
        ...


class MedicalNotes(Protocol):
    """What guests said of their health, at their visits: encrypted, and in no event, calendar or sheet."""

    def add(self, note_id: UUID, booking_id: UUID, text: str, *, now: datetime) -> None:
        """Note it, once for each id."""
        ...

    def attach(self, session_id: str, booking_id: UUID, *, now: datetime) -> int:
        """Note at a visit what was told in its chat before; return how much was new there."""
        ...

    def read(self, booking_id: UUID, *, reader: str, now: datetime) -> Sequence[str]:
        """Return the notes of a visit in their order, and note who read them."""
        ...
