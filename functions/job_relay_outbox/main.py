"""Each minute: what did not get out goes out, refunds first, then the events that tell of them."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.edge.jobs import job
from shared_lib.usecases.settle_refunds import settle_refunds


@functions_framework.http
@job
def job_relay_outbox() -> Mapping[str, object]:
    """Send the refunds that are due, then publish every event that waits."""
    deps = services()
    now = deps.clock()
    refunds, troubles = settle_refunds(bookings=deps.bookings, gateway=deps.payments, unsettled=deps.unsettled, now=now)
    return {"refunds": len(refunds), "published": deps.announcer.relay(now=now), "troubles": list(troubles)}
