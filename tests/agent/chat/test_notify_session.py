"""The chat session of a booking hears what happened; a booking without one has nobody to tell."""

from types import SimpleNamespace

from shared_lib.agent.chat.notify_session import notify_session
from shared_lib.agent.chat.ports import SessionEvent
from shared_lib.kernel.events import EventType
from tests.visits import NOW, a_visit, heard


def told(visit):
    said = []
    sessions = SimpleNamespace(record_event=lambda *words, at: said.append((*words, at)))
    event = heard(EventType.CONFIRMED, visit)
    notify_session(event, bookings=SimpleNamespace(get=lambda _: visit), sessions=sessions, now=NOW)
    return event, said


def test_the_session_is_told_by_the_events_own_id():
    visit = a_visit(ai_session_id="session-1")
    event, said = told(visit)
    assert said == [("session-1", SessionEvent(str(event.id), "booking.confirmed", str(visit.id)), NOW)]


def test_a_booking_of_the_front_desk_has_no_session_to_tell():
    assert told(a_visit())[1] == []
