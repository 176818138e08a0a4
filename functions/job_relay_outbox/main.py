"""Each minute: what did not get out goes out, refunds first, then the events that tell of them."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bookings.send_refunds import settle_refunds
from shared_lib.bootstrap import services
from shared_lib.web.failures import codes_of
from shared_lib.web.jobs import job


@functions_framework.http
@job
def job_relay_outbox() -> Mapping[str, object]:
    """Send the refunds that are due, then publish every event that waits."""
    deps = services()
    now = deps.clock()
    settled = settle_refunds(
        bookings=deps.bookings, gateway=deps.payments, pending_payments=deps.pending_payments, now=now
    )
    published = deps.dispatcher.relay(now=now)
    return {"refunds": len(settled.events), "published": published, "failures": codes_of(settled.failures)}
