"""The subscriptions: who follows which topic, and how it is told."""

import json

from google.protobuf.empty_pb2 import Empty
from google.pubsub_v1 import (
    GetSubscriptionRequest,
    ListSubscriptionsRequest,
    ListSubscriptionsResponse,
    ListTopicSubscriptionsRequest,
    ListTopicSubscriptionsResponse,
    ModifyPushConfigRequest,
    Subscription,
    UpdateSubscriptionRequest,
)

from infra.local.stand_ins.pubsub.masks import changed
from infra.local.stand_ins.pubsub.names import DELETED_TOPIC, check_name, check_project, page_of
from infra.local.stand_ins.pubsub.subscription_rules import check, filled
from infra.local.stand_ins.pubsub.topics import Topics
from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.rpc import missing, taken

_MUTABLE = (
    "push_config",
    "ack_deadline_seconds",
    "retain_acked_messages",
    "message_retention_duration",
    "labels",
    "expiration_policy",
    "dead_letter_policy",
    "retry_policy",
)


class Subscriptions:
    """The subscriptions on a store, known by heart."""

    def __init__(self, store: Store, *, topics: Topics) -> None:
        self._store = store
        self._topics = topics
        self._known: dict[str, Subscription] = {}
        self.recall()

    def recall(self) -> None:
        """Learn by heart what is on the store."""
        documents = self._store.all("subscriptions")
        self._known = {document["name"]: Subscription.from_json(json.dumps(document)) for document in documents}

    def create(self, asked: Subscription) -> Subscription:
        """Follow a topic from now on."""
        check_name("subscriptions", asked.name)
        with self._store.exclusive():
            self._topics.find(asked.topic)
            if asked.name in self._known:
                raise taken(asked.name)
            return self._accept(asked)

    def get(self, request: GetSubscriptionRequest) -> Subscription:
        """Return a subscription."""
        return self.find(request.subscription)

    def page(self, request: ListSubscriptionsRequest) -> ListSubscriptionsResponse:
        """Return a page of a project's subscriptions."""
        check_project(request.project)
        ours = [name for name in self._known if name.startswith(f"{request.project}/")]
        names, token = page_of(ours, size=request.page_size, token=request.page_token)
        return ListSubscriptionsResponse(subscriptions=[self._known[name] for name in names], next_page_token=token)

    def page_of_topic(self, request: ListTopicSubscriptionsRequest) -> ListTopicSubscriptionsResponse:
        """Return a page of the names of those who follow a topic."""
        self._topics.find(request.topic)
        ours = [subscription.name for subscription in self.following(request.topic)]
        names, token = page_of(ours, size=request.page_size, token=request.page_token)
        return ListTopicSubscriptionsResponse(subscriptions=names, next_page_token=token)

    def update(self, request: UpdateSubscriptionRequest) -> Subscription:
        """Change what the mask names."""
        with self._store.exclusive():
            known, asked = self.find(request.subscription.name), request.subscription
            return self._accept(changed(known, asked, request.update_mask, mutable=_MUTABLE))

    def modify_push(self, request: ModifyPushConfigRequest) -> Empty:
        """Push elsewhere, or no longer."""
        with self._store.exclusive():
            new = Subscription(self.find(request.subscription))
            new.push_config = request.push_config
            self._accept(new)
        return Empty()

    def delete(self, name: str) -> None:
        """Forget a subscription; its messages are not ours to know."""
        with self._store.exclusive():
            self.find(name)
            del self._known[name]
            self._store.remove("subscriptions", name)

    def orphan(self, topic: str) -> None:
        """Leave those who followed a topic that is gone with what they have."""
        with self._store.exclusive():
            for known in self.following(topic):
                orphan = Subscription(known)
                orphan.topic = DELETED_TOPIC
                self._keep(orphan)

    def find(self, name: str) -> Subscription:
        """Return a subscription by its name, or refuse."""
        check_name("subscriptions", name)
        if name not in self._known:
            raise missing(name)
        return self._known[name]

    def known(self, name: str) -> Subscription | None:
        """Return a subscription by its name, or None."""
        return self._known.get(name)

    def following(self, topic: str) -> list[Subscription]:
        """Return those who follow a topic."""
        with self._store.exclusive():
            return [known for known in self._known.values() if known.topic == topic]

    def pushing(self) -> list[Subscription]:
        """Return those who are told without asking."""
        with self._store.exclusive():
            return [known for known in self._known.values() if known.push_config.push_endpoint]

    def _accept(self, asked: Subscription) -> Subscription:
        subscription = filled(asked)
        check(subscription)
        if "dead_letter_policy" in subscription:
            self._topics.find(subscription.dead_letter_policy.dead_letter_topic)
        return self._keep(subscription)

    def _keep(self, subscription: Subscription) -> Subscription:
        document = json.loads(Subscription.to_json(subscription, preserving_proto_field_name=True))
        self._store.put("subscriptions", subscription.name, document)
        self._known[subscription.name] = subscription
        return subscription
