"""What Pub/Sub refuses, and how. Where Google's emulator is laxer than Google's service, ours is like the service."""

import pytest
from google.api_core import exceptions
from google.api_core.exceptions import AlreadyExists, InvalidArgument, NotFound, OutOfRange
from google.protobuf.field_mask_pb2 import FieldMask

DAY = 24 * 3600


@pytest.fixture
def subscription(pubsub, topic):
    return pubsub.subscriber.create_subscription(name=pubsub.subscription("reader"), topic=topic).name


def refused(call, *args, **options):
    """Return how a call is refused, None for one that is not."""
    try:
        call(*args, **options, timeout=20, retry=None)
    except exceptions.GoogleAPICallError as refusal:
        return type(refusal)
    return None


TOPIC_IDS = ["ab", "1abc", "goog-events", "a" * 256, "with space", "no/slash", "ümlaut"]


@pytest.mark.parametrize("name", TOPIC_IDS)
def test_a_bad_name_is_refused(pubsub, topic, name):
    assert refused(pubsub.publisher.create_topic, name=pubsub.topic(name)) is InvalidArgument
    wanted = {"name": pubsub.subscription(name), "topic": topic}
    assert refused(pubsub.subscriber.create_subscription, wanted) is InvalidArgument


@pytest.mark.parametrize("name", ["abc", "A1-_.~+%", "a" * 255])
def test_a_good_name_is_taken_once(pubsub, name):
    topic = pubsub.topic(name)
    assert refused(pubsub.publisher.create_topic, name=topic) is None
    assert refused(pubsub.publisher.create_topic, name=topic) is AlreadyExists
    wanted = {"name": pubsub.subscription(name), "topic": topic}
    assert refused(pubsub.subscriber.create_subscription, wanted) is None
    assert refused(pubsub.subscriber.create_subscription, wanted) is AlreadyExists


def test_what_is_not_there_is_not_found(pubsub, topic):
    publisher, subscriber = pubsub.publisher, pubsub.subscriber
    no_topic, no_reader = pubsub.topic("nothing"), pubsub.subscription("nobody")
    labels = FieldMask(paths=["labels"])
    calls = [
        (publisher.get_topic, {"topic": no_topic}),
        (publisher.delete_topic, {"topic": no_topic}),
        (publisher.publish, {"topic": no_topic, "messages": [{"data": b"x"}]}),
        (subscriber.create_subscription, {"name": no_reader, "topic": no_topic}),
        (subscriber.get_subscription, {"subscription": no_reader}),
        (subscriber.delete_subscription, {"subscription": no_reader}),
        (subscriber.update_subscription, {"subscription": {"name": no_reader}, "update_mask": labels}),
        (subscriber.modify_push_config, {"subscription": no_reader, "push_config": {}}),
        (subscriber.pull, {"subscription": no_reader, "max_messages": 1}),
        (subscriber.acknowledge, {"subscription": no_reader, "ack_ids": ["x"]}),
    ]
    assert {call.__name__: refused(call, **options) for call, options in calls} == {
        call.__name__: NotFound for call, _ in calls
    }


def test_a_name_that_is_none_is_refused_before_it_is_looked_for(pubsub):
    assert refused(pubsub.publisher.get_topic, topic="nonsense") is InvalidArgument
    assert refused(pubsub.subscriber.get_subscription, subscription="nonsense") is InvalidArgument


UNPUBLISHED = {
    "none": [],
    "without anything": [{}],
    "an ordering key alone": [{"ordering_key": "k"}],
    "a good one and an empty one": [{"data": b"x"}, {}],
    "1001": [{"data": b"x"}] * 1001,
}


@pytest.mark.parametrize("messages", UNPUBLISHED.values(), ids=UNPUBLISHED.keys())
def test_messages_that_are_none_or_too_many_are_refused_together(pubsub, topic, subscription, messages):
    assert refused(pubsub.publisher.publish, topic=topic, messages=messages) is InvalidArgument
    assert not pubsub.subscriber.pull(subscription=subscription, max_messages=1, timeout=2).received_messages


GOOD_MESSAGES = {
    "attributes alone": {"attributes": {"k": ""}},
    "a long key": {"data": b"x", "attributes": {"k" * 256: "v"}},
    "a long value": {"data": b"x", "attributes": {"k": "v" * 1024}},
    "a hundred attributes": {"data": b"x", "attributes": {f"k{n}": "v" for n in range(100)}},
    "nearly ten million bytes": {"data": b"x" * 9_999_999},
}


@pytest.mark.parametrize("message", GOOD_MESSAGES.values(), ids=GOOD_MESSAGES.keys())
def test_what_just_fits_is_published(pubsub, topic, message):
    assert refused(pubsub.publisher.publish, topic=topic, messages=[message]) is None


