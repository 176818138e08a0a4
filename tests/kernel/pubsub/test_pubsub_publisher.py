"""Events through Pub/Sub: whole, without personal data, or honestly not out."""

import json
from uuid import uuid4

import grpc
import pytest

from shared_lib.kernel.adapters.pubsub import PubSubPublisher
from shared_lib.kernel.events import EventType
from tests.visits import a_visit, heard

SENT = [heard(EventType.CONFIRMED, a_visit()), heard(EventType.PAYMENT_CAPTURED, a_visit())]


@pytest.fixture
def channel(pubsub_host):
    with grpc.insecure_channel(pubsub_host) as channel:
        yield channel


@pytest.fixture
def topic(channel):
    """A topic with one subscription of the same name."""
    from google.pubsub_v1.services.publisher import PublisherClient
    from google.pubsub_v1.services.publisher.transports import PublisherGrpcTransport

    name = f"topic-{uuid4().hex}"
    PublisherClient(transport=PublisherGrpcTransport(channel=channel)).create_topic(name=f"projects/demo/topics/{name}")
    return name


@pytest.fixture
def received(channel, topic):
    """Return a way to take what a subscriber gets."""
    from google.pubsub_v1.services.subscriber import SubscriberClient
    from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcTransport

    subscriber = SubscriberClient(transport=SubscriberGrpcTransport(channel=channel))
    subscription = f"projects/demo/subscriptions/{topic}"
    subscriber.create_subscription(name=subscription, topic=f"projects/demo/topics/{topic}")

    def take(count: int):
        taken: list = []
        while len(taken) < count:
            answer = subscriber.pull(subscription=subscription, max_messages=10, timeout=10)
            taken += [message.message for message in answer.received_messages]
        return taken

    return take


def publish(host: str, topic: str, *, within: float = 10):
    publisher = PubSubPublisher(project="demo", topic=topic, emulator=host)
    return publisher.publish(SENT, within=within)


def test_events_arrive_with_their_attributes_and_body(pubsub_host, topic, received):
    assert publish(pubsub_host, topic) == [event.id for event in SENT]
    arrived = {message.attributes["event_id"]: message for message in received(2)}
    for event in SENT:
        message = arrived[str(event.id)]
        assert dict(message.attributes) == event.attributes
        body = json.loads(message.data)
        assert (body["schema_version"], body["type"], body["version"]) == (1, event.type, 3)
        assert set(body) == {"schema_version", "at", "type", "event_id", "booking_id", "version"}


def test_what_is_not_surely_out_is_not_said_to_be(pubsub_host):
    assert publish("127.0.0.1:1", "topic", within=0.2) == ()
    assert publish(pubsub_host, "no-such-topic") == ()
