"""One job as it lies on the store."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Self

from google.cloud.scheduler_v1 import Job
from google.rpc.status_pb2 import Status

from infra.deploy.cron import Cron
from infra.local.stand_ins.scheduler.rules import cron_of
from infra.local.stand_ins.tasks.delivery import Outcome


@dataclass(frozen=True)
class Record:
    """A job, and the instant of business time up to which its schedule has been seen to."""

    job: Job
    seen_to: datetime
    runs: int = 0

    def dump(self) -> dict[str, Any]:
        """Return the record as JSON."""
        job = json.loads(Job.to_json(self.job, preserving_proto_field_name=True))
        return {"job": job, "seen_to": self.seen_to.isoformat(), "runs": self.runs}

    @classmethod
    def load(cls, document: dict[str, Any]) -> Self:
        """Read what `dump` wrote."""
        job = Job.from_json(json.dumps(document["job"]))
        return cls(job, datetime.fromisoformat(document["seen_to"]), document["runs"])

    @cached_property
    def cron(self) -> Cron:
        """When it runs."""
        return cron_of(self.job)

    @property
    def is_enabled(self) -> bool:
        """Whether its schedule counts."""
        return self.job.state == Job.State.ENABLED

    def due(self, now: datetime) -> datetime | None:
        """Return the latest time of its schedule that has come and was not seen to; missed ones count once."""
        return self.cron.latest(after=self.seen_to, until=now) if self.is_enabled else None

    def seen(self, now: datetime) -> Self:
        """Return the record of a schedule that is seen to until now, also where the clock was put back."""
        return replace(self, seen_to=now)

    def in_state(self, state: Job.State) -> Self:
        """Return the record of the job switched on or off."""
        job = Job(self.job)
        job.state = state
        return replace(self, job=job)

    def attempted(self, outcome: Outcome, *, at: datetime) -> Self:
        """Return the record with one more attempt."""
        job = Job(self.job)
        job.last_attempt_time = at
        job.status = Status(code=outcome.code, message="" if outcome.ok else outcome.detail)
        return replace(self, job=job, runs=self.runs + 1)

    def shown(self, now: datetime) -> Job:
        """Return the job as the service shows it, with the next time of its schedule."""
        job = Job(self.job)
        job.schedule_time = self.cron.next_after(now)
        return job

    def headers(self, scheduled: datetime) -> dict[str, str]:
        """Return the headers of an execution; the scheduled time stays the same over its retries."""
        stamp = scheduled.strftime("%Y-%m-%dT%H:%M:%SZ")
        own = dict(self.job.http_target.headers)
        kind = {"Content-Type": "application/octet-stream"} if self.job.http_target.body else {}
        return (
            kind
            | own
            | {
                "X-CloudScheduler": "true",
                "X-CloudScheduler-JobName": self.job.name.rpartition("/")[2],
                "X-CloudScheduler-ScheduleTime": stamp,
            }
        )

    def summary(self, now: datetime) -> dict[str, Any]:
        """Return the job for people to look at; times in UTC."""
        job = self.shown(now)
        last = job.last_attempt_time
        return {
            "name": job.name.rpartition("/")[2],
            "description": job.description,
            "schedule": job.schedule,
            "time_zone": job.time_zone,
            "url": job.http_target.uri,
            "state": Job.State(job.state).name,
            "next": job.schedule_time.isoformat(),
            "attempts": self.runs,
            "last_attempt": last.isoformat() if last else None,
            "last_error": job.status.message,
        }
