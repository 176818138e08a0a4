"""A guest asks to be forgotten: from this moment on nobody is signed in as them, and a job does the rest."""

from datetime import datetime
from uuid import UUID

from shared_lib.guests.erasure import Erasure, VisitToCome
from shared_lib.guests.ports import Erasures, SubjectBookings


def request_erasure(guest_id: UUID, *, erasures: Erasures, bookings: SubjectBookings, now: datetime) -> Erasure:
    """Have a guest erased, once however often it is asked; ask only for a guest who typed a fresh code.

    Raise VisitToCome while something is not over, and NotFound.
    """
    if before := erasures.of_guest(guest_id):
        return before
    subject = bookings.found(erasures.subject(guest_id, until=now))
    if pending := bookings.pending(subject, now=now):
        raise VisitToCome(pending)
    return erasures.request(subject, now=now)
