"""Booking events -> the spa's Google calendars."""

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.calendars.mirror_booking import mirror_booking
from shared_lib.kernel.events import Event, EventType
from shared_lib.web.events import booking_event

MIRRORED = frozenset(
    {
        EventType.CONFIRMED,
        EventType.RESCHEDULED,
        EventType.CANCELLED,
        EventType.COMPLETED,
        EventType.NO_SHOW,
        EventType.ATTENDANCE_CONFIRMED,
    }
)
"""Ignored: holds and payments, which no calendar shows."""


@functions_framework.http
@booking_event(lambda: services().pushes, acted_on=MIRRORED)
def on_booking_calendar(event: Event) -> None:
    """Make the calendars show the booking as it stands now, whatever the event said."""
    deps = services()
    mirror_booking(
        event.booking_id, bookings=deps.bookings, calendars=deps.calendars, ids=deps.calendar_ids, spa=deps.spa
    )
