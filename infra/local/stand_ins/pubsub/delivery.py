"""One message on its way to one subscription."""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from google.pubsub_v1 import ReceivedMessage, Subscription

from infra.local.stand_ins.pubsub.message import Message
from infra.local.stand_ins.tasks.pacing import pause

_ACK_ID = re.compile(r"(projects/[^/]+/subscriptions/[^/:]+):([0-9]+(?:-again)?):([0-9]+)")
_PUSH_PAUSES = (0.1, 60.0)
"""Seconds between two pushes where the subscription has no policy; who pulls may have it again at once."""


@dataclass(frozen=True)
class Delivery:
    """A message that a subscription has not acknowledged; `not_before` is a Unix time, `attempts` counts begun ones."""

    subscription: str
    message: Message
    key: str
    attempts: int = 0
    not_before: float = 0.0

    @property
    def id(self) -> str:
        """Its name among all deliveries."""
        return f"{self.subscription}:{self.key}"

    @property
    def ack_id(self) -> str:
        """What acknowledges the attempt that has begun."""
        return f"{self.id}:{self.attempts}"

    def dump(self) -> dict[str, Any]:
        """Return the delivery as JSON."""
        plain = {"subscription": self.subscription, "key": self.key, "attempts": self.attempts}
        return plain | {"not_before": self.not_before, "message": self.message.dump()}

    @classmethod
    def load(cls, document: dict[str, Any]) -> Self:
        """Read what `dump` wrote."""
        return cls(**(document | {"message": Message.load(document["message"])}))

    def summary(self) -> dict[str, Any]:
        """Return the delivery for people to look at; it is due from `not_before` on, where it was tried before."""
        return {
            "subscription": self.subscription.rpartition("/")[2],
            "id": self.message.id,
            "published_at": self.message.published_at.isoformat(),
            "attributes": dict(self.message.attributes),
            "data": self.message.data.decode(errors="replace"),
            "attempts": self.attempts,
            "not_before": datetime.fromtimestamp(self.not_before, tz=UTC).isoformat() if self.not_before else None,
        }

    def begun(self) -> Self:
        """Return the delivery with one more attempt."""
        return replace(self, attempts=self.attempts + 1)

    def failed(self, subscription: Subscription, *, now: datetime) -> Self:
        """Return the delivery after an attempt that nobody acknowledged: to be tried again, by the retry policy."""
        return replace(self, not_before=now.timestamp() + _pause(subscription, self.attempts))

    def is_exhausted(self, subscription: Subscription) -> bool:
        """Whether it is to become a dead letter."""
        policy = subscription.dead_letter_policy
        return "dead_letter_policy" in subscription and self.attempts >= policy.max_delivery_attempts

    def is_outdated(self, subscription: Subscription, *, now: datetime) -> bool:
        """Whether it has waited longer than the subscription keeps what is not acknowledged."""
        kept: timedelta = subscription.message_retention_duration
        return now - self.message.published_at > kept

    def pulled(self, subscription: Subscription) -> ReceivedMessage:
        """Return what somebody gets who pulls; the attempt is told only where it counts."""
        counts = "dead_letter_policy" in subscription
        return ReceivedMessage(
            ack_id=self.ack_id,
            message=self.message.pulled(),
            delivery_attempt=self.attempts if counts else 0,
        )

    def pushed(self, subscription: Subscription) -> dict[str, Any]:
        """Return the body of a push."""
        counts = "dead_letter_policy" in subscription
        body = {"message": self.message.pushed(), "subscription": self.subscription}
        return body | ({"deliveryAttempt": self.attempts} if counts else {})


@dataclass(frozen=True)
class AckId:
    """An acknowledgement's address: the delivery, and which of its attempts."""

    subscription: str
    delivery: str
    attempt: int = field(compare=False)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read what `Delivery.ack_id` wrote, in this life or an earlier one; None for anything else."""
        found = _ACK_ID.fullmatch(text)
        return cls(found[1], f"{found[1]}:{found[2]}", int(found[3])) if found else None


def _pause(subscription: Subscription, attempts: int) -> float:
    shortest, longest = _PUSH_PAUSES if subscription.push_config.push_endpoint else (0.0, 0.0)
    if "retry_policy" in subscription:
        policy = subscription.retry_policy
        shortest, longest = policy.minimum_backoff.total_seconds(), policy.maximum_backoff.total_seconds()
    return pause(attempts, shortest=shortest, longest=longest, doublings=16)
