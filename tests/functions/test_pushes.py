"""Every consumer of events believes Pub/Sub alone, and only what was committed."""

import importlib
from types import SimpleNamespace
from uuid import uuid4

import pytest
from flask import Flask, request

from infra.deploy.catalogue import Trigger, read_catalogue
from shared_lib.kernel.adapters.outbox import PostgresOutbox
from shared_lib.kernel.errors import NotAuthenticated
from shared_lib.kernel.events import Event, EventType
from shared_lib.web import events
from shared_lib.web.events import booking_event
from shared_lib.web.pushes import Pushes, SecretCaller, TokenCaller
from tests.pushes import SECRET, message_of, push, push_body, pushes
from tests.spa_house import spa_house
from tests.visits import a_visit, heard

CONSUMERS = [function.name for function in read_catalogue().functions if function.trigger is Trigger.EVENTS]
EVENT = heard(EventType.CONFIRMED, a_visit())


@pytest.fixture
def lines(monkeypatch):
    """What was logged by the door."""
    written = []
    monkeypatch.setattr(events, "log", lambda message, **facts: written.append((message, facts)))
    return written


def consumer(known=lambda _: True, *, does=None, acted_on=frozenset(EventType)):
    """Return a door, and the events that it was given."""
    given = []

    @booking_event(lambda: pushes(known=known), acted_on=acted_on)
    def on_booking_test(event):
        given.append(event)
        if does:
            raise does

    return on_booking_test, given


def test_a_push_with_the_secret_is_done_and_leaves_one_line(lines):
    door, given = consumer()
    assert push(door, EVENT).status_code == 200
    assert [event.id for event in given] == [EVENT.id]
    [(said, facts)] = lines
    assert (said, facts["endpoint"], facts["event"]) == ("event done", "on_booking_test", EVENT.id)


@pytest.mark.parametrize("secret", ["", "a guess", SECRET.upper(), f"{SECRET} "])
def test_without_the_secret_nothing_is_read(secret):
    door, given = consumer()
    answer = push_body(door, {"message": message_of(EVENT)}, secret=secret)
    assert (answer.status_code, answer.get_json()["code"], given) == (401, "NOT_AUTHENTICATED", [])


def test_an_event_of_no_use_is_acknowledged_and_nobody_is_asked(lines):
    asked = []
    door, given = consumer(known=lambda event: asked.append(event) or True, acted_on={EventType.HELD})
    assert push(door, EVENT).status_code == 200
    assert (given, asked, lines) == ([], [], [])


def test_an_event_of_no_use_is_not_believed_without_the_secret():
    door, _ = consumer(acted_on={EventType.HELD})
    assert push_body(door, {"message": message_of(EVENT)}, secret="a guess").status_code == 401


def test_an_event_that_was_never_committed_is_dropped_with_an_alert(lines):
    door, given = consumer(known=lambda _: False)
    assert push(door, EVENT).status_code == 200
    assert given == []
    [(_, facts)] = lines
    assert (facts["alert"], facts["event"], facts["version"]) == ("event_unknown", EVENT.id, EVENT.version)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"message": 5}', b'{"message": {"attributes": {"type": ["booking.held"]}}}', b"[" * 900],
)
def test_what_is_no_event_lies_with_the_dead_letters_in_the_end(body):
    door, given = consumer()
    answer = push_body(door, body)
    assert (answer.status_code, answer.get_json()["code"], given) == (400, "BAD_INPUT", [])


@pytest.mark.parametrize("changes", [{"event_id": 7}, {"booking_id": None}, {"version": {}}, {"version": "1e3"}])
def test_an_attribute_of_another_kind_is_refused(changes):
    door, given = consumer()
    assert push(door, EVENT, **changes).status_code == 400
    assert given == []


def test_trouble_leaves_one_line_that_an_alert_can_be_made_of(lines):
    from shared_lib.kernel.errors import VendorUnavailable

    door, _ = consumer(does=VendorUnavailable("sendgrid", "answered 503"))
    assert push(door, EVENT).status_code == 503
    [(_, facts)] = lines
    assert (facts["alert"], facts["code"]) == ("event_not_done", "VENDOR_UNAVAILABLE")
    assert (facts["booking"], facts["type"]) == (EVENT.booking_id, EVENT.type)


def test_in_the_cloud_the_caller_shows_its_token():
    shown = []
    caller = TokenCaller(SimpleNamespace(verify=shown.append))
    with Flask("push").test_request_context(headers={"Authorization": "Bearer a.b.c"}):
        caller.verify(request)
    assert shown == ["a.b.c"]
    for header in ({}, {"Authorization": "Basic x"}, {"Authorization": "Bearer"}):
        with Flask("push").test_request_context("/?token=secret", headers=header), pytest.raises(NotAuthenticated):
            caller.verify(request)


@pytest.mark.parametrize("name", CONSUMERS)
def test_each_consumer_asks_who_pushes_before_anything_else(name, monkeypatch):
    main = importlib.import_module(f"functions.{name}.main")
    nobody = SimpleNamespace(pushes=Pushes(SecretCaller(SECRET), SimpleNamespace(knows=pytest.fail)))
    monkeypatch.setattr(main, "services", lambda: nobody)
    answer = push_body(getattr(main, name), {"message": message_of(EVENT)}, secret="a guess")
    assert answer.status_code == 401


@pytest.fixture
def context(database_url, tmp_path):
    with spa_house(database_url, tmp_path) as open_house:
        yield open_house


def test_the_outbox_knows_exactly_what_was_committed(context):
    booking, outbox = context.hold(), PostgresOutbox(context.database)
    [held] = outbox.waiting_of(booking.id)
    assert outbox.knows(held)
    made_up = [
        Event(uuid4(), held.type, held.booking_id, held.version, held.at),
        Event(held.id, EventType.CONFIRMED, held.booking_id, held.version, held.at),
        Event(held.id, held.type, uuid4(), held.version, held.at),
        Event(held.id, held.type, held.booking_id, held.version + 1, held.at),
    ]
    assert not any(outbox.knows(event) for event in made_up)
