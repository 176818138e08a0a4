"""What a consumer gave up on is listed, and sent again to all who follow the topic."""

from typing import Any
from uuid import uuid4

import grpc
import pytest
from google.pubsub_v1 import PublisherClient, PullRequest, SubscriberClient
from google.pubsub_v1.services.publisher.transports import PublisherGrpcTransport
from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcTransport

from infra.deploy.dead_letters import look, main, resend
from infra.deploy.subscriptions import PubSub

CONSUMER, TOPIC = "on_booking_email", "booking-events"


class Follower(PubSub):
    """A project with one consumer's dead letters, and somebody who follows the topic itself."""

    def furnish(self) -> None:
        for topic, subscription in ((TOPIC, "follower"), (f"{CONSUMER}-dead", f"{CONSUMER}-dead")):
            self.publisher.create_topic(name=self.topic(topic))
            self.subscriber.create_subscription(name=self.subscription(subscription), topic=self.topic(topic))

    def give_up(self, number: int) -> None:
        attributes = {"type": "booking.confirmed", "n": str(number), "CloudPubSubDeadLetterSourceSubscription": "x"}
        message: Any = {"data": f'{{"n": {number}}}'.encode(), "attributes": attributes}
        self.publisher.publish(topic=self.topic(f"{CONSUMER}-dead"), messages=[message])

    def heard(self) -> list[dict[str, str]]:
        wanted = PullRequest(subscription=self.subscription("follower"), max_messages=99, return_immediately=True)
        pull: Any = self.subscriber.transport.pull
        return [dict(one.message.attributes) for one in pull(wanted, timeout=10).received_messages]


@pytest.fixture
def pubsub(pubsub_host):
    with grpc.insecure_channel(pubsub_host) as channel:
        publisher = PublisherClient(transport=PublisherGrpcTransport(channel=channel))
        subscriber = SubscriberClient(transport=SubscriberGrpcTransport(channel=channel))
        follower = Follower(publisher, subscriber, f"dead-{uuid4().hex[:8]}")
        follower.furnish()
        yield follower


def numbers(letters) -> list[str]:
    return sorted(letter.attributes["n"] for letter in letters)


def test_they_are_looked_at_and_stay(pubsub):
    for number in range(3):
        pubsub.give_up(number)
    assert numbers(look(pubsub)) == numbers(look(pubsub)) == ["0", "1", "2"]
    assert pubsub.heard() == []


def test_all_are_sent_again_and_gone(pubsub, eventually):
    for number in range(3):
        pubsub.give_up(number)
    assert numbers(resend(pubsub)) == ["0", "1", "2"]
    heard = []
    eventually(lambda: heard.extend(pubsub.heard()) or len(heard) == 3)
    assert {"type": "booking.confirmed", "n": "0"} in heard
    assert look(pubsub) == []


def test_one_is_sent_again_and_the_others_stay(pubsub, eventually):
    for number in range(3):
        pubsub.give_up(number)
    [chosen] = [letter for letter in look(pubsub) if letter.attributes["n"] == "1"]
    assert numbers(resend(pubsub, [chosen.id])) == ["1"]
    assert eventually(pubsub.heard) == [{"type": "booking.confirmed", "n": "1"}]
    assert numbers(look(pubsub)) == ["0", "2"]


def test_the_command_lists_and_sends_again(pubsub, pubsub_host, capsys):
    pubsub.give_up(7)
    words = ["--project", pubsub.project, "--api", pubsub_host]
    assert main(words) == 0
    assert f"{CONSUMER} booking.confirmed" in capsys.readouterr().out
    assert main([*words, "--resend"]) == 0
    assert capsys.readouterr().out.startswith("sent again: ")
    assert main(words) == 0
    assert capsys.readouterr().out == "no dead letters\n"
