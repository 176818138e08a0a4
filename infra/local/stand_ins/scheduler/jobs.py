"""The jobs: made, changed, switched, and due."""

from dataclasses import replace
from datetime import datetime

from google.cloud.scheduler_v1 import (
    CreateJobRequest,
    DeleteJobRequest,
    GetJobRequest,
    Job,
    ListJobsRequest,
    ListJobsResponse,
    PauseJobRequest,
    ResumeJobRequest,
    UpdateJobRequest,
)
from google.protobuf.empty_pb2 import Empty

from infra.local.stand_ins.scheduler.record import Record
from infra.local.stand_ins.scheduler.rules import check, filled
from infra.local.stand_ins.store import Store
from infra.local.stand_ins.tasks.delivery import Outcome
from infra.local.stand_ins.tasks.rpc import invalid, missing, taken
from shared_lib.kernel.clock import Clock

PAGE = 500
SETTABLE = ("description", "http_target", "schedule", "time_zone", "retry_config", "attempt_deadline")


class Jobs:
    """The jobs on a store; known by heart, so that a look at the clock costs nothing."""

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._known: dict[str, Record] = {}
        self.recall()

    def recall(self) -> None:
        """Learn by heart what lies on the store."""
        records = (Record.load(document) for document in self._store.all("jobs"))
        self._known = {record.job.name: record for record in records}

    def create(self, request: CreateJobRequest) -> Job:
        """Make a job; its first time is the next one of its schedule."""
        now, job = self._clock(), request.job
        check(job, now=now)
        if not job.name.startswith(f"{request.parent}/jobs/"):
            raise invalid("Job name must be under its parent")
        with self._store.exclusive():
            if job.name in self._known:
                raise taken(job.name)
            return self._keep(_new(job, now=now)).shown(now)

    def update(self, request: UpdateJobRequest) -> Job:
        """Change the masked fields, or all that can be set where there is no mask."""
        now = self._clock()
        with self._store.exclusive():
            old = self.find(request.job.name)
            job = _changed(old.job, request)
            check(job, now=now)
            return self._keep(replace(_new(job, now=now), runs=old.runs).in_state(old.job.state)).shown(now)

    def get(self, request: GetJobRequest) -> Job:
        """Return a job."""
        return self.find(request.name).shown(self._clock())

    def page(self, request: ListJobsRequest) -> ListJobsResponse:
        """Return a page of the jobs of a place."""
        there = [record for name, record in self._known.items() if name.startswith(f"{request.parent}/jobs/")]
        start, size = int(request.page_token or 0), min(request.page_size or PAGE, PAGE)
        page = [record.shown(self._clock()) for record in there[start : start + size]]
        return ListJobsResponse(jobs=page, next_page_token=str(start + size) if there[start + size :] else "")

    def delete(self, request: DeleteJobRequest) -> Empty:
        """Forget a job."""
        with self._store.exclusive():
            self.find(request.name)
            self._store.remove("jobs", request.name)
            del self._known[request.name]
        return Empty()

    def pause(self, request: PauseJobRequest) -> Job:
        """Let its schedule pass."""
        return self._switch(request.name, Job.State(Job.State.PAUSED))

    def resume(self, request: ResumeJobRequest) -> Job:
        """Heed its schedule again, from now on."""
        return self._switch(request.name, Job.State(Job.State.ENABLED))

    def find(self, name: str) -> Record:
        """Return a job by its name, or refuse."""
        if record := self.known(name):
            return record
        raise missing(name)

    def known(self, name: str) -> Record | None:
        """Return a job by its name, or None."""
        return self._known.get(name)

    def all(self) -> list[Record]:
        """Return all jobs."""
        return list(self._known.values())

    def take_due(self, name: str, now: datetime) -> datetime | None:
        """Return the scheduled time for which a job must run now, once; None where there is nothing to do."""
        with self._store.exclusive():
            record = self.find(name)
            scheduled = record.due(now)
            seen = record.seen(now)
            if scheduled or now < record.seen_to:
                self._keep(seen)
            else:
                self._known[name] = seen  # the store hears only of what a restart must not repeat
        return scheduled

    def note(self, name: str, outcome: Outcome) -> None:
        """Remember what an attempt came to, if the job is still there."""
        with self._store.exclusive():
            if record := self.known(name):
                self._keep(record.attempted(outcome, at=self._clock()))

    def _switch(self, name: str, state: Job.State) -> Job:
        now = self._clock()
        with self._store.exclusive():
            return self._keep(self.find(name).in_state(state).seen(now)).shown(now)

    def _keep(self, record: Record) -> Record:
        self._store.put("jobs", record.job.name, record.dump())
        self._known[record.job.name] = record
        return record


def _new(job: Job, *, now: datetime) -> Record:
    whole = filled(job)
    whole.user_update_time = now
    return Record(job=whole, seen_to=now).in_state(Job.State(Job.State.ENABLED))


def _changed(job: Job, request: UpdateJobRequest) -> Job:
    changed = Job(job)
    for field in _masked(request):
        Job.pb(changed).ClearField(field)
        if field in request.job:
            setattr(changed, field, getattr(request.job, field))
    return changed


def _masked(request: UpdateJobRequest) -> tuple[str, ...]:
    paths = tuple(request.update_mask.paths) or SETTABLE
    if unknown := set(paths) - set(SETTABLE):
        raise invalid(f"update_mask: {', '.join(sorted(unknown))} can't be set")
    return paths
