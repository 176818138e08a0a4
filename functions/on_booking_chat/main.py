"""Booking events -> the chat session that waits for them."""

import functions_framework

from shared_lib.agent.chat.notify_session import notify_session
from shared_lib.bootstrap import services
from shared_lib.kernel.events import Event, EventType
from shared_lib.web.events import booking_event

NOTIFIED = frozenset(
    {
        EventType.HELD,
        EventType.CONFIRMED,
        EventType.RESCHEDULED,
        EventType.EXPIRED,
        EventType.CANCELLED,
        EventType.PAYMENT_FAILED,
        EventType.PAYMENT_REFUNDED,
    }
)
"""Ignored: what the guest has just done in the chat itself, and payment.captured, which a confirmation follows."""


@functions_framework.http
@booking_event(lambda: services().pushes, acted_on=NOTIFIED)
def on_booking_chat(event: Event) -> None:
    """Leave word for the session that the booking was made in."""
    deps = services()
    notify_session(event, bookings=deps.bookings, sessions=deps.sessions, now=deps.clock())
