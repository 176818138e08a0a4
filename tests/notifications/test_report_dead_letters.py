"""Events that a consumer gave up on: the manager hears of them, and they stay to be sent again."""

import dataclasses
from datetime import timedelta
from typing import cast
from uuid import uuid4

import pytest
from flask import Flask, Response, request

from functions.job_watch_dead_letters import main as job
from functions.job_watch_dead_letters.consumers import CONSUMERS
from infra.deploy.catalogue import Trigger, read_catalogue
from tests.local.console.console_house import DeadTopic
from tests.spa_house import spa_house

CONSUMER = "on_booking_email"


@pytest.fixture
def topic(pubsub_host):
    with DeadTopic(pubsub_host, project=f"dead-{uuid4().hex[:8]}", consumer=CONSUMER) as dead_topic:
        yield dead_topic


@pytest.fixture
def house(database_url, tmp_path, monkeypatch, topic, pubsub_host):
    with spa_house(database_url, tmp_path) as open_house:
        settings = {"project": topic.project, "pubsub_emulator_host": pubsub_host}
        open_house.settings = dataclasses.replace(open_house.settings, **settings)
        monkeypatch.setattr(job, "services", lambda: open_house)
        yield open_house


def look() -> Response:
    with Flask("job", static_folder=None).test_request_context(method="POST"):
        return cast("Response", job.job_watch_dead_letters(request))


def test_dead_letters_are_told_once_a_day_until_somebody_has_sent_them_again(house, topic):
    assert look().get_json() == {"dead_letters": 0}
    booking = house.hold()
    for about in (booking.id, booking.id, uuid4(), "none of ours"):
        topic.publish({"type": "booking.confirmed", "booking_id": str(about)})
    told = ("dead_letters", {"service": CONSUMER, "count": "4", "reference": booking.reference})
    for days, times in ((0, 1), (0, 1), (1, 2)):
        house.now += timedelta(days=days)
        assert look().get_json() == {"dead_letters": 4}
        assert house.alerts() == [told] * times


def test_without_pub_sub_the_job_is_tried_again(house):
    house.settings = dataclasses.replace(house.settings, pubsub_emulator_host="127.0.0.1:9")
    assert look().status_code == 503
    assert house.alerts() == []


def test_nobody_who_follows_events_is_left_out():
    followers = [one.name for one in read_catalogue().functions if one.trigger is Trigger.EVENTS]
    assert sorted(CONSUMERS) == sorted(followers)