LAX_MESSAGES = {
    "reserved": {"data": b"x", "attributes": {"goog-client": "v"}},
    "no key": {"data": b"x", "attributes": {"": "v"}},
    "a key too long": {"data": b"x", "attributes": {"k" * 257: "v"}},
    "a key too long in bytes": {"data": b"x", "attributes": {"é" * 129: "v"}},
    "a value too long": {"data": b"x", "attributes": {"k": "v" * 1025}},
    "101 attributes": {"data": b"x", "attributes": {f"k{n}": "v" for n in range(101)}},
    "an ordering key too long": {"data": b"x", "ordering_key": "k" * 1025},
    "over ten million bytes": {"data": b"x" * 10_000_001},
}


@pytest.mark.parametrize("message", LAX_MESSAGES.values(), ids=LAX_MESSAGES.keys())
def test_what_only_the_service_refuses_to_publish_is_refused_here_too(vendor, pubsub, topic, message):
    outcome = refused(pubsub.publisher.publish, topic=topic, messages=[message])
    assert outcome is (None if vendor == "google" else InvalidArgument)


def policy(topic, attempts):
    return {"dead_letter_policy": {"dead_letter_topic": topic, "max_delivery_attempts": attempts}}


def pauses(shortest, longest):
    return {"retry_policy": {"minimum_backoff": {"seconds": shortest}, "maximum_backoff": {"seconds": longest}}}


REFUSED_FIELDS = {
    "acknowledged after 601 s": ({"ack_deadline_seconds": 601}, InvalidArgument),
    "acknowledged after -1 s": ({"ack_deadline_seconds": -1}, InvalidArgument),
    "kept 599 s": ({"message_retention_duration": {"seconds": 599}}, InvalidArgument),
    "kept over 31 days": ({"message_retention_duration": {"seconds": 31 * DAY + 1}}, InvalidArgument),
    "four attempts": (policy("events", 4), OutOfRange),
    "101 attempts": (policy("events", 101), OutOfRange),
    "dead letters nowhere": (policy("nothing", 5), NotFound),
    "a pause of 601 s": (pauses(0, 601), InvalidArgument),
    "a pause below none": (pauses(-1, 5), InvalidArgument),
    "pauses upside down": (pauses(20, 10), InvalidArgument),
    "the longest pause below the default of the shortest": (
        {"retry_policy": {"maximum_backoff": {"seconds": 5}}},
        InvalidArgument,
    ),
    "pushed by ftp": ({"push_config": {"push_endpoint": "ftp://127.0.0.1/"}}, InvalidArgument),
    "pushed to a word": ({"push_config": {"push_endpoint": "nonsense"}}, InvalidArgument),
}


@pytest.mark.parametrize(("fields", "how"), REFUSED_FIELDS.values(), ids=REFUSED_FIELDS.keys())
def test_a_subscription_that_can_not_be_is_refused(pubsub, topic, fields, how):
    assert refused(pubsub.subscriber.create_subscription, _wanted(pubsub, topic, fields)) is how
    assert refused(pubsub.subscriber.get_subscription, subscription=pubsub.subscription("odd")) is NotFound


GOOD_FIELDS = {
    "soonest": {"ack_deadline_seconds": 10},
    "latest": {"ack_deadline_seconds": 600},
    "kept ten minutes": {"message_retention_duration": {"seconds": 600}},
    "five attempts": policy("events", 5),
    "a hundred attempts": policy("events", 100),
    "no pause": pauses(0, 0),
    "any pause": pauses(0, 600),
}


@pytest.mark.parametrize("fields", GOOD_FIELDS.values(), ids=GOOD_FIELDS.keys())
def test_a_subscription_on_the_border_is_taken(pubsub, topic, fields):
    assert refused(pubsub.subscriber.create_subscription, _wanted(pubsub, topic, fields)) is None


LAX_FIELDS = {
    "acknowledged within 9 s": {"ack_deadline_seconds": 9},
    "forgotten within a day": {"expiration_policy": {"ttl": {"seconds": DAY - 1}}},
    "labels": {"labels": {"No Label": "x"}},
    "pushed nowhere": {"push_config": {"push_endpoint": "http://"}},
    "pushed to a broken address": {"push_config": {"push_endpoint": "http://127.0.0.1/a b"}},
}


@pytest.mark.parametrize("fields", LAX_FIELDS.values(), ids=LAX_FIELDS.keys())
def test_a_subscription_that_only_the_service_refuses_is_refused_here_too(vendor, pubsub, topic, fields):
    outcome = refused(pubsub.subscriber.create_subscription, _wanted(pubsub, topic, fields))
    assert outcome is (None if vendor == "google" else InvalidArgument)


def test_messages_may_be_kept_for_31_days_which_the_emulator_does_not_know_yet(vendor, pubsub, topic):
    month = {"message_retention_duration": {"seconds": 31 * DAY}}
    outcome = refused(pubsub.subscriber.create_subscription, _wanted(pubsub, topic, month))
    assert outcome is (InvalidArgument if vendor == "google" else None)


