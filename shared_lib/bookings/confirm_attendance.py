"""The guest says that they will come: the house sees it, and sends no reminder."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.ports import Bookings, Change
from shared_lib.kernel.errors import WrongState
from shared_lib.kernel.events import Event, EventType


class AttendanceConfirmed(NamedTuple):
    """A booking whose guest has said that they will come, and the events to announce."""

    booking: Booking
    events: Sequence[Event]


def confirm_attendance(booking_id: UUID, *, actor: str, bookings: Bookings, now: datetime) -> AttendanceConfirmed:
    """Note that the guest will come; saying it twice changes nothing more, a move to another time takes it back.

    Raise WrongState for what is no paid visit, or has begun; NotFound.
    """

    def steps(change: Change) -> AttendanceConfirmed:
        booking = change.booking
        if booking.status != Status.CONFIRMED or booking.starts_at <= now:
            raise WrongState(f"the booking is {booking.status}, or its visit has begun")
        if booking.attendance_confirmed_at is None:
            change.update(attendance_confirmed_at=now)
            change.record_event(EventType.ATTENDANCE_CONFIRMED, actor=actor)
        return AttendanceConfirmed(change.booking, change.events)

    return bookings.change(booking_id, steps, now=now)
