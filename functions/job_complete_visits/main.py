"""Each quarter of an hour: visits that have ended become completed."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bookings.complete import complete_visits
from shared_lib.bootstrap import services
from shared_lib.web.failures import codes_of
from shared_lib.web.jobs import job, late_after

SECONDS = 40
"""Real time that one run takes at most; the next one goes on from there."""


@functions_framework.http
@job
def job_complete_visits() -> Mapping[str, object]:
    """Complete what has ended, and tell of it."""
    deps = services()
    now = deps.clock()
    done = complete_visits(bookings=deps.bookings, now=now, late=late_after(SECONDS))
    deps.dispatcher.at_once(done.events, now=now)
    return {"completed": len(done.events), "failures": codes_of(done.failures)}
