"""Each minute: places that have opened are offered to those who wait for them."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.notifications.quiet_hours import is_quiet
from shared_lib.waitlist.entry import EntryStatus
from shared_lib.waitlist.offer import offer_waitlist
from shared_lib.web.jobs import job, out_of_time_after

SECONDS = 25
"""Real time that the offers of one run take at most; then what was offered is told, and the next run goes on."""


@functions_framework.http
@job
def job_offer_waitlist() -> Mapping[str, object]:
    """Hold a place for each guest whose turn it is; an offer lives so short that nobody waits for the relay's turn."""
    deps = services()
    now = deps.clock()
    run = offer_waitlist(
        waitlist=deps.waitlist,
        context=deps.context,
        now=now,
        offering=not is_quiet(now, deps.spa),
        out_of_time=out_of_time_after(SECONDS),
    )
    if run.bookings:
        deps.dispatcher.relay(now=now)
    return {
        "offered": len(run.bookings),
        "booked": run.ended[EntryStatus.BOOKED],
        "ended": run.ended[EntryStatus.ENDED],
        "failures": list(run.failures),
    }
