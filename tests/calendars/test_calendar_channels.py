"""The channels on which Google tells us: opened before they are needed, followed before they end."""

import logging
from datetime import timedelta

import pytest
import requests
from flask import request

from infra.local.stand_ins.faults import Faults
from tests.calendars.calendar_house import ANNA, HOUR, calendar_house
from tests.spa_house import THREE

DAY = timedelta(days=1)


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with calendar_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def at_google(house):
    return {one["told"]["id"]: one["calendar"] for one in house.google.state()["channels"]}


def known(house):
    return {str(row["id"]): row["calendar_id"] for row in house.channels()}


def test_each_calendar_has_one_channel_that_ends_in_a_week(house):
    assert house.poll().json["opened"] == 5
    assert house.poll().json["opened"] == 0
    assert known(house) == at_google(house)
    assert {row["ends_at"] - house.now for row in house.channels()} == {7 * DAY}
    assert {one["address"] for one in house.google.state()["channels"]} == {f"{house.public_url}/api/calendar/events"}


def test_a_channel_that_ends_within_two_days_is_followed_and_closed(house):
    house.reconcile()
    first = at_google(house)
    house.now += 4 * DAY
    assert house.reconcile().json["opened"] == 0
    house.now += DAY + HOUR
    answer = house.reconcile().json
    assert (answer["opened"], answer["closed"]) == (5, 5)
    assert known(house) == at_google(house)
    assert not set(at_google(house)) & set(first)


def test_news_between_two_channels_are_not_lost(house, eventually):
    house.listens = True
    house.reconcile()
    house.now += 6 * DAY
    house.busy(ANNA, THREE + 7 * DAY)
    house.reconcile()
    eventually(lambda: len(house.busy_times()) == 1)
    house.busy(ANNA, THREE + 8 * DAY)
    eventually(lambda: len(house.busy_times()) == 2)


def test_a_channel_that_died_is_opened_again(house):
    house.reconcile()
    house.now += 30 * DAY
    assert house.poll().json["opened"] == 5
    assert known(house).keys() <= at_google(house).keys()
    assert all(row["ends_at"] > house.now for row in house.channels())


def test_the_channel_of_somebody_who_left_is_closed(house):
    house.reconcile()
    house.database.run("update coresync.technicians set calendar_id = null where name = 'Anna'")
    assert house.reconcile().json["closed"] == 1
    assert ANNA not in at_google(house).values()


def refuse(status, reason, path):
    """Let Google refuse one kind of call."""

    def answer():
        error = {"code": status, "message": reason, "errors": [{"domain": "global", "reason": reason}]}
        return ({"error": error}, status) if request.path.endswith(path) else None

    return answer


@pytest.mark.parametrize(
    ("status", "reason"), [(401, "authError"), (403, "forbidden"), (403, "insufficientPermissions")]
)
def test_a_refused_channel_is_told_loudly_and_the_calendar_is_polled(house, caplog, status, reason):
    house.google.app.before_request_funcs[None].append(refuse(status, reason, "/watch"))
    house.busy(ANNA)
    assert house.poll().status_code == 503
    assert house.busy_times() == [(THREE, THREE + HOUR)]
    loud = [line for line in caplog.records if line.levelno == logging.ERROR]
    assert {line.facts["code"] for line in loud} == {"ACCESS_LOST"}
    assert {"service": "google-calendar", "calendar": "master", "code": "ACCESS_LOST"} in [f for _, f in house.alerts()]
    assert {kind for kind, _ in house.alerts()} == {"token_dying"}
    assert ANNA not in str([vars(line) for line in caplog.records])


def test_google_is_not_asked_for_a_channel_all_the_time(house):
    refusal = refuse(403, "forbidden", "/watch")
    house.google.app.before_request_funcs[None].append(refusal)
    house.poll()
    house.wait(5)
    assert house.poll().status_code == 200
    house.wait(60)
    assert house.poll().status_code == 503
    house.google.app.before_request_funcs[None].remove(refusal)
    house.wait(60)
    assert house.poll().json["opened"] == 5
    assert known(house) == at_google(house)


def test_a_channel_whose_opening_was_never_answered_already_works(house, eventually):
    house.listens = True
    house.google.faults = Faults(drop_rate=1.0)
    assert house.poll().status_code == 503
    house.google.faults = Faults()
    house.busy(ANNA)
    eventually(lambda: len(house.busy_times()) == 1)


def test_one_that_google_can_t_close_is_closed_later(house):
    house.reconcile()
    house.now += 6 * DAY
    refusal = refuse(500, "backendError", "/stop")
    house.google.app.before_request_funcs[None].append(refusal)
    assert house.reconcile().json["closed"] == 0
    house.google.app.before_request_funcs[None].remove(refusal)
    assert house.reconcile().json["closed"] == 5
    assert known(house) == at_google(house)


def test_a_channel_that_google_has_forgotten_is_as_good_as_closed(house):
    house.reconcile()
    house.now += 6 * DAY
    requests.post(f"{house.google.url}/_reset", timeout=5).raise_for_status()
    assert house.reconcile().json["closed"] == 5
