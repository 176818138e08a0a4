"""What we rely on in Pub/Sub, by the real client: of our stand-in, and of Google's own emulator."""

from datetime import timedelta

import pytest
from google.api_core import exceptions
from google.protobuf.field_mask_pb2 import FieldMask
from google.pubsub_v1 import PullRequest, Subscription

HELD = 1
"""Seconds after which a short loan has ended."""


@pytest.fixture
def subscription(pubsub, topic):
    """The full name of a subscription that pulls from the topic."""
    return pubsub.subscriber.create_subscription(name=pubsub.subscription("reader"), topic=topic).name


def publish(pubsub, topic, *texts, **attributes):
    messages = [{"data": text.encode(), "attributes": attributes} for text in texts]
    return list(pubsub.publisher.publish(topic=topic, messages=messages).message_ids)


def pull(pubsub, subscription, count, *, timeout=20):
    """Pull until so many came; fail when one pull of several waited in vain."""
    received: list = []
    while len(received) < count:
        wanted = count - len(received)
        answer = pubsub.subscriber.pull(subscription=subscription, max_messages=wanted, timeout=timeout)
        assert answer.received_messages, f"only {len(received)} of {count} came"
        received += answer.received_messages
    return received


def pull_at_once(pubsub, subscription):
    """Pull what is there at once; by the transport, because the client warns of that wish."""
    wanted = PullRequest(subscription=subscription, max_messages=100, return_immediately=True)
    return list(pubsub.subscriber.transport.pull(wanted, timeout=10).received_messages)


def bodies(received):
    return [one.message.data.decode() for one in received]


def acknowledge(pubsub, subscription, received):
    pubsub.subscriber.acknowledge(subscription=subscription, ack_ids=[one.ack_id for one in received])


def lend(pubsub, subscription, received, seconds):
    ids = [one.ack_id for one in received]
    pubsub.subscriber.modify_ack_deadline(subscription=subscription, ack_ids=ids, ack_deadline_seconds=seconds)


def test_everybody_who_follows_a_topic_gets_every_message(pubsub, topic, subscription):
    other = pubsub.subscriber.create_subscription(name=pubsub.subscription("other"), topic=topic).name
    ids = publish(pubsub, topic, "one", "two", kind="greeting")
    for name in (subscription, other):
        received = pull(pubsub, name, 2)
        assert bodies(received) == ["one", "two"]
        assert [one.message.message_id for one in received] == ids
        assert dict(received[0].message.attributes) == {"kind": "greeting"}
        assert received[0].message.publish_time is not None
        assert received[0].delivery_attempt == 0  # counted only where dead letters are


def test_who_comes_later_gets_only_what_is_published_later(pubsub, topic):
    publish(pubsub, topic, "too early")
    late = pubsub.subscriber.create_subscription(name=pubsub.subscription("late"), topic=topic).name
    publish(pubsub, topic, "in time")
    assert bodies(pull(pubsub, late, 1)) == ["in time"]
    assert pull_at_once(pubsub, late) == []


def test_what_is_acknowledged_does_not_come_again_and_what_is_lent_out_not_yet(pubsub, topic, subscription):
    publish(pubsub, topic, "one", "two")
    one, two = pull(pubsub, subscription, 2)
    assert pull_at_once(pubsub, subscription) == []
    acknowledge(pubsub, subscription, [one])
    acknowledge(pubsub, subscription, [one])  # twice is no mistake
    lend(pubsub, subscription, [two], 0)
    assert bodies(pull(pubsub, subscription, 1)) == ["two"]


def test_what_is_not_acknowledged_in_time_comes_again(pubsub, topic, subscription):
    publish(pubsub, topic, "one")
    first = pull(pubsub, subscription, 1)
    lend(pubsub, subscription, first, HELD)
    [again] = pull(pubsub, subscription, 1)
    assert again.message.message_id == first[0].message.message_id
    assert again.ack_id != first[0].ack_id


def test_an_acknowledgement_of_an_earlier_attempt_does_not_end_a_later_one(pubsub, topic, subscription):
    publish(pubsub, topic, "one")
    first = pull(pubsub, subscription, 1)
    lend(pubsub, subscription, first, 0)
    second = pull(pubsub, subscription, 1)
    acknowledge(pubsub, subscription, first)
    lend(pubsub, subscription, second, 0)
    assert bodies(pull(pubsub, subscription, 1)) == ["one"]


def test_a_pull_waits_for_what_is_published_meanwhile(pubsub, topic, subscription):
    wanted = PullRequest(subscription=subscription, max_messages=1)
    answer = pubsub.subscriber.transport.pull.future(wanted, timeout=30)
    publish(pubsub, topic, "at last")
    assert bodies(answer.result().received_messages) == ["at last"]


def test_a_pull_in_vain_is_answered_empty_before_its_deadline(pubsub, subscription):
    assert not pubsub.subscriber.pull(subscription=subscription, max_messages=1, timeout=3).received_messages


def test_what_was_left_open_is_filled_in(pubsub, topic):
    wanted = {
        "name": pubsub.subscription("plain"),
        "topic": topic,
        "retry_policy": {},
        "dead_letter_policy": {"dead_letter_topic": topic},
        "expiration_policy": {},
    }
    made = pubsub.subscriber.create_subscription(wanted)
    assert made.ack_deadline_seconds == 10
    assert made.message_retention_duration == timedelta(days=7)
    assert made.retry_policy.minimum_backoff == timedelta(seconds=10)
    assert made.retry_policy.maximum_backoff == timedelta(seconds=600)
    assert made.dead_letter_policy.max_delivery_attempts == 5
    assert made == pubsub.subscriber.get_subscription(subscription=made.name)


