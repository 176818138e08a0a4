"""What Cloud Tasks refuses in a task."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from google.cloud.tasks_v2 import HttpMethod, Task

from infra.local.stand_ins.tasks.rpc import invalid

TASK_ID = re.compile(r"[A-Za-z0-9_-]{1,500}")
LONGEST_URL = 2083
LARGEST_TASK = 100 * 1024
"""Bytes of a task with everything in it."""
FARTHEST = timedelta(days=30)
DEADLINES = (timedelta(seconds=15), timedelta(minutes=30))
WITH_BODY = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH}

Rule = Callable[[Task], bool]

RULES: tuple[tuple[Rule, str], ...] = (
    (lambda task: "http_request" in task, "Task.http_request is required: App Engine targets are not known here"),
    (
        lambda task: task.http_request.url.startswith(("http://", "https://")),
        'HttpRequest.url must start with "http://" or "https://"',
    ),
    (lambda task: "retry_config" not in task, "Task.retry_config is not known here: the queue's is used"),
    (lambda task: len(task.http_request.url) <= LONGEST_URL, "HttpRequest.url is longer than 2083 characters"),
    (
        lambda task: not task.http_request.body or task.http_request.http_method in WITH_BODY,
        "HttpRequest.body is allowed for POST, PUT and PATCH only",
    ),
    (lambda task: len(Task.serialize(task)) <= LARGEST_TASK, "Task size too large: at most 100 KB"),
    (
        lambda task: "dispatch_deadline" not in task or DEADLINES[0] <= task.dispatch_deadline <= DEADLINES[1],
        "Task.dispatch_deadline must be between 15 s and 30 min",
    ),
    (
        lambda task: "oidc_token" not in task.http_request or bool(task.http_request.oidc_token.service_account_email),
        "OidcToken.service_account_email is required",
    ),
)


def check(task: Task, *, parent: str, now: datetime) -> None:
    """Refuse a task that Cloud Tasks would refuse; the method must have its default already."""
    if task.name and not _is_under(task.name, parent):
        raise invalid(f"Task name must be formatted: {parent}/tasks/TASK_ID, of letters, digits, - and _")
    for holds, why in RULES:
        if not holds(task):
            raise invalid(why)
    if task.schedule_time and task.schedule_time > now + FARTHEST:
        raise invalid("Task.schedule_time must be at most 30 days in the future")


def _is_under(name: str, parent: str) -> bool:
    place, _, key = name.rpartition("/tasks/")
    return place == parent and bool(TASK_ID.fullmatch(key))
