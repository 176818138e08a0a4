"""Publishes booking events to the topic, several in one call."""

import json
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from typing_extensions import override

from shared_lib.kernel.events import Event
from shared_lib.kernel.ports import Publisher

if TYPE_CHECKING:
    from google.pubsub_v1 import PublisherClient


class PubSubPublisher(Publisher):
    """`emulator` is host:port on a developer's machine, "" in the cloud."""

    def __init__(self, *, project: str, topic: str, emulator: str = "") -> None:
        self._topic = f"projects/{project}/topics/{topic}"
        self._emulator = emulator

    @cached_property
    def _client(self) -> "PublisherClient":
        # The generated client: the hand-written one batches in background threads, which a function can't keep alive.
        from google.pubsub_v1 import PublisherClient

        if not self._emulator:
            return PublisherClient()
        import grpc
        from google.pubsub_v1.services.publisher.transports import PublisherGrpcTransport

        return PublisherClient(transport=PublisherGrpcTransport(channel=grpc.insecure_channel(self._emulator)))

    @override
    def publish(self, events: Sequence[Event], *, within: float) -> Sequence[UUID]:
        from google.api_core.exceptions import GoogleAPIError
        from google.auth.exceptions import GoogleAuthError

        messages: list[Any] = [
            {"data": json.dumps(event.body()).encode(), "attributes": event.attributes} for event in events
        ]
        try:
            # No retry: the outbox keeps what is not surely out, and the relay sends it again.
            self._client.publish(topic=self._topic, messages=messages, timeout=within, retry=None)
        except (GoogleAPIError, GoogleAuthError):
            return ()
        return [event.id for event in events]
