"""The hand-written client, which batches and streams: against our stand-in, and Google's own emulator."""

import queue

import pytest
from google.cloud.pubsub_v1 import PublisherClient, SubscriberClient


@pytest.fixture
def publisher(vendor_host, monkeypatch):
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", vendor_host)
    client = PublisherClient()
    yield client
    client.stop()


@pytest.fixture
def reader(pubsub, topic):
    return pubsub.subscriber.create_subscription(name=pubsub.subscription("reader"), topic=topic).name


@pytest.fixture
def stream(vendor_host, monkeypatch, reader):
    """Return a way to open a stream; its messages come to the callback."""
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", vendor_host)
    with SubscriberClient() as client:
        futures = []

        def follow(callback):
            futures.append(client.subscribe(reader, callback))

        yield follow
        for future in futures:
            future.cancel()
            future.result(timeout=30)


def test_a_stream_brings_what_is_published_and_takes_the_acknowledgement(publisher, topic, stream):
    came: queue.SimpleQueue = queue.SimpleQueue()

    def take(message):
        message.ack_with_response().result(timeout=30)
        came.put(message.data)

    stream(take)
    for n in range(20):
        publisher.publish(topic, str(n).encode()).result(timeout=30)
    assert {came.get(timeout=30) for _ in range(20)} == {str(n).encode() for n in range(20)}


def test_what_a_stream_gives_back_comes_again(publisher, topic, stream):
    came: queue.SimpleQueue = queue.SimpleQueue()

    def refuse_once(message):
        came.put((message.message_id, message.data))
        message.nack() if came.qsize() == 1 else message.ack()

    stream(refuse_once)
    sent = publisher.publish(topic, b"one").result(timeout=30)
    assert [came.get(timeout=30), came.get(timeout=30)] == [(sent, b"one")] * 2
