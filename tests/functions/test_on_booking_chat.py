"""The door between Pub/Sub and a chat session: what concerns it, once, however often it is delivered."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from cloudevents.http import CloudEvent

from functions.on_booking_chat import main
from shared_lib.agent.chat.adapters.firestore import FirestoreSessions
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.errors import NotFound, VendorUnavailable
from shared_lib.kernel.events import EventType
from shared_lib.web.events import NotDone
from tests.visits import NOW, a_visit, heard

TOLD = {
    "booking.confirmed",
    "booking.rescheduled",
    "booking.expired",
    "booking.cancelled",
    "payment.failed",
    "payment.refunded",
}


def delivery(event, **changes) -> CloudEvent:
    message = {"attributes": event.attributes | changes, "data": "", "publishTime": "2026-11-18T15:00:00.123456789Z"}
    about = {"type": "google.cloud.pubsub.topic.v1.messagePublished", "source": "//pubsub"}
    return CloudEvent(about, {"message": message, "subscription": "on-booking-chat"})


@pytest.fixture
def said(monkeypatch):
    said = []
    sessions = SimpleNamespace(record_event=lambda session, word, at: said.append((session, word.type)))
    bookings = SimpleNamespace(get=lambda _: a_visit(ai_session_id="s-1"))
    deps = SimpleNamespace(bookings=bookings, sessions=sessions, clock=lambda: NOW)
    monkeypatch.setattr(main, "services", lambda: deps)
    return said


@pytest.mark.parametrize("event_type", EventType)
def test_a_session_hears_what_its_guest_does_not_know_yet(said, event_type):
    main.on_booking_chat(delivery(heard(event_type, a_visit())))
    assert said == ([("s-1", event_type)] if event_type in TOLD else [])


def test_a_type_that_is_new_is_acknowledged(said):
    main.on_booking_chat(delivery(heard(EventType.CONFIRMED, a_visit()), type="membership.started"))
    assert said == []


@pytest.mark.parametrize("broken", [{"booking_id": "7"}, {"version": "x"}, {"event_id": ""}])
def test_what_is_no_event_goes_to_the_dead_letters(said, broken):
    with pytest.raises(NotDone):
        main.on_booking_chat(delivery(heard(EventType.CONFIRMED, a_visit()), **broken))


@pytest.mark.parametrize("trouble", [VendorUnavailable("firestore", "ServiceUnavailable"), NotFound("no such booking")])
def test_what_could_not_be_told_comes_again(said, monkeypatch, trouble):
    def fail(*_, **__):
        raise trouble

    monkeypatch.setattr(main, "notify_session", fail)
    with pytest.raises(NotDone, match=trouble.code):
        main.on_booking_chat(delivery(heard(EventType.CONFIRMED, a_visit())))


def test_deliveries_doubled_and_reordered_leave_each_word_once(firestore_host, monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore_host)
    sessions, visit = FirestoreSessions(project="demo", cipher=DataCipher({1: bytes(32)})), a_visit()
    visit = a_visit(ai_session_id=f"s-{uuid4()}")
    bookings = SimpleNamespace(get=lambda _: visit)
    monkeypatch.setattr(
        main, "services", lambda: SimpleNamespace(bookings=bookings, sessions=sessions, clock=lambda: NOW)
    )
    events = [heard(EventType.CONFIRMED, visit), heard(EventType.CANCELLED, visit)]
    for event in (*reversed(events), *events):
        main.on_booking_chat(delivery(event))
    told = [word.type for word in sessions.events(visit.ai_session_id, after=0)]
    assert told == ["booking.cancelled", "booking.confirmed"]
    sessions._client.close()