def test_a_subscription_changes_where_the_mask_says_so_and_nowhere_else(pubsub, topic, subscription):
    wanted = Subscription(
        name=subscription, topic=topic, ack_deadline_seconds=90, push_config={"push_endpoint": "http://127.0.0.1:1/"}
    )
    changed = pubsub.subscriber.update_subscription(
        subscription=wanted, update_mask=FieldMask(paths=["ack_deadline_seconds"])
    )
    assert (changed.ack_deadline_seconds, changed.push_config.push_endpoint) == (90, "")
    assert pubsub.subscriber.get_subscription(subscription=subscription) == changed


def test_who_pulls_can_be_pushed_to_and_pull_again(pubsub, topic, subscription, target):
    endpoint = {"push_endpoint": f"{target.url}/here"}
    pubsub.subscriber.modify_push_config(subscription=subscription, push_config=endpoint)
    assert (
        pubsub.subscriber.get_subscription(subscription=subscription).push_config.push_endpoint == f"{target.url}/here"
    )
    pubsub.subscriber.modify_push_config(subscription=subscription, push_config={})
    publish(pubsub, topic, "one")
    assert bodies(pull(pubsub, subscription, 1)) == ["one"]
    assert target.received == []


def test_topics_and_subscriptions_are_listed_by_project_and_by_topic(pubsub, topic, subscription):
    other = pubsub.publisher.create_topic(name=pubsub.topic("other")).name
    project = f"projects/{pubsub.project}"
    assert [known.name for known in pubsub.publisher.list_topics(project=project)] == sorted([topic, other])
    assert [known.name for known in pubsub.subscriber.list_subscriptions(project=project)] == [subscription]
    assert list(pubsub.publisher.list_topic_subscriptions(topic=topic)) == [subscription]
    assert list(pubsub.publisher.list_topic_subscriptions(topic=other)) == []


def test_long_lists_come_in_pages(pubsub):
    names = [pubsub.publisher.create_topic(name=pubsub.topic(f"topic-{n}")).name for n in range(5)]
    pages = pubsub.publisher.list_topics({"project": f"projects/{pubsub.project}", "page_size": 2}).pages
    assert [[known.name for known in page.topics] for page in pages] == [names[:2], names[2:4], names[4:]]


def test_a_subscription_outlives_its_topic_with_what_it_has(pubsub, topic, subscription):
    publish(pubsub, topic, "one")
    pubsub.publisher.delete_topic(topic=topic)
    assert pubsub.subscriber.get_subscription(subscription=subscription).topic == "_deleted-topic_"
    assert bodies(pull(pubsub, subscription, 1)) == ["one"]
    with pytest.raises(exceptions.NotFound):
        publish(pubsub, topic, "two")


def test_a_subscription_made_anew_has_nothing_of_the_old_one(pubsub, topic, subscription):
    publish(pubsub, topic, "one")
    pubsub.subscriber.delete_subscription(subscription=subscription)
    pubsub.subscriber.create_subscription(name=subscription, topic=topic)
    publish(pubsub, topic, "two")
    assert bodies(pull(pubsub, subscription, 1)) == ["two"]


def test_a_thousand_messages_go_out_in_one_call(pubsub, topic, subscription):
    assert len(publish(pubsub, topic, *map(str, range(1000)))) == 1000
    received = pull(pubsub, subscription, 1000)
    assert sorted(map(int, bodies(received))) == list(range(1000))


def test_what_nobody_could_do_becomes_a_dead_letter_that_tells_where_it_came_from(pubsub, topic):
    grave = pubsub.publisher.create_topic(name=pubsub.topic("dead")).name
    dead = pubsub.subscriber.create_subscription(name=pubsub.subscription("dead"), topic=grave).name
    policy = {"dead_letter_topic": grave, "max_delivery_attempts": 5}
    wanted = {"name": pubsub.subscription("weak"), "topic": topic, "dead_letter_policy": policy}
    weak = pubsub.subscriber.create_subscription(wanted).name
    publish(pubsub, topic, "too much", kind="booking")
    attempts = []
    for _ in range(5):
        received = pull(pubsub, weak, 1)
        attempts.append(received[0].delivery_attempt)
        lend(pubsub, weak, received, 0)
    assert attempts == [1, 2, 3, 4, 5]
    assert pull_at_once(pubsub, weak) == []  # Google's emulator moves it only when somebody asks for it once more
    [letter] = pull(pubsub, dead, 1)
    attributes = dict(letter.message.attributes)
    assert letter.message.data == b"too much"
    assert attributes.pop("CloudPubSubDeadLetterSourceTopicPublishTime").endswith("Z")
    assert attributes == {
        "kind": "booking",
        "CloudPubSubDeadLetterSourceDeliveryCount": "5",
        "CloudPubSubDeadLetterSourceSubscription": "weak",
        "CloudPubSubDeadLetterSourceSubscriptionProject": pubsub.project,
    }


def test_messages_of_one_ordering_key_come_one_after_the_other(pubsub, topic):
    wanted = {"name": pubsub.subscription("ordered"), "topic": topic, "enable_message_ordering": True}
    ordered = pubsub.subscriber.create_subscription(wanted).name
    messages = [{"data": str(n).encode(), "ordering_key": "booking"} for n in range(3)]
    pubsub.publisher.publish(topic=topic, messages=messages)
    seen: list = []
    while len(seen) < 3:
        received = pull(pubsub, ordered, 1)
        seen += bodies(received)
        acknowledge(pubsub, ordered, received)
    assert seen == ["0", "1", "2"]
