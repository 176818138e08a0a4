"""What is not acknowledged yet: taken in when it is published, lent out, kept until somebody says that it is done."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from google.pubsub_v1 import (
    AcknowledgeRequest,
    ModifyAckDeadlineRequest,
    PublishRequest,
    PublishResponse,
    Subscription,
)

from infra.local.stand_ins.pubsub.delivery import AckId, Delivery
from infra.local.stand_ins.pubsub.message import Message
from infra.local.stand_ins.pubsub.message_rules import check
from infra.local.stand_ins.pubsub.subscription_rules import ACK_DEADLINES
from infra.local.stand_ins.pubsub.subscriptions import Subscriptions
from infra.local.stand_ins.pubsub.topics import Topics
from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.rpc import invalid
from shared_lib.kernel.clock import Clock

FOREVER = float("inf")
"""Seconds of a loan that does not end by the clock."""


class Backlog:
    """The deliveries on a store, known by heart; loans are known here alone: what is out at a crash comes again."""

    def __init__(self, store: Store, *, topics: Topics, subscriptions: Subscriptions, clock: Clock) -> None:
        self._store = store
        self._topics = topics
        self._subscriptions = subscriptions
        self._clock = clock
        self._waiting: dict[str, dict[str, Delivery]] = {}
        self._lent: dict[str, dict[str, float]] = {}
        self.recall()

    def recall(self) -> None:
        """Learn by heart what is on the store."""
        self._waiting, self._lent = {}, {}
        for document in self._store.all("deliveries"):
            delivery = Delivery.load(document)
            self._waiting.setdefault(delivery.subscription, {})[delivery.id] = delivery

    def publish(self, request: PublishRequest, *, twice: bool = False) -> PublishResponse:
        """Take messages in for all who follow the topic now; `twice` is what a duplicate is made of."""
        self._topics.find(request.topic)
        check(request.messages)
        messages = [Message.published(asked, now=self._clock()) for asked in request.messages]
        for message in messages:
            self._take_in(message, request.topic, twice=twice)
        return PublishResponse(message_ids=[message.id for message in messages])

    def lend(
        self,
        subscription: Subscription,
        most: int,
        *,
        seconds: float = 0,
        newest_first: bool = False,
    ) -> list[Delivery]:
        """Begin an attempt at up to so many deliveries that are due: for `seconds`, or for the ack deadline."""
        with self._store.exclusive():
            self._drop_outdated(subscription)
            due = reversed(list(self._due(subscription))) if newest_first else self._due(subscription)
            chosen = list(islice(due, max(most, 0)))
            until = self._clock().timestamp() + (seconds or subscription.ack_deadline_seconds)
            begun = [self._keep(delivery.begun()) for delivery in chosen]
            self._lent.setdefault(subscription.name, {}).update({delivery.id: until for delivery in begun})
        return begun

    def lent(self, subscription: str) -> int:
        """Return how many deliveries of a subscription are lent out."""
        return len(self._lent.get(subscription, ()))

    def acknowledge(self, request: AcknowledgeRequest) -> None:
        """Forget what is done; what is lent anew since then stays."""
        self._subscriptions.find(request.subscription)
        for delivery in self._addressed(request.subscription, request.ack_ids):
            self.done(delivery)

    def modify_deadline(self, request: ModifyAckDeadlineRequest) -> None:
        """Lend for so many seconds from now; 0 gives back at once."""
        seconds = request.ack_deadline_seconds
        if not 0 <= seconds <= ACK_DEADLINES[1]:
            raise invalid("Invalid ack deadline given: it must be between 0 and 600 seconds")
        self._subscriptions.find(request.subscription)
        for delivery in self._addressed(request.subscription, request.ack_ids):
            if not seconds:
                self.failed(delivery)
            elif self.is_lent(delivery):
                self._lent[delivery.subscription][delivery.id] = self._clock().timestamp() + seconds

    def done(self, delivery: Delivery) -> None:
        """Forget a delivery."""
        with self._store.exclusive():
            self._waiting.get(delivery.subscription, {}).pop(delivery.id, None)
            self._lent.get(delivery.subscription, {}).pop(delivery.id, None)
            self._store.remove("deliveries", delivery.id)

    def failed(self, delivery: Delivery) -> None:
        """End an attempt that nobody acknowledged: later again, or for the last time."""
        with self._store.exclusive():
            self._lent.get(delivery.subscription, {}).pop(delivery.id, None)
            subscription = self._subscriptions.known(delivery.subscription)
            if subscription is None or delivery.id not in self._waiting.get(delivery.subscription, {}):
                return
            grave = subscription.dead_letter_policy.dead_letter_topic
            if delivery.is_exhausted(subscription) and self._topics.exists(grave):
                self._bury(delivery, grave)
            else:
                self._keep(delivery.failed(subscription, now=self._clock()))

    def end_overdue_loans(self) -> None:
        """Take back what was not acknowledged in time."""
        with self._store.exclusive():
            now = self._clock().timestamp()
            for subscription, lent in list(self._lent.items()):
                for name in [name for name, until in lent.items() if until <= now]:
                    self.failed(self._waiting[subscription][name])

    def forget(self, subscription: str) -> None:
        """Forget all that waits for a subscription that is gone."""
        with self._store.exclusive():
            for delivery in list(self._waiting.pop(subscription, {}).values()):
                self.done(delivery)

    def all(self) -> Iterator[Delivery]:
        """Yield all deliveries; call it under the store's lock."""
        return (delivery for waiting in self._waiting.values() for delivery in waiting.values())

    def is_lent(self, delivery: Delivery) -> bool:
        """Tell whether an attempt is under way."""
        return delivery.id in self._lent.get(delivery.subscription, ())

    def _take_in(self, message: Message, topic: str, *, twice: bool = False) -> None:
        keys = (message.id, f"{message.id}-again") if twice else (message.id,)
        with self._store.exclusive():
            for subscription in self._subscriptions.following(topic):
                for key in keys:
                    self._keep(Delivery(subscription.name, message, key))

    def _bury(self, delivery: Delivery, grave: str) -> None:
        """Publish the dead letter first: what ends us between the two steps makes two of it, never none."""
        now: datetime = self._clock()
        self._take_in(
            delivery.message.as_dead_letter(delivery.subscription, attempts=delivery.attempts, now=now), grave
        )
        self.done(delivery)

    def _due(self, subscription: Subscription) -> Iterator[Delivery]:
        """Yield what may be lent now, in order; of those with one ordering key, where that counts, only the first."""
        now, held = self._clock().timestamp(), set[str]()
        for delivery in self._waiting.get(subscription.name, {}).values():
            order = delivery.message.ordering_key if subscription.enable_message_ordering else ""
            if order not in held and delivery.not_before <= now and not self.is_lent(delivery):
                yield delivery
            held |= {order} if order else set()

    def _drop_outdated(self, subscription: Subscription) -> None:
        """Forget what has waited too long: the oldest are the first."""
        now, waiting = self._clock(), self._waiting.get(subscription.name, {})
        while waiting and (oldest := next(iter(waiting.values()))).is_outdated(subscription, now=now):
            self.done(oldest)

    def _addressed(self, subscription: str, ack_ids: Sequence[str]) -> list[Delivery]:
        """Return the deliveries whose attempt is the one that an id tells of; refuse what is no id of these."""
        if not ack_ids:
            raise invalid("No ack ids specified.")
        read = [(text, AckId.read(text)) for text in ack_ids]
        for text, ack_id in read:
            if ack_id is None or ack_id.subscription != subscription:
                raise invalid(f"You have passed an invalid ack ID to the service (ack_id={text}).")
        with self._store.exclusive():
            waiting = self._waiting.get(subscription, {})
            known = [(waiting.get(ack_id.delivery), ack_id.attempt) for _, ack_id in read if ack_id]
            return [delivery for delivery, attempt in known if delivery and delivery.attempts == attempt]

    def _keep(self, delivery: Delivery) -> Delivery:
        self._store.put("deliveries", delivery.id, delivery.dump())
        self._waiting.setdefault(delivery.subscription, {})[delivery.id] = delivery
        return delivery
