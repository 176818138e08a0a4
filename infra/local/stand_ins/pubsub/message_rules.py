"""What Pub/Sub refuses to publish."""

from collections.abc import Callable, Sequence

from google.pubsub_v1 import PubsubMessage

from infra.local.stand_ins.tasks.rpc import invalid

MOST_MESSAGES = 1000
LARGEST = 10_000_000
"""Bytes of a message, and of all that are published in one call."""
MOST_ATTRIBUTES = 100
LONGEST_KEY = 256
LONGEST_VALUE = 1024
"""Bytes; an ordering key has as many."""

Rule = Callable[[PubsubMessage], bool]

RULES: tuple[tuple[Rule, str], ...] = (
    (lambda message: bool(message.data or message.attributes), "Some messages are empty"),
    (
        lambda message: len(message.attributes) <= MOST_ATTRIBUTES,
        "The value for attribute_count is too large: the maximum is 100.",
    ),
    (
        lambda message: all(0 < len(key.encode()) <= LONGEST_KEY for key in message.attributes),
        "An attribute's key must have from 1 to 256 bytes.",
    ),
    (
        lambda message: not any(key.startswith("goog") for key in message.attributes),
        'Attributes that begin with "goog" are reserved.',
    ),
    (
        lambda message: all(len(value.encode()) <= LONGEST_VALUE for value in message.attributes.values()),
        "An attribute's value must have at most 1024 bytes.",
    ),
    (
        lambda message: len(message.ordering_key.encode()) <= LONGEST_VALUE,
        "The ordering key must have at most 1024 bytes.",
    ),
)


def check(messages: Sequence[PubsubMessage]) -> None:
    """Refuse what can't be published: all of it for one message's sake."""
    if not messages:
        raise invalid("No messages to publish")
    if len(messages) > MOST_MESSAGES:
        raise invalid("Too many messages to publish")
    for holds, why in RULES:
        if not all(map(holds, messages)):
            raise invalid(why)
    if (size := sum(map(_size, messages))) > LARGEST:
        raise invalid(f"The value for message_size is too large: {size} bytes, and the maximum is {LARGEST}.")


def _size(message: PubsubMessage) -> int:
    written = sum(len(key.encode()) + len(value.encode()) for key, value in message.attributes.items())
    return len(message.data) + written + len(message.ordering_key.encode())
