"""Tasks on a Cloud Tasks queue, called back by HTTP."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import grpc
from google.api_core import exceptions
from google.cloud.tasks_v2 import CloudTasksClient, Task
from google.cloud.tasks_v2.services.cloud_tasks.transports import CloudTasksGrpcTransport
from typing_extensions import override

from shared_lib.kernel.errors import VendorRefused, VendorUnavailable
from shared_lib.kernel.ports import TaskQueue

VENDOR = "tasks"
NAME = re.compile(r"[A-Za-z0-9_-]{1,480}")
PASSING = (
    exceptions.Aborted,
    exceptions.DeadlineExceeded,
    exceptions.InternalServerError,
    exceptions.ResourceExhausted,
    exceptions.ServiceUnavailable,
    exceptions.Unknown,
)
"""What may be over when the same is asked again; the name makes asking again harmless."""


def connect(address: str | None) -> CloudTasksClient:
    """Return a client of Google's service, or without keys of the one at `host:port`."""
    if address is None:
        return CloudTasksClient()
    return CloudTasksClient(transport=CloudTasksGrpcTransport(channel=grpc.insecure_channel(address)))


@dataclass(frozen=True, kw_only=True)
class CloudTaskQueue(TaskQueue):
    """One queue, by its full name; `target` tells the URL of a function, `deadline` is in seconds.

    With a service account each call carries an identity token for the root of the target's URL.
    """

    client: CloudTasksClient
    queue: str
    target: Callable[[str], str]
    service_account: str | None = None
    deadline: float = 5.0

    @override
    def at(self, when: datetime, *, name: str, function: str, body: Mapping[str, object]) -> None:
        """Put a task on the queue; one that is there, or was there lately, is as good."""
        task = Task(
            name=f"{self.queue}/tasks/{_spread(name)}",
            schedule_time=when,
            http_request=self._request(self.target(function), body),
        )
        try:
            self.client.create_task(parent=self.queue, task=task, timeout=self.deadline, retry=None)
        except exceptions.AlreadyExists:
            return
        except PASSING as error:
            raise VendorUnavailable(VENDOR, error.message) from error
        except exceptions.GoogleAPICallError as error:
            raise VendorRefused(VENDOR, error.message) from error

    def _request(self, url: str, body: Mapping[str, object]) -> dict[str, Any]:
        request = {"url": url, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body).encode()}
        if self.service_account is None:
            return request
        root = urlsplit(url)._replace(path="", query="", fragment="").geturl()
        return request | {"oidc_token": {"service_account_email": self.service_account, "audience": root}}


def _spread(name: str) -> str:
    """Return the name behind a few digits of its hash: names that begin alike slow the whole queue down."""
    if not NAME.fullmatch(name):
        raise ValueError(f"not a name for a task: {name!r}")
    return f"{hashlib.sha256(name.encode()).hexdigest()[:8]}-{name}"
