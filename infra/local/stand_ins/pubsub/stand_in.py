"""The Cloud Pub/Sub service: topics, subscriptions, and messages until they are acknowledged."""

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import grpc
from google import pubsub_v1
from google.protobuf.empty_pb2 import Empty
from google.pubsub_v1 import (
    AcknowledgeRequest,
    DeleteSubscriptionRequest,
    DeleteTopicRequest,
    ModifyAckDeadlineRequest,
    PublishRequest,
    PublishResponse,
    Subscription,
    Topic,
)

from infra.local.stand_ins.pubsub.backlog import Backlog
from infra.local.stand_ins.pubsub.pull import Puller
from infra.local.stand_ins.pubsub.push import Pusher
from infra.local.stand_ins.pubsub.subscriptions import Subscriptions
from infra.local.stand_ins.pubsub.topics import Topics
from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.rpc import Refused, Rpc, RpcStandIn
from shared_lib.kernel.clock import Clock, real_now

_SUBSCRIBER = "google.pubsub.v1.Subscriber"
_ITSELF: dict[str, Any] = {"CreateTopic": Topic, "CreateSubscription": Subscription}
"""The calls whose request is the thing itself."""


class PubSubStandIn(RpcStandIn):
    """Cloud Pub/Sub on `host`, whose port is `port`. Time is real time: Pub/Sub knows nothing of business time."""

    name = "pubsub"
    service = "google.pubsub.v1.Publisher"
    most_calls = 64
    """A pull holds its thread while it waits."""
    largest_request = 32 * 1024 * 1024
    """What is too large to be published has to be read to be refused as Pub/Sub does."""

    def __init__(self, *, store: Store | None = None, clock: Clock = real_now, port: int = 0) -> None:
        store = store or Store()
        self._hanging_up = threading.Event()
        self._topics = Topics(store)
        self._subscriptions = Subscriptions(store, topics=self._topics)
        self._backlog = Backlog(store, topics=self._topics, subscriptions=self._subscriptions, clock=clock)
        known, stopping = self._subscriptions, self._hanging_up
        self._puller = Puller(self._backlog, subscriptions=known, stopping=stopping)
        self._pusher = Pusher(self._backlog, subscriptions=known, faults=lambda: self.faults, stopping=stopping)
        super().__init__(store=store, clock=clock, port=port)
        self._rpc.add_generic_rpc_handlers((self._subscriber(),))

    @property
    def host(self) -> str:
        """Where it speaks gRPC: "127.0.0.1:port"."""
        return self.address

    def stop(self) -> None:
        """Let nobody wait any longer, then stop."""
        self._pusher.stop()
        super().stop()

    def methods(self) -> Mapping[str, Rpc]:
        """Return what we know of publishers; the rest is UNIMPLEMENTED."""
        calls = {
            "CreateTopic": (self._topics.create, Topic.serialize),
            "GetTopic": (self._topics.get, Topic.serialize),
            "UpdateTopic": (self._topics.update, Topic.serialize),
            "DeleteTopic": (self._delete_topic, Empty.SerializeToString),
            "ListTopics": (self._topics.page, pubsub_v1.ListTopicsResponse.serialize),
            "ListTopicSubscriptions": (
                self._subscriptions.page_of_topic,
                pubsub_v1.ListTopicSubscriptionsResponse.serialize,
            ),
            "Publish": (self._publish, PublishResponse.serialize),
        }
        return {name: Rpc(call, _request(name), write) for name, (call, write) in calls.items()}

    def subscriber_methods(self) -> Mapping[str, Rpc]:
        """Return what we know of subscribers but for pulls; the rest is UNIMPLEMENTED."""
        subscription, empty = Subscription.serialize, Empty.SerializeToString
        calls = {
            "CreateSubscription": (self._subscriptions.create, subscription),
            "GetSubscription": (self._subscriptions.get, subscription),
            "UpdateSubscription": (self._subscriptions.update, subscription),
            "DeleteSubscription": (self._delete_subscription, empty),
            "ListSubscriptions": (self._subscriptions.page, pubsub_v1.ListSubscriptionsResponse.serialize),
            "ModifyPushConfig": (self._subscriptions.modify_push, empty),
            "ModifyAckDeadline": (self._modify_deadline, empty),
            "Acknowledge": (self._acknowledge, empty),
        }
        return {name: Rpc(call, _request(name), write) for name, (call, write) in calls.items()}

    def tick(self) -> None:
        """Take back what was not acknowledged in time, and push what is due."""
        self._backlog.end_overdue_loans()
        self._pusher.push_due()

    def state(self) -> dict[str, Any]:
        """Return topics, subscriptions, and what is not acknowledged, with readable bodies."""
        with self.store.exclusive():
            waiting = [
                delivery.summary() | {"under_way": self._backlog.is_lent(delivery)} for delivery in self._backlog.all()
            ]
        return super().state() | {"deliveries": waiting}

    def reset(self) -> None:
        """Forget all topics, subscriptions and messages."""
        with self.store.exclusive():
            super().reset()
            for part in (self._topics, self._subscriptions, self._backlog):
                part.recall()

    def _publish(self, request: PublishRequest) -> PublishResponse:
        answer = self._backlog.publish(request, twice=self.faults.duplicate)
        self._pusher.push_due()
        return answer

    def _delete_topic(self, request: DeleteTopicRequest) -> Empty:
        answer = self._topics.delete(request)
        self._subscriptions.orphan(request.topic)
        return answer

    def _delete_subscription(self, request: DeleteSubscriptionRequest) -> Empty:
        self._subscriptions.delete(request.subscription)
        self._backlog.forget(request.subscription)
        return Empty()

    def _acknowledge(self, request: AcknowledgeRequest) -> Empty:
        self._backlog.acknowledge(request)
        return Empty()

    def _modify_deadline(self, request: ModifyAckDeadlineRequest) -> Empty:
        self._backlog.modify_deadline(request)
        return Empty()

    def _subscriber(self) -> grpc.GenericRpcHandler:
        handlers = {
            name: grpc.unary_unary_rpc_method_handler(self._served(rpc.call), rpc.read, rpc.write)
            for name, rpc in self.subscriber_methods().items()
        }
        handlers["Pull"] = grpc.unary_unary_rpc_method_handler(
            self._served_pull, _request("Pull"), pubsub_v1.PullResponse.serialize
        )
        handlers["StreamingPull"] = grpc.stream_stream_rpc_method_handler(
            self._served_stream, _request("StreamingPull"), pubsub_v1.StreamingPullResponse.serialize
        )
        return grpc.method_handlers_generic_handler(_SUBSCRIBER, handlers)

    def _served_pull(self, request: Any, context: grpc.ServicerContext) -> Any:  # noqa: ANN401 -- any message
        return self._served(lambda asked: self._puller.pull(asked, context))(request, context)

    def _served_stream(self, requests: Iterator[Any], context: grpc.ServicerContext) -> Iterator[Any]:
        try:
            yield from self._puller.stream(requests, context)
        except Refused as refused:
            context.abort(refused.status, refused.why)


def _request(method: str) -> Callable[[bytes], Any]:
    kind = _ITSELF.get(method) or getattr(pubsub_v1, f"{method}Request")
    read: Callable[[bytes], Any] = kind.deserialize
    return read
