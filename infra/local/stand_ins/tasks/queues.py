"""The queues: made once, paused and resumed, each with how its tasks are tried again."""

import json
import re
from datetime import timedelta
from typing import Any

from google.cloud.tasks_v2 import (
    CreateQueueRequest,
    GetQueueRequest,
    ListQueuesRequest,
    ListQueuesResponse,
    PauseQueueRequest,
    Queue,
    RateLimits,
    ResumeQueueRequest,
    RetryConfig,
)

from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.rpc import invalid, missing, taken

NAME = re.compile(r"projects/[A-Za-z0-9:.-]+/locations/[a-z0-9-]+/queues/[A-Za-z0-9-]{1,100}")


class Queues:
    """The queues on a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(self, request: CreateQueueRequest) -> Queue:
        """Make a queue, with the vendor's defaults for what was left open."""
        queue = request.queue
        if not NAME.fullmatch(queue.name) or not queue.name.startswith(f"{request.parent}/queues/"):
            raise invalid("Queue name must be formatted: projects/P/locations/L/queues/Q, under the parent")
        with self._store.exclusive():
            if self._store.get("queues", queue.name):
                raise taken(queue.name)
            return self._keep(_with_defaults(queue))

    def get(self, request: GetQueueRequest) -> Queue:
        """Return a queue."""
        return self.find(request.name)

    def page(self, request: ListQueuesRequest) -> ListQueuesResponse:
        """Return the queues of a place, all on one page."""
        known = (_read(document) for document in self._store.all("queues"))
        return ListQueuesResponse(queues=[queue for queue in known if queue.name.startswith(f"{request.parent}/")])

    def pause(self, request: PauseQueueRequest) -> Queue:
        """Dispatch nothing until it is resumed."""
        return self._become(request.name, Queue.State(Queue.State.PAUSED))

    def resume(self, request: ResumeQueueRequest) -> Queue:
        """Dispatch again."""
        return self._become(request.name, Queue.State(Queue.State.RUNNING))

    def find(self, name: str) -> Queue:
        """Return a queue by its name, or refuse."""
        if document := self._store.get("queues", name):
            return _read(document)
        raise missing(name)

    def _become(self, name: str, state: Queue.State) -> Queue:
        with self._store.exclusive():
            queue = self.find(name)
            queue.state = state
            return self._keep(queue)

    def _keep(self, queue: Queue) -> Queue:
        document: dict[str, Any] = json.loads(Queue.to_json(queue, preserving_proto_field_name=True))
        self._store.put("queues", queue.name, document)
        return queue


def _read(document: dict[str, Any]) -> Queue:
    queue: Queue = Queue.from_json(json.dumps(document))
    return queue


def _with_defaults(asked: Queue) -> Queue:
    retry, rates = asked.retry_config, asked.rate_limits
    return Queue(
        name=asked.name,
        state=Queue.State.RUNNING,
        rate_limits=RateLimits(
            max_dispatches_per_second=rates.max_dispatches_per_second or 500,
            max_concurrent_dispatches=rates.max_concurrent_dispatches or 1000,
            max_burst_size=100,
        ),
        retry_config=RetryConfig(
            max_attempts=retry.max_attempts or 100,
            max_retry_duration=retry.max_retry_duration or timedelta(),
            min_backoff=retry.min_backoff or timedelta(seconds=0.1),
            max_backoff=retry.max_backoff or timedelta(hours=1),
            max_doublings=retry.max_doublings or 16,
        ),
    )
