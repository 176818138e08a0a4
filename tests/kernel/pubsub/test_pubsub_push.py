"""Pushes, as they arrive: of our stand-in, and of Google's own emulator."""

import base64
import json
import socket
from datetime import datetime, timedelta

import pytest

from tests.kernel.tasks.receiver import eventually

AT_ONCE = {"minimum_backoff": {"seconds": 0}, "maximum_backoff": {"seconds": 0}}


@pytest.fixture
def follow(pubsub, topic, target):
    """Return a way to push the topic's messages to the target."""

    def create(path="/projects/p/topics/events", **fields):
        wanted = {
            "name": pubsub.subscription("pushed"),
            "topic": topic,
            "push_config": {"push_endpoint": f"{target.url}{path}"},
            "retry_policy": AT_ONCE,
        }
        return pubsub.subscriber.create_subscription(wanted | fields).name

    return create


def publish(pubsub, topic, *texts, **attributes):
    messages = [{"data": text.encode(), "attributes": attributes} for text in texts]
    return list(pubsub.publisher.publish(topic=topic, messages=messages).message_ids)


def texts(target):
    return [base64.b64decode(json.loads(seen.body)["message"]["data"]).decode() for seen in list(target.received)]


def test_a_push_carries_the_message_in_google_s_wrapping_to_the_path_with_the_topic(pubsub, topic, follow, target):
    subscription = follow()
    [sent] = publish(pubsub, topic, "hello", kind="greeting")
    eventually(lambda: target.received)
    [seen] = target.received
    assert (seen.method, seen.path) == ("POST", "/projects/p/topics/events")
    assert seen.headers["Content-Type"] == "application/json"
    body = json.loads(seen.body)
    published = body["message"].pop("publishTime")
    assert published.endswith("Z")
    assert abs(datetime.fromisoformat(published) - datetime.now().astimezone()) < timedelta(minutes=1)
    assert body == {
        "subscription": subscription,
        "message": {
            "data": base64.b64encode(b"hello").decode(),
            "attributes": {"kind": "greeting"},
            "messageId": sent,
            "message_id": sent,
            "publish_time": published,
        },
    }


def test_attributes_alone_are_pushed_with_empty_data(pubsub, topic, follow, target):
    follow()
    pubsub.publisher.publish(topic=topic, messages=[{"attributes": {"kind": "greeting"}}])
    eventually(lambda: target.received)
    message = json.loads(target.received[0].body)["message"]
    assert (message["data"], message["attributes"]) == ("", {"kind": "greeting"})


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_a_push_is_done_when_it_is_answered_well(pubsub, topic, follow, target, status):
    follow()
    target.statuses += [status]
    publish(pubsub, topic, "one")
    eventually(lambda: target.received)
    publish(pubsub, topic, "two")
    eventually(lambda: len(target.received) == 2)
    assert texts(target) == ["one", "two"]


@pytest.mark.parametrize("status", [301, 400, 404, 429, 500, 503])
def test_any_other_answer_is_a_refusal(pubsub, topic, follow, target, status):
    follow()
    target.statuses += [status]
    publish(pubsub, topic, "one")
    eventually(lambda: len(target.received) == 2)
    first, second = (json.loads(seen.body)["message"]["messageId"] for seen in target.received)
    assert first == second


def test_a_203_is_a_refusal_to_the_service_and_not_to_its_emulator(vendor, pubsub, topic, follow, target):
    follow()
    target.statuses += [203]
    publish(pubsub, topic, "one")
    eventually(lambda: target.received)
    if vendor == "embedded":
        eventually(lambda: len(target.received) == 2)
    publish(pubsub, topic, "two")
    eventually(lambda: texts(target)[-1:] == ["two"])
    assert texts(target) == (["one", "two"] if vendor == "google" else ["one", "one", "two"])


def test_a_caller_that_is_cut_off_and_then_finds_nobody_is_refused_and_comes_again(pubsub, topic, follow, target):
    subscription = follow()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)
        nobody = {"push_endpoint": f"http://127.0.0.1:{server.getsockname()[1]}/"}
        pubsub.subscriber.modify_push_config(subscription=subscription, push_config=nobody)
        publish(pubsub, topic, "one")
        server.accept()[0].close()  # it was tried, and nobody is there from now on
    assert target.received == []
    there = {"push_endpoint": f"{target.url}/here"}
    pubsub.subscriber.modify_push_config(subscription=subscription, push_config=there)
    eventually(lambda: texts(target) == ["one"])


def test_a_push_that_takes_its_time_does_not_hold_up_another_subscription(pubsub, topic, follow, target):
    """Of one subscription the emulator pushes one message after the other, the service and ours several at once."""
    follow()
    wanted = {"name": pubsub.subscription("other"), "topic": topic}
    pubsub.subscriber.create_subscription(wanted | {"push_config": {"push_endpoint": f"{target.url}/other"}})
    target.gate.clear()
    publish(pubsub, topic, "one")
    eventually(lambda: len(target.received) == 2)
    target.gate.set()
    assert {seen.path for seen in target.received} == {"/projects/p/topics/events", "/other"}


def test_what_is_refused_too_often_is_a_dead_letter_and_pushed_no_more(vendor, pubsub, topic, follow, target):
    grave = pubsub.publisher.create_topic(name=pubsub.topic("dead")).name
    dead = pubsub.subscriber.create_subscription(name=pubsub.subscription("dead"), topic=grave).name
    follow(dead_letter_policy={"dead_letter_topic": grave, "max_delivery_attempts": 5})
    target.statuses += [500] * 5
    publish(pubsub, topic, "one", kind="booking")
    [letter] = pubsub.subscriber.pull(subscription=dead, max_messages=1, timeout=60).received_messages
    assert letter.message.data == b"one"
    assert letter.message.attributes["kind"] == "booking"
    assert letter.message.attributes["CloudPubSubDeadLetterSourceDeliveryCount"] == "5"
    attempts = [json.loads(seen.body).get("deliveryAttempt") for seen in target.received]
    told = [1, 2, 3, 4, 5]  # as Google's service tells it, and its emulator doesn't
    assert attempts == ([None] * 5 if vendor == "google" else told)
