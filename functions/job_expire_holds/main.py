"""Each minute: holds that nobody paid for end."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bookings.expire import expire_holds
from shared_lib.bootstrap import services
from shared_lib.web.failures import report_booking_failures
from shared_lib.web.jobs import job, out_of_time_after

SECONDS = 40
"""Real time that one run takes at most; the next one goes on from there."""


@functions_framework.http
@job
def job_expire_holds() -> Mapping[str, object]:
    """End what has run out; where a card may be on its way, Stripe is asked first."""
    deps = services()
    now = deps.clock()
    ended = expire_holds(
        context=deps.context,
        gateway=deps.payments,
        pending_payments=deps.pending_payments,
        now=now,
        out_of_time=out_of_time_after(SECONDS),
    )
    deps.dispatcher.publish_now(ended.events, now=now)
    failures = report_booking_failures(ended.failures, alerts=deps.manager_alerts, now=now)
    return {"events": len(ended.events), "failures": failures}
