"""One task as it lies on the store, and what an attempt makes of it."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

from google.cloud.tasks_v2 import Attempt, RetryConfig, Task
from google.rpc.status_pb2 import Status

from infra.local.stand_ins.tasks.delivery import Outcome
from infra.local.stand_ins.tasks.pacing import pause

WAITING = "waiting"
DONE = "done"
GAVE_UP = "gave up"
DELETED = "deleted"

REMEMBERED = timedelta(hours=24)
"""How long the name of an ended task stays taken, in business time."""


@dataclass(frozen=True)
class Record:
    """A task and its state; `eta` is business time, `not_before` a real Unix time (0 before the first failure)."""

    task: Task
    queue: str
    eta: datetime
    not_before: float = 0.0
    state: str = WAITING
    ended_at: datetime | None = None
    detail: str = ""

    def dump(self) -> dict[str, Any]:
        """Return the record as JSON."""
        ended_at = self.ended_at.isoformat() if self.ended_at else None
        plain = {"queue": self.queue, "not_before": self.not_before, "state": self.state, "detail": self.detail}
        task = json.loads(Task.to_json(self.task, preserving_proto_field_name=True))
        return plain | {"task": task, "eta": self.eta.isoformat(), "ended_at": ended_at}

    @classmethod
    def load(cls, document: dict[str, Any]) -> Self:
        """Read what `dump` wrote, also before `fate` was called `state`."""
        kept = {"state" if name == "fate" else name: value for name, value in document.items()}
        read: dict[str, Any] = {
            "task": Task.from_json(json.dumps(document["task"])),
            "eta": datetime.fromisoformat(document["eta"]),
            "ended_at": datetime.fromisoformat(document["ended_at"]) if document["ended_at"] else None,
        }
        return cls(**(kept | read))

    def is_forgotten(self, now: datetime) -> bool:
        """Whether its name may be used again."""
        return self.ended_at is not None and now >= self.ended_at + REMEMBERED

    def ended(self, state: str, *, at: datetime) -> Self:
        """Return the record of a task that will not be dispatched again."""
        return replace(self, state=state, ended_at=at)

    def dispatched(self, *, at: datetime) -> Self:
        """Return the record with one more attempt begun."""
        task = _copy(self.task)
        task.dispatch_count += 1
        task.last_attempt = Attempt(schedule_time=self.eta, dispatch_time=at)
        if task.dispatch_count == 1:
            task.first_attempt = Attempt(dispatch_time=at)
        return replace(self, task=task)

    def answered(self, outcome: Outcome, *, retry: RetryConfig, at: datetime, real: float) -> Self:
        """Return what the outcome of an attempt makes of the task: done, given up, or waiting once more."""
        task = _copy(self.task)
        task.response_count += outcome.status is not None
        task.last_attempt.response_time = at
        task.last_attempt.response_status = Status(code=outcome.code, message=outcome.detail)
        attempted = replace(self, task=task, detail=outcome.detail)
        if outcome.ok:
            return attempted.ended(DONE, at=at)
        if attempted.is_exhausted(retry, at=at):
            return attempted.ended(GAVE_UP, at=at)
        seconds = max(outcome.retry_after, _pause(task.dispatch_count, retry))
        task.schedule_time = at + timedelta(seconds=seconds)
        return replace(attempted, not_before=real + seconds)

    def is_exhausted(self, retry: RetryConfig, *, at: datetime) -> bool:
        """Whether both limits of the queue are reached; -1 attempts and no duration are no limits."""
        attempts_left = self.task.dispatch_count < retry.max_attempts
        time_left = at - self.task.first_attempt.dispatch_time < retry.max_retry_duration
        unlimited = retry.max_attempts < 0 and not retry.max_retry_duration
        return not (attempts_left or time_left or unlimited)

    def headers(self) -> dict[str, str]:
        """Return the headers of the attempt that has begun."""
        own = dict(self.task.http_request.headers)
        return own | {
            "User-Agent": "Google-Cloud-Tasks",
            "X-CloudTasks-QueueName": self.queue.rpartition("/")[2],
            "X-CloudTasks-TaskName": self.task.name.rpartition("/")[2],
            "X-CloudTasks-TaskRetryCount": str(self.task.dispatch_count - 1),
            "X-CloudTasks-TaskExecutionCount": str(self.task.response_count),
            "X-CloudTasks-TaskETA": f"{self.eta.timestamp():.6f}",
        }

    def summary(self) -> dict[str, Any]:
        """Return the task for people to look at."""
        request = self.task.http_request
        return {
            "name": self.task.name.rpartition("/")[2],
            "queue": self.queue.rpartition("/")[2],
            "url": request.url,
            "headers": dict(request.headers),
            "body": request.body.decode(errors="replace"),
            "eta": self.eta.isoformat(),
            "attempts": self.task.dispatch_count,
            "state": self.state,
            "detail": self.detail,
            "ended_at": self.ended_at and self.ended_at.isoformat(),
        }


def _copy(task: Task) -> Task:
    return Task(task)


def _pause(failures: int, retry: RetryConfig) -> float:
    return pause(
        failures,
        shortest=retry.min_backoff.total_seconds(),
        longest=retry.max_backoff.total_seconds(),
        doublings=retry.max_doublings,
    )
