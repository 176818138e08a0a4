"""What Cloud Scheduler calls: it answers with what was done, and fails loudly where something was left."""

import functools
import logging
import time
from collections.abc import Callable, Mapping, Sequence

from flask import Request, Response

from shared_lib.web.http import Reply, json_endpoint
from shared_lib.web.logs import log

LIMIT = 16 * 1024
"""Bytes; Cloud Scheduler sends none."""

Job = Callable[[], Mapping[str, object]]
"""Returns counts of what was done; `failures` lists the codes of what has to be tried again."""


def out_of_time_after(seconds: float) -> Callable[[], bool]:
    """Return what tells, from so many seconds of real time on, that a run has to come to its end."""
    ends_at = time.monotonic() + seconds
    return lambda: time.monotonic() > ends_at


def job(work: Job) -> Callable[[Request], Response]:
    """Run the job by POST; what it could not do is logged, and answered with 503 so that Scheduler tries again."""

    @functools.wraps(work)
    def run(_request: Request) -> Reply:
        done = work()
        failures = done.get("failures", ())
        level = logging.WARNING if failures else logging.INFO
        log("job done", level=level, job=work.__name__, done=dict(done))
        return done, 503 if failures and isinstance(failures, Sequence) else 200

    return json_endpoint(run, limit=LIMIT, methods=("POST",))
