"""The tasks: taken in once for each name, handed out when they are due, kept until they are forgotten."""

import secrets
from collections.abc import Iterator
from datetime import datetime

from google.cloud.tasks_v2 import (
    CreateTaskRequest,
    DeleteTaskRequest,
    GetTaskRequest,
    HttpMethod,
    ListTasksRequest,
    ListTasksResponse,
    PurgeQueueRequest,
    Queue,
    Task,
)
from google.protobuf.empty_pb2 import Empty

from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.delivery import Outcome
from infra.local.stand_ins.tasks.queues import Queues
from infra.local.stand_ins.tasks.record import DELETED, WAITING, Record
from infra.local.stand_ins.tasks.rpc import missing, taken
from infra.local.stand_ins.tasks.rules import check
from shared_lib.kernel.clock import Clock, real_now

PAGE = 1000


class Backlog:
    """The tasks on a store; what waits is known by heart, so that a look at the clock costs nothing."""

    def __init__(self, store: Store, *, queues: Queues, clock: Clock) -> None:
        self._store = store
        self._queues = queues
        self._clock = clock
        self._running: set[str] = set()
        self._waiting: dict[str, Record] = {}
        self.recall()

    def recall(self) -> None:
        """Learn by heart what waits on the store."""
        self._running.clear()
        known = (Record.load(document) for document in self._store.all("tasks"))
        self._waiting = {record.task.name: record for record in known if record.state == WAITING}

    def create(self, request: CreateTaskRequest) -> Task:
        """Take in a task, unless its name is or was lately in use."""
        self._queues.find(request.parent)
        task, now = Task(request.task), self._clock()
        task.http_request.http_method = HttpMethod(task.http_request.http_method or HttpMethod.POST)
        check(task, parent=request.parent, now=now)
        task.name = task.name or f"{request.parent}/tasks/{secrets.randbelow(10**19)}"
        task.create_time = now.replace(microsecond=0)
        task.schedule_time = max(task.schedule_time or now, now)
        with self._store.exclusive():
            known = self._find(task.name)
            if known and not known.is_forgotten(now):
                raise taken(task.name)
            self._keep(Record(task=task, queue=request.parent, eta=task.schedule_time))
        return _seen(task, request.response_view)

    def get(self, request: GetTaskRequest) -> Task:
        """Return a task that still waits."""
        return _seen(self.waiting(request.name).task, request.response_view)

    def page(self, request: ListTasksRequest) -> ListTasksResponse:
        """Return a page of the tasks that wait in a queue."""
        self._queues.find(request.parent)
        waiting = [record.task for record in self._waiting.values() if record.queue == request.parent]
        start, size = int(request.page_token or 0), min(request.page_size or PAGE, PAGE)
        page = [_seen(task, request.response_view) for task in waiting[start : start + size]]
        return ListTasksResponse(tasks=page, next_page_token=str(start + size) if waiting[start + size :] else "")

    def delete(self, request: DeleteTaskRequest) -> Empty:
        """Take a task out; its name stays taken."""
        with self._store.exclusive():
            self._keep(self.waiting(request.name).ended(DELETED, at=self._clock()))
        return Empty()

    def purge(self, request: PurgeQueueRequest) -> Queue:
        """Take all tasks of a queue out."""
        queue = self._queues.find(request.name)
        with self._store.exclusive():
            for record in [known for known in self._waiting.values() if known.queue == request.name]:
                self._keep(record.ended(DELETED, at=self._clock()))
        return queue

    def waiting(self, name: str) -> Record:
        """Return a task that has not ended, or refuse."""
        with self._store.exclusive():
            if name in self._waiting:
                return self._waiting[name]
        raise missing(name)

    def all(self) -> Iterator[Record]:
        """Yield all tasks that are remembered, oldest first."""
        return (Record.load(document) for document in self._store.all("tasks"))

    def due(self, *, room: int) -> list[str]:
        """Name the tasks to dispatch now, earliest first: as many as there is room for beside those under way."""
        now, real = self._clock(), real_now().timestamp()
        with self._store.exclusive():
            ready = [
                record
                for name, record in self._waiting.items()
                if record.eta <= now and record.not_before <= real and name not in self._running
            ]
            free = max(0, room - len(self._running))
        ready.sort(key=_eta)
        return [record.task.name for record in ready if self._is_open(record.queue)][:free]

    def begin(self, name: str) -> Record:
        """Note that an attempt begins."""
        with self._store.exclusive():
            record = self.waiting(name).dispatched(at=self._clock())
            self._running.add(name)
            self._keep(record)
        return record

    def end(self, name: str, outcome: Outcome) -> None:
        """Note what an attempt came to; a task deleted meanwhile stays deleted."""
        with self._store.exclusive():
            self._running.discard(name)
            if record := self._waiting.get(name):
                retry = self._queues.find(record.queue).retry_config
                at, real = self._clock(), real_now().timestamp()
                self._keep(record.answered(outcome, retry=retry, at=at, real=real))

    def _is_open(self, queue: str) -> bool:
        return self._queues.find(queue).state == Queue.State.RUNNING

    def _find(self, name: str) -> Record | None:
        document = self._store.get("tasks", name)
        return Record.load(document) if document else None

    def _keep(self, record: Record) -> None:
        self._store.put("tasks", record.task.name, record.dump())
        if record.state == WAITING:
            self._waiting[record.task.name] = record
        else:
            self._waiting.pop(record.task.name, None)


def _eta(record: Record) -> datetime:
    return record.eta


def _seen(task: Task, view: Task.View) -> Task:
    """Return the task as asked: its body only in the full view."""
    seen = Task(task)
    seen.view = Task.View(view or Task.View.BASIC)
    if seen.view == Task.View.BASIC:
        seen.http_request.body = b""
    return seen
