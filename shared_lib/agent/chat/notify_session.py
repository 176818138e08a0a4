"""Tell a chat session what happened to its booking."""

from datetime import datetime

from shared_lib.agent.chat.ports import SessionEvent, Sessions
from shared_lib.bookings.ports import Bookings
from shared_lib.kernel.events import Event, EventType
from shared_lib.waitlist.entry import SOURCE as OFFERED


def notify_session(event: Event, *, bookings: Bookings, sessions: Sessions, now: datetime) -> None:
    """Leave word once for each event; a booking that was not made in the chat has no session to tell."""
    booking = bookings.get(event.booking_id)
    told = event.type != EventType.HELD or booking.source == OFFERED
    if booking.ai_session_id and told:
        sessions.record_event(booking.ai_session_id, SessionEvent(str(event.id), event.type, str(booking.id)), at=now)
