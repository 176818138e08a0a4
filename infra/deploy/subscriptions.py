"""Brings Pub/Sub in line with infra/functions.yaml: `python -m infra.deploy.subscriptions --project P --region R`.

Each function for events has a push subscription of its own, and a topic and a subscription where its dead letters
are kept. Nothing is deleted: what is no longer listed may still hold messages, and is only named.
"""

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import grpc
from google.api_core.exceptions import AlreadyExists, GoogleAPICallError
from google.auth.exceptions import GoogleAuthError
from google.protobuf.field_mask_pb2 import FieldMask
from google.pubsub_v1 import PublisherClient, SubscriberClient, Subscription
from google.pubsub_v1.services.publisher.transports import PublisherGrpcTransport
from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcTransport

from infra.deploy import commands
from infra.deploy.catalogue import CatalogueInvalid, Delivery, Function, Trigger, read_catalogue
from infra.deploy.gcloud import Gcloud, GcloudFailed
from infra.deploy.target import CALLERS, DeployTarget

SECONDS = 30.0
"""For each call."""
KEPT = 7 * 24 * 3600
"""Seconds that a message waits for its acknowledgement, and a dead letter for a person."""
OURS = ("push_config", "ack_deadline_seconds", "retry_policy", "dead_letter_policy")
"""What we decide about a subscription after it was made."""

Endpoint = Callable[[Function], str]
"""From a function to the URL that its events are pushed to."""


@dataclass(frozen=True)
class PubSub:
    """The two clients of one project's Pub/Sub."""

    publisher: PublisherClient
    subscriber: SubscriberClient
    project: str

    def topic(self, name: str) -> str:
        """Return the full name of a topic."""
        return f"projects/{self.project}/topics/{name}"

    def subscription(self, name: str) -> str:
        """Return the full name of a subscription."""
        return f"projects/{self.project}/subscriptions/{name}"


@dataclass(frozen=True)
class Changes:
    """The names of topics and subscriptions, by what becomes of them; `strays` follow our topics unlisted."""

    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Return what was done for people, a line for each name."""
        marks = (("+", self.created), ("~", self.updated), ("? not listed:", self.strays))
        return [f"{mark} {name}" for mark, names in marks for name in names]


@contextlib.contextmanager
def connect(project: str, address: str | None) -> Iterator[PubSub]:
    """Lend clients of Google's service, or without keys of the one at `host:port`."""
    if address is None:
        with PublisherClient() as publisher, SubscriberClient() as subscriber:
            yield PubSub(publisher, subscriber, project)
        return
    with grpc.insecure_channel(address) as channel:
        publisher = PublisherClient(transport=PublisherGrpcTransport(channel=channel))
        subscriber = SubscriberClient(transport=SubscriberGrpcTransport(channel=channel))
        yield PubSub(publisher, subscriber, project)


def bring_in_line(
    pubsub: PubSub,
    functions: Sequence[Function],
    *,
    delivery: Delivery,
    endpoint: Endpoint,
    account: str | None,
) -> Changes:
    """Make and change topics and subscriptions until they are as listed.

    With an account each push carries an identity token of it, for the root of the endpoint.
    """
    wanted = [function for function in functions if function.trigger is Trigger.EVENTS]
    topics = [*sorted({function.topic for function in wanted}), *(dead_name(function) for function in wanted)]
    made = [name for name in topics if _make(pubsub.publisher.create_topic, {"name": pubsub.topic(name)})]
    pushes = [_push(pubsub, function, delivery, endpoint(function), account) for function in wanted]
    graves = [_grave(pubsub, function) for function in wanted]
    there = {push["name"]: _make(pubsub.subscriber.create_subscription, push) for push in [*pushes, *graves]}
    changed = [push for push in pushes if not there[push["name"]] and _correct(pubsub, push)]
    return Changes(
        created=(*made, *(_short(name) for name, new in there.items() if new)),
        updated=tuple(_short(push["name"]) for push in changed),
        strays=tuple(sorted(_short(name) for name in _following(pubsub, topics) - set(there))),
    )


