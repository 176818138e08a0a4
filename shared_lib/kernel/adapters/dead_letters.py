"""Looks at dead letters in Pub/Sub without taking them."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from typing_extensions import override

from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.ports import DeadLetter, DeadLetters

if TYPE_CHECKING:
    from google.pubsub_v1 import SubscriberClient

ENDING = "-dead"
"""Of the subscription that keeps a consumer's dead letters, as infra/deploy/subscriptions.py makes it."""
MOST = 200
"""How many are looked at in one call."""
SECONDS = 10.0
"""For each call; none is repeated, the next run looks again."""


class PubSubDeadLetters(DeadLetters):
    """`emulator` is host:port on a developer's machine, "" in the cloud."""

    def __init__(self, *, project: str, emulator: str = "") -> None:
        self._project = project
        self._emulator = emulator

    @override
    def look(self, consumer: str) -> Sequence[DeadLetter]:
        from google.api_core.exceptions import GoogleAPIError
        from google.auth.exceptions import GoogleAuthError
        from grpc import RpcError

        subscription = f"projects/{self._project}/subscriptions/{consumer}{ENDING}"
        try:
            return self._peek(subscription)
        except (GoogleAPIError, GoogleAuthError, RpcError) as error:
            if _is_missing(error):
                return ()
            raise VendorUnavailable("pubsub", type(error).__name__) from error

    def _peek(self, subscription: str) -> Sequence[DeadLetter]:
        """Take what is there, and give it back at once."""
        from google.pubsub_v1 import PullRequest

        # By the transport: the client warns of an answer at once, which is what somebody who only looks wants.
        wanted = PullRequest(subscription=subscription, max_messages=MOST, return_immediately=True)
        pull: Any = self._client.transport.pull
        received = pull(wanted, timeout=SECONDS).received_messages
        if received:
            back = [one.ack_id for one in received]
            self._client.modify_ack_deadline(
                subscription=subscription, ack_ids=back, ack_deadline_seconds=0, timeout=SECONDS, retry=None
            )
        return [DeadLetter(one.message.message_id, _booking_id(one.message.attributes)) for one in received]

    @cached_property
    def _client(self) -> "SubscriberClient":
        from google.pubsub_v1 import SubscriberClient

        if not self._emulator:
            return SubscriberClient()
        import grpc
        from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcTransport

        return SubscriberClient(transport=SubscriberGrpcTransport(channel=grpc.insecure_channel(self._emulator)))


def _is_missing(error: Exception) -> bool:
    """Return whether a consumer has no place for dead letters yet."""
    import grpc

    code = error.code() if isinstance(error, grpc.Call) else None
    return code is grpc.StatusCode.NOT_FOUND


def _booking_id(attributes: Any) -> UUID | None:  # noqa: ANN401 -- a map of the client
    try:
        return UUID(attributes.get("booking_id", ""))
    except ValueError:
        return None
