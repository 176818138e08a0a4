"""Hands messages to those who ask for them: once, or on a stream for as long as it stays open."""

import contextlib
import threading
from collections.abc import Callable, Iterator

import grpc
from google.pubsub_v1 import (
    AcknowledgeRequest,
    ModifyAckDeadlineRequest,
    PullRequest,
    PullResponse,
    StreamingPullRequest,
    StreamingPullResponse,
    Subscription,
)

from infra.local.stand_ins.pubsub.backlog import Backlog
from infra.local.stand_ins.pubsub.subscriptions import Subscriptions
from infra.local.stand_ins.tasks.rpc import Refused, invalid

LONGEST_WAIT = 90.0
"""Seconds that a pull without a deadline waits for something."""
_ROOM_TO_ANSWER = 0.5
"""Seconds before the caller's deadline at which an empty answer leaves."""
_STEP = 0.02
_MOST_ON_STREAM = 1000


class Puller:
    """Lends what is due, and waits for it where the caller does."""

    def __init__(self, backlog: Backlog, *, subscriptions: Subscriptions, stopping: threading.Event) -> None:
        self._backlog = backlog
        self._subscriptions = subscriptions
        self._stopping = stopping

    def pull(self, request: PullRequest, context: grpc.ServicerContext) -> PullResponse:
        """Answer as soon as there is something, empty before the caller's deadline; at once where that is asked."""
        if request.max_messages <= 0:
            raise invalid("No max_messages specified")
        patience = 0.0 if request.return_immediately else _patience(context)
        while True:
            subscription = self._pulled(request.subscription)
            lent = self._backlog.lend(subscription, request.max_messages)
            if lent or patience <= 0 or not context.is_active() or self._stopping.wait(_STEP):
                return PullResponse(received_messages=[delivery.pulled(subscription) for delivery in lent])
            patience -= _STEP

    def stream(
        self, requests: Iterator[StreamingPullRequest], context: grpc.ServicerContext
    ) -> Iterator[StreamingPullResponse]:
        """Send what is due until the caller hangs up; what it sends meanwhile are acknowledgements."""
        first = next(requests)
        deadline = first.stream_ack_deadline_seconds
        name, most = first.subscription, first.max_outstanding_messages or _MOST_ON_STREAM
        self._pulled(name)
        ended = threading.Event()
        threading.Thread(target=self._listen, args=(requests, name, ended.set), daemon=True).start()
        while context.is_active() and not ended.is_set() and not self._stopping.wait(_STEP):
            subscription = self._pulled(name)
            lent = self._backlog.lend(subscription, most - self._backlog.lent(name), seconds=deadline)
            if lent:
                yield StreamingPullResponse(received_messages=[delivery.pulled(subscription) for delivery in lent])

    def _pulled(self, name: str) -> Subscription:
        subscription = self._subscriptions.find(name)
        if subscription.push_config.push_endpoint:
            why = "This method is not supported for this subscription type: its messages are pushed"
            raise Refused(grpc.StatusCode.FAILED_PRECONDITION, why)
        return subscription

    def _listen(self, requests: Iterator[StreamingPullRequest], name: str, end: Callable[[], None]) -> None:
        with contextlib.suppress(grpc.RpcError, Refused):  # the caller is gone, or the subscription
            for request in requests:
                self._heed(request, name)
        end()

    def _heed(self, request: StreamingPullRequest, name: str) -> None:
        if request.ack_ids:
            self._backlog.acknowledge(AcknowledgeRequest(subscription=name, ack_ids=request.ack_ids))
        pairs = zip(request.modify_deadline_ack_ids, request.modify_deadline_seconds, strict=False)
        for ack_id, seconds in pairs:
            self._backlog.modify_deadline(
                ModifyAckDeadlineRequest(subscription=name, ack_ids=[ack_id], ack_deadline_seconds=seconds)
            )


def _patience(context: grpc.ServicerContext) -> float:
    left = context.time_remaining()
    return LONGEST_WAIT if left is None else min(left - _ROOM_TO_ANSWER, LONGEST_WAIT)