def _wanted(pubsub, topic, fields):
    wanted = {"name": pubsub.subscription("odd"), "topic": topic} | fields
    if dead := wanted.get("dead_letter_policy"):
        wanted["dead_letter_policy"] = dead | {"dead_letter_topic": pubsub.topic(dead["dead_letter_topic"])}
    return wanted


@pytest.mark.parametrize("paths", [[], ["nonsense"], ["name"], ["topic"], ["retry_policy.minimum_backoff"], ["filter"]])
def test_a_mask_that_names_what_never_changes_is_refused(pubsub, subscription, paths):
    options = {"subscription": {"name": subscription}, "update_mask": FieldMask(paths=paths)}
    assert refused(pubsub.subscriber.update_subscription, **options) is InvalidArgument


def test_a_change_is_held_to_the_same_rules(pubsub, subscription):
    changes = {"name": subscription, "ack_deadline_seconds": 601}
    options = {"subscription": changes, "update_mask": FieldMask(paths=["ack_deadline_seconds"])}
    assert refused(pubsub.subscriber.update_subscription, **options) is InvalidArgument
    nonsense = {"subscription": subscription, "push_config": {"push_endpoint": "nonsense"}}
    assert refused(pubsub.subscriber.modify_push_config, **nonsense) is InvalidArgument


def test_pulls_and_acknowledgements_that_say_nothing_are_refused(pubsub, topic, subscription):
    subscriber = pubsub.subscriber
    assert refused(subscriber.pull, subscription=subscription, max_messages=0) is InvalidArgument
    for ack_ids in ([], ["nonsense"]):
        wanted = {"subscription": subscription, "ack_ids": ack_ids}
        assert refused(subscriber.acknowledge, **wanted) is InvalidArgument
        assert refused(subscriber.modify_ack_deadline, **wanted, ack_deadline_seconds=10) is InvalidArgument


def test_an_acknowledgement_belongs_to_its_subscription(pubsub, topic, subscription):
    other = pubsub.subscriber.create_subscription(name=pubsub.subscription("other"), topic=topic).name
    pubsub.publisher.publish(topic=topic, messages=[{"data": b"x"}])
    [received] = pubsub.subscriber.pull(subscription=subscription, max_messages=1, timeout=20).received_messages
    assert refused(pubsub.subscriber.acknowledge, subscription=other, ack_ids=[received.ack_id]) is InvalidArgument


def test_what_only_the_service_refuses_of_a_reader_is_refused_here_too(vendor, pubsub, topic, subscription):
    pushed = {"push_config": {"push_endpoint": "http://127.0.0.1:1/"}}
    push = pubsub.subscriber.create_subscription(_wanted(pubsub, topic, pushed)).name
    pubsub.publisher.publish(topic=topic, messages=[{"data": b"x"}])
    [received] = pubsub.subscriber.pull(subscription=subscription, max_messages=1, timeout=20).received_messages
    lent = {"subscription": subscription, "ack_ids": [received.ack_id]}
    calls = pubsub.subscriber
    too_long = refused(calls.modify_ack_deadline, **lent, ack_deadline_seconds=601)
    assert too_long is (None if vendor == "google" else InvalidArgument)
    if vendor == "embedded":  # the emulator waits for -1 messages, and lets a reader take what it is pushing
        assert refused(calls.pull, subscription=subscription, max_messages=-1) is InvalidArgument
        assert refused(calls.pull, subscription=push, max_messages=1) is exceptions.FailedPrecondition


def test_a_project_that_is_none_is_refused_where_the_emulator_only_breaks(vendor, pubsub):
    outcome = refused(pubsub.publisher.list_topics, project="nonsense")
    assert outcome is (exceptions.Unknown if vendor == "google" else InvalidArgument)


def test_a_topic_s_labels_change_though_the_emulator_knows_none(vendor, pubsub, topic):
    options = {"topic": {"name": topic, "labels": {"spa": "one"}}, "update_mask": FieldMask(paths=["labels"])}
    assert refused(pubsub.publisher.update_topic, **options) is (InvalidArgument if vendor == "google" else None)
    expected = {} if vendor == "google" else {"spa": "one"}
    assert dict(pubsub.publisher.get_topic(topic=topic).labels) == expected


@pytest.mark.parametrize("page", [{"page_size": -1}, {"page_token": "nonsense"}])
def test_a_page_that_is_none_is_refused_though_the_emulator_takes_it(vendor, pubsub, topic, page):
    outcome = refused(pubsub.publisher.list_topics, {"project": f"projects/{pubsub.project}"} | page)
    assert outcome is (None if vendor == "google" else InvalidArgument)


def test_a_filter_is_refused_rather_than_ignored_as_the_emulator_does(vendor, pubsub, topic):
    filtered = {"filter": 'attributes.type = "booking.confirmed"'}
    outcome = refused(pubsub.subscriber.create_subscription, _wanted(pubsub, topic, filtered))
    assert outcome is (None if vendor == "google" else exceptions.MethodNotImplemented)
