"""The door that Google Calendar's channels knock on."""

from uuid import uuid4

import pytest
from flask import Flask, request

from functions.hook_calendar import main as hook
from infra.local.stand_ins.faults import Faults
from tests.calendars.calendar_house import ANNA, HOUR, calendar_house
from tests.spa_house import THREE


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with calendar_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


@pytest.fixture
def anna(house):
    """Anna's channel, as Google has it."""
    house.poll()
    return next(one for one in house.google.state()["channels"] if one["calendar"] == ANNA)["told"]


def knock(channel, **changes):
    headers = {
        "X-Goog-Channel-ID": channel["id"],
        "X-Goog-Channel-Token": channel["token"],
        "X-Goog-Resource-State": "exists",
        "X-Goog-Resource-ID": channel["resourceId"],
        "X-Goog-Message-Number": "2",
    }
    sent = {name: value for name, value in (headers | changes).items() if value is not None}
    with Flask("hook").test_request_context("/api/calendar/events", method="POST", headers=sent):
        return hook.hook_calendar(request).status_code


def test_a_push_brings_what_changed(house, anna):
    house.busy(ANNA)
    assert knock(anna) == 204
    assert house.busy_times() == [(THREE, THREE + HOUR)]
    assert not house.slots("Anna")


def test_google_s_own_call_finds_the_door(house, eventually):
    house.listens = True
    house.poll()
    house.busy(ANNA)
    eventually(lambda: house.busy_times() == [(THREE, THREE + HOUR)])


def test_the_same_push_again_and_out_of_order_changes_nothing(house, anna):
    house.busy(ANNA)
    knock(anna, **{"X-Goog-Message-Number": "9"})
    before = house.rows("select ctid, * from coresync.busy_times")
    assert [knock(anna, **{"X-Goog-Message-Number": number}) for number in ("9", "3", "1")] == [204] * 3
    assert house.rows("select ctid, * from coresync.busy_times") == before


@pytest.mark.parametrize(
    "changes",
    [
        {"X-Goog-Channel-Token": None},
        {"X-Goog-Channel-Token": ""},
        {"X-Goog-Channel-Token": "a guess"},
        {"X-Goog-Channel-Token": "x" * 5000},
        {"X-Goog-Channel-ID": str(uuid4())},
        {"X-Goog-Channel-ID": None},
    ],
)
def test_who_is_not_google_is_refused_and_nothing_is_read(house, anna, changes):
    house.busy(ANNA)
    assert knock(anna, **changes) == 400
    assert house.busy_times() == []


def test_a_token_that_we_signed_for_something_else_opens_no_door(house, anna):
    assert knock(anna, **{"X-Goog-Channel-Token": house.signer.sign(anna["id"], purpose="pay")}) == 400


@pytest.mark.parametrize("state", ["sync", "", "something new"])
def test_a_greeting_and_what_google_may_say_one_day_are_acknowledged(house, anna, state):
    house.busy(ANNA)
    assert knock(anna, **{"X-Goog-Resource-State": state}) == 204
    assert house.busy_times() == []


def test_a_channel_that_we_no_longer_know_is_acknowledged(house, anna):
    house.database.run("update coresync.calendar_channels set closed_at = opened_at")
    house.busy(ANNA)
    assert knock(anna) == 204
    assert house.busy_times() == []


def test_a_channel_of_somebody_who_left_is_acknowledged(house, anna):
    house.database.run("update coresync.technicians set active = false where name = 'Anna'")
    house.busy(ANNA)
    assert knock(anna) == 204
    assert house.busy_times() == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_while_google_fails_it_is_asked_to_call_again(house, anna, status):
    house.busy(ANNA)
    house.google.faults = Faults(error_rate=1.0, status=status)
    assert knock(anna) == 503
    house.google.faults = Faults()
    assert knock(anna) == 204
    assert len(house.busy_times()) == 1


def test_while_our_database_fails_google_is_asked_to_call_again(house, anna, monkeypatch):
    monkeypatch.setattr(house.calendar_sync.reads._database, "_url", "postgresql://127.0.0.1:1/none")
    house.database.close()
    house.database.__dict__.pop("_pool", None)
    house.database._wait = 0.2
    assert knock(anna) == 503


def test_doubled_and_reordered_pushes_end_as_the_calendar_stands(house, anna, eventually):
    house.listens = True
    house.google.faults = Faults(duplicate=True, reorder=True)
    event = house.busy(ANNA)
    house.by_hand("PATCH", ANNA, event, start=(THREE + HOUR).isoformat(), end=(THREE + 2 * HOUR).isoformat())
    eventually(lambda: house.busy_times() == [(THREE + HOUR, THREE + 2 * HOUR)])


def test_a_burst_of_edits_ends_with_the_last_one(house, anna, eventually):
    house.listens = True
    events = [house.busy(ANNA, THREE + n * HOUR) for n in range(8)]
    for event in events[1:]:
        house.by_hand("DELETE", ANNA, event)
    eventually(lambda: house.busy_times() == [(THREE, THREE + HOUR)])
