"""One message, as it was published, as it lies on the store, and as it is handed over."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from google.pubsub_v1 import PubsubMessage


@dataclass(frozen=True)
class Message:
    """What everybody who follows the topic gets."""

    id: str
    data: bytes
    attributes: Mapping[str, str]
    ordering_key: str
    published_at: datetime

    @classmethod
    def published(cls, asked: PubsubMessage, *, now: datetime) -> Self:
        """Return the message with what Pub/Sub gives it."""
        return cls(_new_id(), asked.data, dict(asked.attributes), asked.ordering_key, now)

    def dump(self) -> dict[str, Any]:
        """Return the message as JSON."""
        return {
            "id": self.id,
            "data": base64.b64encode(self.data).decode(),
            "attributes": dict(self.attributes),
            "ordering_key": self.ordering_key,
            "published_at": self.published_at.isoformat(),
        }

    @classmethod
    def load(cls, document: Mapping[str, Any]) -> Self:
        """Read what `dump` wrote."""
        read = {
            "data": base64.b64decode(document["data"]),
            "published_at": datetime.fromisoformat(document["published_at"]),
        }
        return cls(**(dict(document) | read))

    def pulled(self) -> PubsubMessage:
        """Return the message as somebody gets it who pulls."""
        return PubsubMessage(
            data=self.data,
            attributes=dict(self.attributes),
            message_id=self.id,
            publish_time=self.published_at,
            ordering_key=self.ordering_key,
        )

    def pushed(self) -> dict[str, Any]:
        """Return the message as it is pushed: some names come in two spellings."""
        published = self.published_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        body = {
            "attributes": dict(self.attributes),
            "data": base64.b64encode(self.data).decode(),
            "messageId": self.id,
            "message_id": self.id,
            "publishTime": published,
            "publish_time": published,
        }
        return body | ({"orderingKey": self.ordering_key} if self.ordering_key else {})

    def as_dead_letter(self, subscription: str, *, attempts: int, now: datetime) -> Self:
        """Return the message that the dead letters' topic gets, with the marks by which its way is known."""
        _, project, _, name = subscription.split("/")
        marks = {
            "CloudPubSubDeadLetterSourceDeliveryCount": str(attempts),
            "CloudPubSubDeadLetterSourceSubscription": name,
            "CloudPubSubDeadLetterSourceSubscriptionProject": project,
            "CloudPubSubDeadLetterSourceTopicPublishTime": self.pushed()["publishTime"],
        }
        return replace(self, id=_new_id(), attributes={**self.attributes, **marks}, published_at=now)


def _new_id() -> str:
    return str(secrets.randbelow(9 * 10**15) + 10**15)
