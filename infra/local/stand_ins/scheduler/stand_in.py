"""The Cloud Scheduler service: jobs, and their execution by HTTP."""

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from google.cloud import scheduler_v1
from google.cloud.scheduler_v1 import HttpMethod, Job, RunJobRequest
from google.protobuf.empty_pb2 import Empty

from infra.local.stand_ins.scheduler.jobs import Jobs
from infra.local.stand_ins.scheduler.record import Record
from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.delivery import Outcome, bring
from infra.local.stand_ins.tasks.pacing import pause
from infra.local.stand_ins.tasks.rpc import Rpc, RpcStandIn
from shared_lib.kernel.clock import Clock, real_now


class SchedulerStandIn(RpcStandIn):
    """Cloud Scheduler on `address`, whose port is `port`; jobs follow business time, retries real time.

    A jump of the clock runs each job once, for the latest time that it missed. No identity token is made.
    """

    name = "scheduler"
    service = "google.cloud.scheduler.v1.CloudScheduler"

    def __init__(self, *, store: Store | None = None, clock: Clock = real_now, port: int = 0) -> None:
        store = store or Store()
        self._jobs = Jobs(store, clock=clock)
        self._running: Counter[str] = Counter()
        super().__init__(store=store, clock=clock, port=port)

    def methods(self) -> Mapping[str, Rpc]:
        """Return what we know of Cloud Scheduler; the rest is UNIMPLEMENTED."""
        job: Callable[[Any], bytes] = Job.serialize
        calls: dict[str, tuple[Callable[[Any], Any], Callable[[Any], bytes]]] = {
            "CreateJob": (self._jobs.create, job),
            "UpdateJob": (self._jobs.update, job),
            "GetJob": (self._jobs.get, job),
            "ListJobs": (self._jobs.page, scheduler_v1.ListJobsResponse.serialize),
            "DeleteJob": (self._jobs.delete, Empty.SerializeToString),
            "PauseJob": (self._jobs.pause, job),
            "ResumeJob": (self._jobs.resume, job),
            "RunJob": (self._run, job),
        }
        return {name: Rpc(call, _request(name), write) for name, (call, write) in calls.items()}

    def tick(self) -> None:
        """Start what is due and not under way: what comes due meanwhile waits for the end."""
        now = self.clock()
        for record in self._jobs.all():
            name = record.job.name
            if not self._running[name] and (scheduled := self._jobs.take_due(name, now)):
                self._start(name, scheduled)

    def state(self) -> dict[str, Any]:
        """Return the jobs, readable, each with how often it is under way."""
        now = self.clock()
        jobs = [record.summary(now) | {"running": self._running[record.job.name]} for record in self._jobs.all()]
        return {"jobs": jobs}

    def reset(self) -> None:
        """Behave again; the jobs stay, they were deployed and are not what happened since."""
        with self.store.exclusive():
            jobs = self._jobs.all()
            super().reset()
            for record in jobs:
                self.store.put("jobs", record.job.name, record.dump())

    def _run(self, request: RunJobRequest) -> Job:
        """Run a job now, even if it is paused or under way."""
        record, now = self._jobs.find(request.name), self.clock()
        self._start(request.name, now)
        return record.shown(now)

    def _start(self, name: str, scheduled: datetime) -> None:
        with self.store.exclusive():
            self._running[name] += 1
        threading.Thread(target=self._execute, args=(name, scheduled), daemon=True).start()

    def _execute(self, name: str, scheduled: datetime) -> None:
        """Make attempts until one is taken, the retries are used up, or the next time has come."""
        begun, failures = real_now(), 0
        while record := self._jobs.known(name):
            outcome = _attempt(record, scheduled)
            if self._stopping.is_set():
                return  # the store may be closed; the next time of the schedule makes up for it
            self._jobs.note(name, outcome)
            failures += 1
            if outcome.ok or self._is_over(record, failures=failures, spent=real_now() - begun):
                break
            if self._stopping.wait(_pause(record, failures)):
                return
        with self.store.exclusive():
            self._running[name] -= 1

    def _is_over(self, record: Record, *, failures: int, spent: timedelta) -> bool:
        retry = record.job.retry_config
        used_up = failures > retry.retry_count and spent >= retry.max_retry_duration
        return used_up or record.due(self.clock()) is not None


def _attempt(record: Record, scheduled: datetime) -> Outcome:
    target, deadline = record.job.http_target, record.job.attempt_deadline.total_seconds()
    method = HttpMethod(target.http_method).name
    return bring(method, target.uri, headers=record.headers(scheduled), body=target.body, deadline=deadline)


def _pause(record: Record, failures: int) -> float:
    retry = record.job.retry_config
    return pause(
        failures,
        shortest=retry.min_backoff_duration.total_seconds(),
        longest=retry.max_backoff_duration.total_seconds(),
        doublings=retry.max_doublings,
    )


def _request(method: str) -> Any:  # noqa: ANN401 -- the client's messages are made at run time
    return getattr(scheduler_v1, f"{method}Request").deserialize
