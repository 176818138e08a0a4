"""Keep what a guest says of their health at the visit that it is about, for the technician alone."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared_lib.concierge.ports import MedicalNotes
from shared_lib.kernel.ids import derived_id


def add_medical_note(booking_id: UUID, text: str, *, key: str, notes: MedicalNotes, now: datetime) -> None:
    """Note it at a visit, once for each key."""
    notes.add(derived_id("medical note", key), booking_id, text, now=now)


def attach_health_cases(session_id: str, booking_id: UUID, *, notes: MedicalNotes, now: datetime) -> int:
    """Let what was said of health in a chat or call join a visit that it booked; return how much was new there."""
    return notes.attach(session_id, booking_id, now=now)


def read_medical_notes(booking_id: UUID, *, reader: str, notes: MedicalNotes, now: datetime) -> Sequence[str]:
    """Return a visit's notes in their order; who reads them is noted."""
    return notes.read(booking_id, reader=reader, now=now)
