"""The door between Pub/Sub and a chat session: what concerns it, once, however often it is delivered."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from flask import Response

from functions.on_booking_chat import main
from shared_lib.agent.chat.adapters.firestore import FirestoreSessions
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.errors import NotFound, VendorUnavailable
from shared_lib.kernel.events import EventType
from tests.pushes import push, pushes
from tests.visits import NOW, a_visit, heard

TOLD = {
    "booking.confirmed",
    "booking.rescheduled",
    "booking.expired",
    "booking.cancelled",
    "payment.failed",
    "payment.refunded",
}


def deliver(event, **changes) -> Response:
    return push(main.on_booking_chat, event, **changes)


@pytest.fixture
def said(monkeypatch):
    said = []
    sessions = SimpleNamespace(record_event=lambda session, word, at: said.append((session, word.type)))
    bookings = SimpleNamespace(get=lambda _: a_visit(ai_session_id="s-1"))
    deps = SimpleNamespace(bookings=bookings, sessions=sessions, clock=lambda: NOW, pushes=pushes())
    monkeypatch.setattr(main, "services", lambda: deps)
    return said


@pytest.mark.parametrize("event_type", EventType)
def test_a_session_hears_what_its_guest_does_not_know_yet(said, event_type):
    assert deliver(heard(event_type, a_visit())).status_code == 200
    assert said == ([("s-1", event_type)] if event_type in TOLD else [])


def test_a_type_that_is_new_is_acknowledged(said):
    assert deliver(heard(EventType.CONFIRMED, a_visit()), type="membership.started").status_code == 200
    assert said == []


@pytest.mark.parametrize("broken", [{"booking_id": "7"}, {"version": "x"}, {"event_id": ""}])
def test_what_is_no_event_goes_to_the_dead_letters(said, broken):
    answer = deliver(heard(EventType.CONFIRMED, a_visit()), **broken)
    assert (answer.status_code, answer.get_json()["code"]) == (400, "BAD_INPUT")


TROUBLES = [(VendorUnavailable("firestore", "ServiceUnavailable"), 503), (NotFound("no such booking"), 404)]


@pytest.mark.parametrize(("trouble", "status"), TROUBLES)
def test_what_could_not_be_told_comes_again(said, monkeypatch, trouble, status):
    def fail(*_, **__):
        raise trouble

    monkeypatch.setattr(main, "notify_session", fail)
    answer = deliver(heard(EventType.CONFIRMED, a_visit()))
    assert (answer.status_code, answer.get_json()) == (status, {"code": trouble.code})


def test_deliveries_doubled_and_reordered_leave_each_word_once(firestore_host, monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore_host)
    sessions, visit = FirestoreSessions(project="demo", cipher=DataCipher({1: bytes(32)})), a_visit()
    visit = a_visit(ai_session_id=f"s-{uuid4()}")
    bookings = SimpleNamespace(get=lambda _: visit)
    monkeypatch.setattr(
        main,
        "services",
        lambda: SimpleNamespace(bookings=bookings, sessions=sessions, clock=lambda: NOW, pushes=pushes()),
    )
    events = [heard(EventType.CONFIRMED, visit), heard(EventType.CANCELLED, visit)]
    for event in (*reversed(events), *events):
        deliver(event)
    told = [word.type for word in sessions.events(visit.ai_session_id, after=0)]
    assert told == ["booking.cancelled", "booking.confirmed"]
    sessions._client.close()
