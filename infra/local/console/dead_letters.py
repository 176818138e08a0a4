"""Events that a consumer gave up on, looked at without being taken."""

import contextlib
import json
import threading
from collections.abc import Collection
from typing import Any

from shared_lib.kernel.errors import VendorUnavailable

_ENDING = "-dead"
_MOST = 200
_PATIENCE = 3.0
"""Seconds that the emulator may take to answer."""

Letter = dict[str, Any]


class DeadLetters:
    """Pulls from each `<function>-dead` and gives everything back; what was seen once is remembered, by its id."""

    def __init__(self, host: str, *, project: str) -> None:
        self._host = host
        self._project = f"projects/{project}"
        self._seen: dict[str, Letter] = {}
        self._lock = threading.Lock()

    def look(self) -> list[Letter]:
        """Return the dead letters, newest first; those known already where Pub/Sub doesn't answer."""
        from google.api_core.exceptions import GoogleAPIError
        from grpc import RpcError

        with self._lock:
            with contextlib.suppress(GoogleAPIError, RpcError):
                self._pull_all()
            return sorted(self._seen.values(), key=lambda mail: str(mail["published_at"]), reverse=True)

    def resend(self, ids: Collection[str]) -> list[Letter]:
        """Publish dead letters again, all where none is named, and return those that were."""
        from google.api_core.exceptions import GoogleAPIError
        from grpc import RpcError

        from infra.deploy.dead_letters import resend
        from infra.deploy.subscriptions import connect

        with self._lock:
            try:
                with connect(self._project.rpartition("/")[2], self._host) as pubsub:
                    sent = resend(pubsub, ids or None)
            except (GoogleAPIError, RpcError) as error:
                raise VendorUnavailable("pubsub", type(error).__name__) from error
            return [letter for one in sent if (letter := self._seen.pop(one.id, {"id": one.id}))]

    def _pull_all(self) -> None:
        import grpc
        from google.pubsub_v1.services.subscriber import SubscriberClient
        from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcTransport

        with grpc.insecure_channel(self._host) as channel:
            client = SubscriberClient(transport=SubscriberGrpcTransport(channel=channel))
            for subscription in client.list_subscriptions(project=self._project, timeout=_PATIENCE):
                if subscription.name.endswith(_ENDING):
                    self._peek(client, subscription.name)

    def _peek(self, client: Any, subscription: str) -> None:  # noqa: ANN401 -- the client has no types
        from google.pubsub_v1 import PullRequest

        # By the transport: the client warns of an answer at once, which is what somebody who only looks wants.
        wanted = PullRequest(subscription=subscription, max_messages=_MOST, return_immediately=True)
        received = client.transport.pull(wanted, timeout=_PATIENCE).received_messages
        if received:
            back = [one.ack_id for one in received]
            client.modify_ack_deadline(subscription=subscription, ack_ids=back, ack_deadline_seconds=0)
        consumer = subscription.rpartition("/")[2].removesuffix(_ENDING)
        self._seen |= {one.message.message_id: _dead_letter(consumer, one.message) for one in received}


def _dead_letter(consumer: str, message: Any) -> Letter:  # noqa: ANN401 -- a message of the client
    return {
        "id": message.message_id,
        "consumer": consumer,
        "attributes": dict(message.attributes),
        "body": _body(message.data),
        "published_at": message.publish_time.isoformat(),
    }


def _body(content: bytes) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return content.decode(errors="replace")
