"""Chat sessions in our Firestore and in Google's own emulator: one writer, encrypted, and news told once."""

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.agent.chat.adapters import firestore as module
from shared_lib.agent.chat.adapters.firestore import FirestoreSessions
from shared_lib.agent.chat.ports import Session, SessionEvent, Turn
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.errors import VendorUnavailable
from tests.visits import NOW

CIPHER = DataCipher({1: bytes(32)})
HELLO = Turn("m-1", "hello, I am Daniel", {"replies": ["Good day."]}, NOW)


@pytest.fixture
def sessions(firestore_host, monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore_host)
    kept = FirestoreSessions(project="demo", cipher=CIPHER)
    yield kept
    kept._client.close()


@pytest.fixture
def fresh():
    return Session(f"s-{uuid4()}", {"asked": "day"}, None)


def test_a_first_turn_makes_the_session(sessions, fresh):
    assert sessions.open(fresh.id, HELLO.message_id) == (None, None)
    assert sessions.keep(fresh, HELLO)
    session, before = sessions.open(fresh.id, HELLO.message_id)
    assert (session.context, session.touched_at) == ({"asked": "day"}, NOW)
    assert dataclasses.replace(before, n=0) == HELLO
    assert sessions.find(fresh.id) == session


def test_an_unknown_session_is_none(sessions):
    assert sessions.find("nobody") is None
    assert list(sessions.turns("nobody")) == []


def test_of_two_writers_the_second_is_told(sessions, fresh):
    """A second tab: what the first one wrote stands."""
    sessions.keep(fresh, HELLO)
    both = sessions.find(fresh.id)
    assert sessions.keep(
        dataclasses.replace(both, context={"asked": "hour"}), dataclasses.replace(HELLO, message_id="m-2")
    )
    assert not sessions.keep(both, dataclasses.replace(HELLO, message_id="m-3"))
    assert sessions.find(fresh.id).context == {"asked": "hour"}
    assert [turn.message_id for turn in sessions.turns(fresh.id)] == ["m-1", "m-2"]


def test_two_first_turns_at_once_make_one_session(sessions, fresh):
    assert sessions.keep(fresh, HELLO)
    assert not sessions.keep(fresh, dataclasses.replace(HELLO, message_id="m-2"))


def test_a_message_that_was_answered_is_not_kept_again(sessions, fresh):
    sessions.keep(fresh, HELLO)
    assert not sessions.keep(sessions.find(fresh.id), HELLO)


def test_turns_come_oldest_first(sessions, fresh):
    for number in range(3):
        turn = Turn(f"m-{9 - number}", "x", {}, NOW + timedelta(minutes=number))
        sessions.keep(sessions.find(fresh.id) or fresh, turn)
    assert [turn.message_id for turn in sessions.turns(fresh.id)] == ["m-9", "m-8", "m-7"]


def test_news_is_told_once_for_each_event_and_numbered(sessions, fresh):
    first, second = SessionEvent("e-1", "booking.confirmed", "b"), SessionEvent("e-2", "payment.refunded", "b")
    for word in (first, first, second, first):
        sessions.record_event(fresh.id, word, at=NOW)
    told = sessions.events(fresh.id, after=0)
    assert [word.type for word in told] == ["booking.confirmed", "payment.refunded"]
    assert [word.type for word in sessions.events(fresh.id, after=told[0].n)] == ["payment.refunded"]
    assert sessions.events(fresh.id, after=told[1].n) == []


def test_news_of_one_millisecond_is_told_apart(sessions, fresh):
    """A page that saw one of two events asks for what came after it, and gets the other."""
    for number in range(20):
        sessions.record_event(fresh.id, SessionEvent(f"e-{number}", "booking.confirmed", "b"), at=NOW)
    numbers = [word.n for word in sessions.events(fresh.id, after=0)]
    assert [len(sessions.events(fresh.id, after=number)) for number in numbers] == list(range(20))[::-1]


def test_news_that_is_committed_after_a_younger_one_is_told_after_it(sessions, fresh):
    sessions.record_event(fresh.id, SessionEvent("e-1", "booking.confirmed", "b"), at=NOW)
    events = sessions._session(fresh.id).collection("events")
    [seen] = sessions.events(fresh.id, after=0)
    earlier = events.document("e-1").get().get("at") - timedelta(seconds=5)
    events.document("e-2").create({"type": "payment.refunded", "booking_id": "b", "at": earlier})
    assert [word.type for word in sessions.events(fresh.id, after=seen.n)] == ["payment.refunded"]


def test_news_never_touches_the_chats_own_document(sessions, fresh):
    sessions.keep(fresh, HELLO)
    before = sessions.find(fresh.id)
    sessions.record_event(fresh.id, SessionEvent("e-1", "booking.confirmed", "b"), at=NOW)
    assert sessions.keep(before, dataclasses.replace(HELLO, message_id="m-2"))


def test_nothing_that_was_said_rests_in_the_clear(sessions, fresh):
    sessions.keep(dataclasses.replace(fresh, context={"name": "Daniel Example"}), HELLO)
    document = sessions._session(fresh.id)
    stored = [document.get().to_dict(), *(found.to_dict() for found in document.collection("messages").get())]
    assert len(stored) == 2
    assert "Daniel" not in str(stored)
    assert all(fields["expires_at"] == NOW + timedelta(days=30) for fields in stored)


def test_a_firestore_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", "127.0.0.1:1")
    monkeypatch.setattr(module, "SECONDS", 0.3)
    away = FirestoreSessions(project="demo", cipher=CIPHER)
    for ask in (lambda: away.find("s"), lambda: away.open("s", "m"), lambda: away.keep(Session("s", {}, None), HELLO)):
        with pytest.raises(VendorUnavailable):
            ask()
    away._client.close()
