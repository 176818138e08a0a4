"""The topics and subscriptions of the Pub/Sub emulator, as the deployment makes them in the cloud."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from infra.local.environment import BOOKING_TOPIC, PROJECT

_ACK_SECONDS = 60
_SHORTEST_PAUSE = 1
_LONGEST_PAUSE = 60
_ATTEMPTS = 20


def consumers(functions: Path) -> list[str]:
    """Return the names of the functions that booking events are pushed to."""
    return sorted(folder.parent.name for folder in functions.glob("on_*/main.py"))


def push_path(function: str) -> str:
    """Return the path of a push; the emulator insists on the topic's name in it."""
    return f"/events/{function}/projects/{PROJECT}/topics/{BOOKING_TOPIC}"


def make_topics(host: str, *, front_door: str, functions: Path) -> list[str]:
    """Make the topic, a push subscription for each consumer, and a place where its dead letters are kept."""
    import grpc
    from google.pubsub_v1.services.publisher import PublisherClient
    from google.pubsub_v1.services.publisher.transports import PublisherGrpcTransport
    from google.pubsub_v1.services.subscriber import SubscriberClient
    from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcTransport

    with grpc.insecure_channel(host) as channel:
        publisher = PublisherClient(transport=PublisherGrpcTransport(channel=channel))
        subscriber = SubscriberClient(transport=SubscriberGrpcTransport(channel=channel))
        names = consumers(functions)
        for topic in (BOOKING_TOPIC, *(f"{name}-dead" for name in names)):
            _make_once(publisher.create_topic, {"name": _topic(topic)})
        for name in names:
            _make_once(subscriber.create_subscription, _push(name, front_door))
            _make_once(subscriber.create_subscription, _dead_letters(name))
    return [BOOKING_TOPIC, *(f"{name}-dead" for name in names)]


def _make_once(create: Callable[[dict[str, Any]], object], wanted: dict[str, Any]) -> None:
    from google.api_core.exceptions import AlreadyExists

    with contextlib.suppress(AlreadyExists):
        create(wanted)


def _topic(name: str) -> str:
    return f"projects/{PROJECT}/topics/{name}"


def _push(function: str, front_door: str) -> dict[str, Any]:
    return {
        "name": f"projects/{PROJECT}/subscriptions/{function}",
        "topic": _topic(BOOKING_TOPIC),
        "push_config": {"push_endpoint": front_door + push_path(function)},
        "ack_deadline_seconds": _ACK_SECONDS,
        "retry_policy": {
            "minimum_backoff": {"seconds": _SHORTEST_PAUSE},
            "maximum_backoff": {"seconds": _LONGEST_PAUSE},
        },
        "dead_letter_policy": {"dead_letter_topic": _topic(f"{function}-dead"), "max_delivery_attempts": _ATTEMPTS},
    }


def _dead_letters(function: str) -> dict[str, Any]:
    return {"name": f"projects/{PROJECT}/subscriptions/{function}-dead", "topic": _topic(f"{function}-dead")}
