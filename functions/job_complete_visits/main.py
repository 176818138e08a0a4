"""Each quarter of an hour: visits that have ended become completed."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bookings.complete import complete_visits
from shared_lib.bootstrap import services
from shared_lib.web.failures import report_booking_failures
from shared_lib.web.jobs import job, out_of_time_after

SECONDS = 40
"""Real time that one run takes at most; the next one goes on from there."""


@functions_framework.http
@job
def job_complete_visits() -> Mapping[str, object]:
    """Complete what has ended, and tell of it."""
    deps = services()
    now = deps.clock()
    done = complete_visits(bookings=deps.bookings, now=now, out_of_time=out_of_time_after(SECONDS))
    deps.dispatcher.publish_now(done.events, now=now)
    failures = report_booking_failures(done.failures, alerts=deps.manager_alerts, now=now)
    return {"completed": len(done.events), "failures": failures}
