"""What consumers of events gave up on, to be seen and sent again.

`python -m infra.deploy.dead_letters --project P` lists it; with `--resend` all of it is sent again, or only the ids
that are named. An event that is sent again goes to every consumer: each does once what it has not done.
"""

import argparse
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import grpc
from google.api_core.exceptions import GoogleAPICallError
from google.auth.exceptions import GoogleAuthError
from google.pubsub_v1 import PullRequest

from infra.deploy.catalogue import CatalogueInvalid, Function, Trigger, read_catalogue
from infra.deploy.subscriptions import SECONDS, PubSub, connect, dead_name

AT_ONCE = 100
"""How many are taken from a subscription in one call."""
OF_PUBSUB = "CloudPubSubDeadLetter"
"""How the attributes begin that Pub/Sub adds to a dead letter."""


@dataclass(frozen=True)
class DeadLetter:
    """One event that a consumer gave up on."""

    id: str
    consumer: str
    attributes: dict[str, str]
    data: bytes
    published_at: datetime

    @property
    def line(self) -> str:
        """Return what a person chooses by."""
        what = self.attributes.get("type", "?")
        return (
            f"{self.id} {self.consumer} {what} {self.attributes.get('booking_id', '')} {self.published_at.isoformat()}"
        )


def look(pubsub: PubSub) -> list[DeadLetter]:
    """Return all dead letters, which stay where they are."""
    letters = []
    for function in _consumers():
        taken = _take(pubsub, function)
        _release(pubsub, function, [ack_id for _, ack_id in taken])
        letters += [letter for letter, _ in taken]
    return letters


def resend(pubsub: PubSub, ids: Collection[str] | None = None) -> list[DeadLetter]:
    """Publish dead letters again, all or those of the given ids, and take each away once it is published."""
    sent = []
    for function in _consumers():
        for letter, ack_id in _take(pubsub, function):
            if ids is not None and letter.id not in ids:
                _release(pubsub, function, [ack_id])
                continue
            message: Any = {"data": letter.data, "attributes": letter.attributes}
            pubsub.publisher.publish(topic=pubsub.topic(function.topic), messages=[message], timeout=SECONDS)
            pubsub.subscriber.acknowledge(subscription=_dead(pubsub, function), ack_ids=[ack_id], timeout=SECONDS)
            sent.append(letter)
    return sent


def _consumers() -> list[Function]:
    return [function for function in read_catalogue().functions if function.trigger is Trigger.EVENTS]


def _dead(pubsub: PubSub, function: Function) -> str:
    return pubsub.subscription(dead_name(function))


def _take(pubsub: PubSub, function: Function) -> list[tuple[DeadLetter, str]]:
    """Return all dead letters of a consumer, with what acknowledges each; none where they have no place yet."""
    taken: dict[str, tuple[DeadLetter, str]] = {}
    # By the transport: the client warns of an answer at once, which is what somebody who only looks wants.
    wanted = PullRequest(subscription=_dead(pubsub, function), max_messages=AT_ONCE, return_immediately=True)
    pull: Any = pubsub.subscriber.transport.pull
    try:
        while received := pull(wanted, timeout=SECONDS).received_messages:
            taken |= {one.message.message_id: (_letter(function.name, one.message), one.ack_id) for one in received}
    except grpc.RpcError as error:
        if error.code() is not grpc.StatusCode.NOT_FOUND:
            raise
    return list(taken.values())


def _release(pubsub: PubSub, function: Function, ack_ids: list[str]) -> None:
    if ack_ids:
        pubsub.subscriber.modify_ack_deadline(
            subscription=_dead(pubsub, function), ack_ids=ack_ids, ack_deadline_seconds=0, timeout=SECONDS
        )


def _letter(consumer: str, message: Any) -> DeadLetter:  # noqa: ANN401 -- a message of the client
    attributes = {name: value for name, value in message.attributes.items() if not name.startswith(OF_PUBSUB)}
    return DeadLetter(message.message_id, consumer, attributes, message.data, message.publish_time)


def main(words: Sequence[str]) -> int:
    """Run the command; return its exit status."""
    asked = _parser().parse_args(words)
    try:
        with connect(asked.project, asked.api) as pubsub:
            letters = look(pubsub) if asked.resend is None else resend(pubsub, asked.resend or None)
    except (CatalogueInvalid, GoogleAPICallError, GoogleAuthError, grpc.RpcError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    mark = "" if asked.resend is None else "sent again: "
    print(*([mark + letter.line for letter in letters] or ["no dead letters"]), sep="\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.deploy.dead_letters", description=__doc__)
    parser.add_argument("--project", required=True)
    parser.add_argument("--api", help="host:port of a Pub/Sub without keys, instead of Google's")
    parser.add_argument("--resend", nargs="*", metavar="ID", help="send these again, all where none is named")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
