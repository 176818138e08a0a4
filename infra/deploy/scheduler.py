"""Brings Cloud Scheduler in line with scheduler.yaml: `python -m infra.deploy.scheduler --project P --region R`."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import grpc
from google.api_core.exceptions import GoogleAPICallError
from google.auth.exceptions import GoogleAuthError
from google.cloud.scheduler_v1 import CloudSchedulerClient, HttpMethod, HttpTarget, Job, OidcToken, RetryConfig
from google.cloud.scheduler_v1.services.cloud_scheduler.transports import CloudSchedulerGrpcTransport
from google.protobuf.field_mask_pb2 import FieldMask

from infra.deploy.jobs import PREFIX, ScheduleInvalid, WantedJob, read_jobs

ROOT = Path(__file__).parents[2]
DEADLINE = 30.0
"""Seconds for each call."""
OURS = FieldMask(paths=["description", "schedule", "time_zone", "http_target", "retry_config", "attempt_deadline"])
"""What we decide; whether a job is paused is left to people."""

Target = Callable[[str], str]
"""From the name of a function to the URL that calls it."""


@dataclass(frozen=True)
class Changes:
    """The names of the jobs, by what becomes of them."""

    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Return the plan for people, a line for each job."""
        marks = (("+", self.created), ("~", self.updated), ("-", self.deleted), ("=", self.unchanged))
        return [f"{mark} {name}" for mark, names in marks for name in names]


def connect(address: str | None) -> CloudSchedulerClient:
    """Return a client of Google's service, or without keys of the one at `host:port`."""
    if address is None:
        return CloudSchedulerClient()
    return CloudSchedulerClient(transport=CloudSchedulerGrpcTransport(channel=grpc.insecure_channel(address)))


def bring_in_line(
    client: CloudSchedulerClient,
    wanted: Sequence[WantedJob],
    *,
    parent: str,
    target: Target,
    service_account: str | None,
    dry_run: bool = False,
) -> Changes:
    """Create, change and delete our jobs under `parent` (projects/P/locations/L) until they are as wanted.

    With a service account each call of a job carries an identity token. A dry run only tells what would be done.
    """
    jobs = {job.name: _job(job, parent=parent, target=target, service_account=service_account) for job in wanted}
    there = _ours(client, parent)
    changes = _compare(jobs, there)
    if not dry_run:
        _apply(client, changes, jobs, parent=parent)
    return changes


def _ours(client: CloudSchedulerClient, parent: str) -> dict[str, Job]:
    listed = ((job.name.rpartition("/")[2], job) for job in client.list_jobs(parent=parent, timeout=DEADLINE))
    return {name: job for name, job in listed if name.startswith(PREFIX)}


def _compare(wanted: dict[str, Job], there: dict[str, Job]) -> Changes:
    kept = [name for name in wanted if name in there]
    return Changes(
        created=tuple(name for name in wanted if name not in there),
        updated=tuple(name for name in kept if _facts(wanted[name]) != _facts(there[name])),
        deleted=tuple(name for name in there if name not in wanted),
        unchanged=tuple(name for name in kept if _facts(wanted[name]) == _facts(there[name])),
    )


def _apply(client: CloudSchedulerClient, changes: Changes, jobs: dict[str, Job], *, parent: str) -> None:
    for name in changes.created:
        client.create_job(parent=parent, job=jobs[name], timeout=DEADLINE)
    for name in changes.updated:
        client.update_job(job=jobs[name], update_mask=OURS, timeout=DEADLINE)
    for name in changes.deleted:
        client.delete_job(name=f"{parent}/jobs/{name}", timeout=DEADLINE)


def _job(wanted: WantedJob, *, parent: str, target: Target, service_account: str | None) -> Job:
    url = target(wanted.function)
    root = urlsplit(url)._replace(path="", query="", fragment="").geturl()
    token = OidcToken(service_account_email=service_account, audience=root) if service_account else None
    return Job(
        name=f"{parent}/jobs/{wanted.name}",
        description=wanted.description,
        schedule=wanted.schedule,
        time_zone=wanted.time_zone,
        http_target=HttpTarget(uri=url, http_method=HttpMethod.POST, oidc_token=token),
        attempt_deadline=wanted.attempt_deadline,
        retry_config=RetryConfig(
            retry_count=wanted.retries,
            min_backoff_duration=wanted.min_backoff,
            max_backoff_duration=wanted.max_backoff,
        ),
    )


def _facts(job: Job) -> tuple[Any, ...]:
    """Return what we decide about a job, without what the service fills in by itself."""
    call, retry = job.http_target, job.retry_config
    times = (job.schedule, job.time_zone, job.attempt_deadline)
    token = (call.oidc_token.service_account_email, call.oidc_token.audience)
    tries = (retry.retry_count, retry.min_backoff_duration, retry.max_backoff_duration)
    return (job.description, times, call.uri, call.http_method, token, tries)


def main(words: Sequence[str]) -> int:
    """Run the command; return its exit status."""
    asked = _parser().parse_args(words)
    try:
        wanted = read_jobs(ROOT / "scheduler.yaml", functions=ROOT / "functions")
        changes = _deploy(asked, wanted)
    except (ScheduleInvalid, GoogleAPICallError, GoogleAuthError, subprocess.SubprocessError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(*changes.lines(), sep="\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.deploy.scheduler", description=__doc__)
    parser.add_argument("--project", required=True)
    parser.add_argument("--project-number", help="asked of gcloud where it is not given")
    parser.add_argument("--region", required=True)
    parser.add_argument("--service-account", help="who calls the functions; scheduler@PROJECT by default")
    parser.add_argument("--api", help="host:port of a Cloud Scheduler without keys, instead of Google's")
    parser.add_argument("--dry-run", action="store_true", help="print the plan and change nothing")
    return parser


def _deploy(asked: argparse.Namespace, wanted: Sequence[WantedJob]) -> Changes:
    number = asked.project_number or _project_number(asked.project)
    with connect(asked.api) as client:
        return bring_in_line(
            client,
            wanted,
            parent=f"projects/{asked.project}/locations/{asked.region}",
            target=lambda function: f"https://{function.replace('_', '-')}-{number}.{asked.region}.run.app/",
            service_account=asked.service_account or f"scheduler@{asked.project}.iam.gserviceaccount.com",
            dry_run=asked.dry_run,
        )


def _project_number(project: str) -> str:
    command = ["gcloud", "projects", "describe", project, "--format=value(projectNumber)"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