def push_url(function: Function, target: DeployTarget) -> str:
    """Return where a function's events go: the framework reads the topic from the path."""
    return f"{target.url(function)}/projects/{target.project}/topics/{function.topic}"


def dead_name(function: Function) -> str:
    """Return the name of the topic, and of the subscription, of a function's dead letters."""
    return f"{function.name}-dead"


def _short(name: str) -> str:
    return name.rpartition("/")[2]


def _make(create: Callable[..., object], wanted: dict[str, Any]) -> bool:
    try:
        create(wanted, timeout=SECONDS)
    except AlreadyExists:
        return False
    return True


def _push(pubsub: PubSub, function: Function, delivery: Delivery, endpoint: str, account: str | None) -> dict[str, Any]:
    token = {"service_account_email": account, "audience": endpoint.partition("/projects/")[0]}
    return {
        "name": pubsub.subscription(function.name),
        "topic": pubsub.topic(function.topic),
        "push_config": {"push_endpoint": endpoint} | ({"oidc_token": token} if account else {}),
        "ack_deadline_seconds": delivery.ack_deadline,
        "message_retention_duration": {"seconds": KEPT},
        "expiration_policy": {},
        "retry_policy": {
            "minimum_backoff": {"seconds": delivery.shortest_pause},
            "maximum_backoff": {"seconds": delivery.longest_pause},
        },
        "dead_letter_policy": {
            "dead_letter_topic": pubsub.topic(dead_name(function)),
            "max_delivery_attempts": delivery.attempts,
        },
    }


def _grave(pubsub: PubSub, function: Function) -> dict[str, Any]:
    return {
        "name": pubsub.subscription(dead_name(function)),
        "topic": pubsub.topic(dead_name(function)),
        "message_retention_duration": {"seconds": KEPT},
        "expiration_policy": {},
    }


def _correct(pubsub: PubSub, wanted: dict[str, Any]) -> bool:
    """Change what differs; tell whether anything did."""
    there = pubsub.subscriber.get_subscription(subscription=wanted["name"], timeout=SECONDS)
    as_wanted = Subscription(wanted)
    paths = [path for path in OURS if getattr(there, path) != getattr(as_wanted, path)]
    if paths:
        mask = FieldMask(paths=paths)
        pubsub.subscriber.update_subscription(subscription=as_wanted, update_mask=mask, timeout=SECONDS)
    return bool(paths)


def _following(pubsub: PubSub, topics: Sequence[str]) -> set[str]:
    listing = pubsub.publisher.list_topic_subscriptions
    return {name for topic in topics for name in listing(topic=pubsub.topic(topic), timeout=SECONDS)}


def main(words: Sequence[str]) -> int:
    """Run the command; return its exit status."""
    asked = _parser().parse_args(words)
    try:
        changes = _deploy(asked)
    except (CatalogueInvalid, GcloudFailed, GoogleAPICallError, GoogleAuthError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(*(changes.lines() or ["nothing to do"]), sep="\n")
    return 0


def _deploy(asked: argparse.Namespace) -> Changes:
    catalogue = read_catalogue()
    number = asked.project_number or Gcloud().ask(commands.project_number(asked.project))
    target = DeployTarget(asked.project, number, asked.region)
    with connect(asked.project, asked.api) as pubsub:
        return bring_in_line(
            pubsub,
            catalogue.functions,
            delivery=catalogue.delivery,
            endpoint=lambda function: push_url(function, target),
            account=target.account(CALLERS[Trigger.EVENTS]),
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.deploy.subscriptions", description=__doc__)
    parser.add_argument("--project", required=True)
    parser.add_argument("--project-number", help="asked of gcloud where it is not given")
    parser.add_argument("--region", required=True)
    parser.add_argument("--api", help="host:port of a Pub/Sub without keys, instead of Google's")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
