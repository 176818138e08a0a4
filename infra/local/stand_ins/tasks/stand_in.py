"""The Cloud Tasks service: queues, tasks, and their dispatch by HTTP."""

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from google.cloud import tasks_v2
from google.cloud.tasks_v2 import CreateQueueRequest, HttpMethod, Queue, RunTaskRequest, Task
from google.protobuf.empty_pb2 import Empty

from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.backlog import Backlog
from infra.local.stand_ins.tasks.delivery import bring
from infra.local.stand_ins.tasks.queues import Queues
from infra.local.stand_ins.tasks.record import Record
from infra.local.stand_ins.tasks.rpc import Rpc, RpcStandIn
from shared_lib.kernel.clock import Clock, real_now

AT_ONCE = 32
"""Tasks under way at the same time."""
DEADLINE = 600.0
"""Seconds that a target has where the task doesn't say."""


class TasksStandIn(RpcStandIn):
    """Cloud Tasks on `address`, whose port is `port`; `queues` are full names that exist from the start.

    A task is due by business time and tried again by real time. No identity token is made: targets are on this machine.
    """

    name = "tasks"
    service = "google.cloud.tasks.v2.CloudTasks"

    def __init__(
        self,
        *,
        queues: Sequence[str] = (),
        store: Store | None = None,
        clock: Clock = real_now,
        port: int = 0,
    ) -> None:
        store = store or Store()
        self._given = tuple(queues)
        self._queues = Queues(store)
        self._backlog = Backlog(store, queues=self._queues, clock=clock)
        super().__init__(store=store, clock=clock, port=port)
        self._make_given_queues()

    def methods(self) -> Mapping[str, Rpc]:
        """Return what we know of Cloud Tasks; the rest is UNIMPLEMENTED."""
        queue, task = Queue.serialize, Task.serialize
        calls = {
            "CreateQueue": (self._queues.create, queue),
            "GetQueue": (self._queues.get, queue),
            "ListQueues": (self._queues.page, tasks_v2.ListQueuesResponse.serialize),
            "PauseQueue": (self._queues.pause, queue),
            "ResumeQueue": (self._queues.resume, queue),
            "PurgeQueue": (self._backlog.purge, queue),
            "CreateTask": (self._backlog.create, task),
            "GetTask": (self._backlog.get, task),
            "ListTasks": (self._backlog.page, tasks_v2.ListTasksResponse.serialize),
            "DeleteTask": (self._backlog.delete, Empty.SerializeToString),
            "RunTask": (self._run, task),
        }
        return {name: Rpc(call, _request(name), write) for name, (call, write) in calls.items()}

    def tick(self) -> None:
        """Dispatch what is due."""
        names = self._backlog.due(room=AT_ONCE)
        for name in reversed(names) if self.faults.reorder else names:
            self._dispatch(name)

    def state(self) -> dict[str, Any]:
        """Return the queues, and the tasks with readable bodies, ended ones among them."""
        return super().state() | {"tasks": [record.summary() for record in self._backlog.all()]}

    def reset(self) -> None:
        """Forget all tasks and all queues that were not given."""
        with self.store.exclusive():
            super().reset()
            self._backlog.recall()
            self._make_given_queues()

    def _make_given_queues(self) -> None:
        for name in self._given:
            if not self.store.get("queues", name):
                parent = name.rpartition("/queues/")[0]
                self._queues.create(CreateQueueRequest(parent=parent, queue=Queue(name=name)))

    def _run(self, request: RunTaskRequest) -> Task:
        self._backlog.waiting(request.name)
        return self._dispatch(request.name).task

    def _dispatch(self, name: str) -> Record:
        record = self._backlog.begin(name)
        threading.Thread(target=self._attempt, args=(record,), daemon=True).start()
        return record

    def _attempt(self, record: Record) -> None:
        task, request = record.task, record.task.http_request
        deadline = task.dispatch_deadline.total_seconds() if "dispatch_deadline" in task else DEADLINE
        method = HttpMethod(request.http_method).name
        for _ in range(2 if self.faults.duplicate else 1):
            outcome = bring(method, request.url, headers=record.headers(), body=request.body, deadline=deadline)
        if not self._stopping.is_set():  # after that the store may be closed; the task waits there for the next start
            self._backlog.end(task.name, outcome)


def _request(method: str) -> Any:  # noqa: ANN401 -- the client's messages are made at run time
    return getattr(tasks_v2, f"{method}Request").deserialize
