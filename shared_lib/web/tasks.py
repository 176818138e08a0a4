"""Endpoints for tasks: what Cloud Tasks brings at its time; an error makes it bring the task again."""

import functools
import logging
from collections.abc import Callable, Mapping
from typing import Any

from flask import Request, Response

from shared_lib.kernel.errors import CoreSyncError, Refusal
from shared_lib.web.http import Reply, json_endpoint, read_json, status_of
from shared_lib.web.logs import log
from shared_lib.web.pushes import Caller

LIMIT = 4 * 1024
"""Bytes; our tasks carry ids and versions."""
DONE = "OK"

Endpoint = Callable[[Mapping[str, Any]], None]


def task(caller_of: Callable[[], Caller]) -> Callable[[Endpoint], Callable[[Request], Response]]:
    """Give the endpoint the body of each task that the queue itself brings.

    What was refused for good (there is no such thing, it is past that, it makes no sense) is acknowledged and logged:
    bringing it again would help nobody.
    """

    def opened(endpoint: Endpoint) -> Callable[[Request], Response]:
        @functools.wraps(endpoint)
        def receive(request: Request) -> Reply:
            caller_of().verify(request)
            return _do(endpoint, request)

        return json_endpoint(receive, limit=LIMIT, methods=("POST",))

    return opened


def _do(endpoint: Endpoint, request: Request) -> Reply:
    """Do it, or answer so that it is brought again."""
    name = request.headers.get("X-CloudTasks-TaskName", "")
    facts: dict[str, Any] = {"endpoint": endpoint.__name__, "task": name}
    try:
        endpoint(read_json(request, limit=LIMIT))
    except Refusal as refusal:
        log(f"task refused for good: {refusal}", level=logging.WARNING, code=refusal.code, **facts)
        return DONE
    except CoreSyncError as error:
        log(f"task not done: {error}", level=logging.ERROR, alert="task_not_done", code=error.code, **facts)
        return {"code": error.code}, status_of(error)
    log("task done", **facts)
    return DONE
