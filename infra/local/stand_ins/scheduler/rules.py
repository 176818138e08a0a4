"""What Cloud Scheduler refuses in a job, and what it fills in."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from google.cloud.scheduler_v1 import HttpMethod, Job, RetryConfig

from infra.deploy.cron import Cron
from infra.local.stand_ins.tasks.rpc import invalid

JOB_ID = re.compile(r"[A-Za-z0-9_-]{1,500}")
LONGEST_DESCRIPTION = 500
LONGEST_URI = 2083
MOST_RETRIES = 5
DEADLINES = (timedelta(seconds=15), timedelta(minutes=30))
WITH_BODY = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH}

RULES: tuple[tuple[Callable[[Job], bool], str], ...] = (
    (lambda job: "http_target" in job, "Job.http_target is required: other targets are not known here"),
    (
        lambda job: job.http_target.uri.startswith(("http://", "https://")),
        'HttpTarget.uri must start with "http://" or "https://"',
    ),
    (lambda job: len(job.http_target.uri) <= LONGEST_URI, "HttpTarget.uri is longer than 2083 characters"),
    (
        lambda job: not job.http_target.body or job.http_target.http_method in WITH_BODY,
        "HttpTarget.body is allowed for POST, PUT and PATCH only",
    ),
    (lambda job: len(job.description) <= LONGEST_DESCRIPTION, "Job.description is longer than 500 characters"),
    (
        lambda job: 0 <= job.retry_config.retry_count <= MOST_RETRIES,
        "RetryConfig.retry_count must be between 0 and 5",
    ),
    (
        lambda job: "attempt_deadline" not in job or DEADLINES[0] <= job.attempt_deadline <= DEADLINES[1],
        "Job.attempt_deadline must be between 15 s and 30 min",
    ),
    (
        lambda job: "oidc_token" not in job.http_target or bool(job.http_target.oidc_token.service_account_email),
        "OidcToken.service_account_email is required",
    ),
)


def check(job: Job, *, now: datetime) -> None:
    """Refuse a job that Cloud Scheduler would refuse."""
    place, _, key = job.name.rpartition("/jobs/")
    if not re.fullmatch(r"projects/[^/]+/locations/[^/]+", place) or not JOB_ID.fullmatch(key):
        raise invalid("Job name must be formatted: projects/P/locations/L/jobs/JOB_ID")
    for holds, why in RULES:
        if not holds(job):
            raise invalid(why)
    if cron_of(job).next_after(now) is None:
        raise invalid(f"Schedule or time zone is invalid: {job.schedule!r} never comes")


def cron_of(job: Job) -> Cron:
    """Return when a job runs, or refuse."""
    try:
        return Cron.parse(job.schedule, job.time_zone)
    except ValueError as error:
        raise invalid(f"Schedule or time zone is invalid: {error}") from error


def filled(job: Job) -> Job:
    """Return the job with the vendor's defaults, and the header that it adds to every target."""
    whole, retry = Job(job), job.retry_config
    whole.time_zone = job.time_zone or "Etc/UTC"
    whole.http_target.http_method = HttpMethod(job.http_target.http_method or HttpMethod.POST)
    whole.http_target.headers["User-Agent"] = "Google-Cloud-Scheduler"
    whole.attempt_deadline = job.attempt_deadline or timedelta(minutes=3)
    whole.retry_config = RetryConfig(
        retry_count=retry.retry_count,
        max_retry_duration=retry.max_retry_duration or timedelta(),
        min_backoff_duration=retry.min_backoff_duration or timedelta(seconds=5),
        max_backoff_duration=retry.max_backoff_duration or timedelta(hours=1),
        max_doublings=retry.max_doublings or 5,
    )
    return whole
