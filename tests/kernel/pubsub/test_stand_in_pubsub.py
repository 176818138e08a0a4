"""What only our Pub/Sub does: it forgets nothing over a restart, misbehaves when told to, and says what it lacks."""

import contextlib
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import requests
from google.api_core import exceptions

from infra.deploy.subscriptions import connect
from infra.local.home import ROOT
from infra.local.stand_ins.pubsub import PubSubStandIn
from infra.local.stand_ins.store import Store
from tests.kernel.tasks.receiver import eventually

AT_ONCE = {"minimum_backoff": {"seconds": 0}, "maximum_backoff": {"seconds": 0}}


class MovableClock:
    def __init__(self):
        self.now = datetime(2026, 11, 25, 17, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return MovableClock()


@pytest.fixture
def stand_in(clock):
    with PubSubStandIn(clock=clock) as started:
        yield started


@pytest.fixture
def pubsub(stand_in):
    with connect("demo-own", stand_in.host) as made:
        yield made


def follow(pubsub, **fields):
    topic = pubsub.topic("events")
    with contextlib.suppress(exceptions.AlreadyExists):
        pubsub.publisher.create_topic(name=topic)
    wanted = {"name": pubsub.subscription("reader"), "topic": topic, "retry_policy": AT_ONCE}
    return pubsub.subscriber.create_subscription(wanted | fields).name


def pushed_to(target, path="/events"):
    return {"push_config": {"push_endpoint": f"{target.url}{path}"}}


def publish(pubsub, *texts):
    messages = [{"data": text.encode()} for text in texts]
    return list(pubsub.publisher.publish(topic=pubsub.topic("events"), messages=messages, retry=None).message_ids)


def pull(pubsub, subscription, most=10):
    received = pubsub.subscriber.pull(subscription=subscription, max_messages=most, timeout=5).received_messages
    return [(one.message.data.decode(), one.ack_id) for one in received]


def fault(stand_in, **faults):
    assert requests.post(f"{stand_in.url}/_faults", json=faults, timeout=10).status_code == 200


SERVER = """
import sys, time
from pathlib import Path
from infra.local.stand_ins.pubsub import PubSubStandIn
from infra.local.stand_ins.store import Store
print(PubSubStandIn(store=Store(Path(sys.argv[1]))).start().host, flush=True)
time.sleep(600)
"""


def test_nothing_is_lost_when_it_is_killed_after_it_has_answered(tmp_path, target):
    file, environment = tmp_path / "pubsub.sqlite", os.environ | {"PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", SERVER, str(file)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as server:
        with connect("demo-own", server.stdout.readline().strip()) as pubsub:
            reader = follow(pubsub)
            pushed = {"name": pubsub.subscription("pushed"), "topic": pubsub.topic("events"), "retry_policy": AT_ONCE}
            nobody = {"push_config": {"push_endpoint": "http://127.0.0.1:1/"}}
            pubsub.subscriber.create_subscription(pushed | nobody)
            publish(pubsub, "done", "lent out", "waiting")
            done, _lent = pull(pubsub, reader, 2)
            pubsub.subscriber.acknowledge(subscription=reader, ack_ids=[done[1]])
        server.send_signal(signal.SIGKILL)
    with PubSubStandIn(store=Store(file)) as stand_in, connect("demo-own", stand_in.host) as pubsub:
        assert [text for text, _ in pull(pubsub, reader)] == ["lent out", "waiting"]
        endpoint = {"push_endpoint": f"{target.url}/events"}
        pubsub.subscriber.modify_push_config(subscription=pubsub.subscription("pushed"), push_config=endpoint)
        eventually(lambda: len(target.received) == 3)


def test_an_acknowledgement_may_come_after_a_restart(tmp_path):
    file = tmp_path / "pubsub.sqlite"
    with PubSubStandIn(store=Store(file)) as stand_in, connect("demo-own", stand_in.host) as pubsub:
        reader = follow(pubsub)
        publish(pubsub, "one")
        [(_, ack_id)] = pull(pubsub, reader)
    with PubSubStandIn(store=Store(file)) as stand_in, connect("demo-own", stand_in.host) as pubsub:
        pubsub.subscriber.acknowledge(subscription=reader, ack_ids=[ack_id])
        assert stand_in.state()["deliveries"] == []


def test_pauses_double_from_the_shortest_to_the_longest(pubsub, stand_in, target, clock):
    pauses = {"minimum_backoff": {"seconds": 10}, "maximum_backoff": {"seconds": 35}}
    follow(pubsub, retry_policy=pauses, **pushed_to(target))
    target.statuses += [500] * 4
    publish(pubsub, "one")
    for tries, pause in enumerate([10, 20, 35, 35], start=1):
        due = clock.now + timedelta(seconds=pause)
        eventually(lambda tries=tries, due=due: fate(stand_in) == (tries, False, due.isoformat()))
        clock.now = due
    eventually(lambda: not stand_in.state()["deliveries"])
    assert len(target.received) == 5


def fate(stand_in):
    """Return how often the only message was tried, whether it is on its way, and from when on it is due again."""
    [delivery] = stand_in.state()["deliveries"]
    return delivery["attempts"], delivery["under_way"], delivery["not_before"]


def test_what_waits_longer_than_it_is_kept_is_gone(pubsub, clock):
    reader = follow(pubsub, message_retention_duration={"seconds": 600})
    publish(pubsub, "one")
    clock.now += timedelta(seconds=601)
    publish(pubsub, "two")
    assert [text for text, _ in pull(pubsub, reader)] == ["two"]


def test_what_is_not_acknowledged_within_the_deadline_comes_again(pubsub, clock):
    reader = follow(pubsub, ack_deadline_seconds=60)
    publish(pubsub, "one")
    [(_, first)] = pull(pubsub, reader)
    clock.now += timedelta(seconds=61)
    [(_, second)] = pull(pubsub, reader)
    assert first != second


def test_at_most_a_few_pushes_of_a_subscription_are_under_way(pubsub, stand_in, target):
    follow(pubsub, **pushed_to(target))
    target.gate.clear()
    publish(pubsub, *map(str, range(30)))
    eventually(lambda: len(target.received) == 8)
    assert sum(delivery["under_way"] for delivery in stand_in.state()["deliveries"]) == 8
    target.gate.set()
    eventually(lambda: not stand_in.state()["deliveries"])
    assert len(target.received) == 30


def test_it_refuses_to_publish_when_told_to(pubsub, stand_in):
    follow(pubsub)
    fault(stand_in, error_rate=1)
    with pytest.raises(exceptions.ServiceUnavailable):
        publish(pubsub, "one")
    assert requests.delete(f"{stand_in.url}/_faults", timeout=10).status_code == 204
    assert publish(pubsub, "two")
    assert [delivery["data"] for delivery in stand_in.state()["deliveries"]] == ["two"]


def test_an_answer_can_get_lost_though_the_message_is_out(pubsub, stand_in):
    follow(pubsub)
    fault(stand_in, drop_rate=1)
    with pytest.raises(exceptions.ServiceUnavailable):
        publish(pubsub, "one")
    assert [delivery["data"] for delivery in stand_in.state()["deliveries"]] == ["one"]


def test_an_endpoint_s_acknowledgement_can_get_lost(pubsub, stand_in, target):
    follow(pubsub, **pushed_to(target))
    target.gate.clear()
    publish(pubsub, "one")
    fault(stand_in, drop_rate=1)
    target.gate.set()
    eventually(lambda: len(target.received) > 1)
    fault(stand_in)
    eventually(lambda: not stand_in.state()["deliveries"])


def test_pushes_are_slow_for_as_long_as_that_is_told(pubsub, stand_in, target):
    follow(pubsub, **pushed_to(target))
    target.statuses += [500]
    target.gate.clear()
    publish(pubsub, "one")
    eventually(lambda: target.received)
    fault(stand_in, latency_ms=3_600_000)
    target.gate.set()
    eventually(lambda: [delivery["attempts"] for delivery in stand_in.state()["deliveries"]] == [2])
    assert requests.delete(f"{stand_in.url}/_faults", timeout=10).status_code == 204
    eventually(lambda: not stand_in.state()["deliveries"])


def test_messages_can_come_twice(pubsub, stand_in, target):
    follow(pubsub, **pushed_to(target))
    fault(stand_in, duplicate=True)
    publish(pubsub, "one")
    eventually(lambda: len(target.received) == 2)
    eventually(lambda: not stand_in.state()["deliveries"])


def test_pushes_can_come_newest_first(pubsub, stand_in, target):
    reader = follow(pubsub)
    publish(pubsub, *map(str, range(20)))
    fault(stand_in, reorder=True)
    target.gate.clear()
    endpoint = {"push_endpoint": f"{target.url}/events"}
    pubsub.subscriber.modify_push_config(subscription=reader, push_config=endpoint)
    eventually(lambda: len(target.received) == 8)
    under_way = {delivery["data"] for delivery in stand_in.state()["deliveries"] if delivery["under_way"]}
    assert under_way == {str(n) for n in range(12, 20)}
    target.gate.set()


@pytest.mark.parametrize(
    "fields",
    [
        {"filter": 'attributes.type = "booking.confirmed"'},
        {"enable_exactly_once_delivery": True},
        {"push_config": {"push_endpoint": "http://127.0.0.1:1/", "no_wrapper": {}}},
    ],
)
def test_what_it_does_not_know_it_refuses_rather_than_to_ignore_it(pubsub, fields):
    with pytest.raises(exceptions.MethodNotImplemented, match="is not known here"):
        follow(pubsub, **fields)


def test_a_reset_forgets_everything(pubsub, stand_in):
    follow(pubsub)
    publish(pubsub, "one")
    assert requests.post(f"{stand_in.url}/_reset", timeout=10).status_code == 204
    assert stand_in.state() == {"deliveries": []}
    follow(pubsub)
