"""Each minute: what did not get out goes out: refunds, the events that tell of them, mails that are owed."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bookings.send_refunds import send_refunds
from shared_lib.bootstrap import services
from shared_lib.notifications.send_owed_mail import send_owed_mail
from shared_lib.web.failures import codes_of
from shared_lib.web.jobs import job, late_after

from .owed_mail import sender

SECONDS = 35
"""Real time after which no further mail is begun in one run."""


@functions_framework.http
@job
def job_relay_outbox() -> Mapping[str, object]:
    """Send the refunds that are due, publish every event that waits, then send the mails that nobody has sent."""
    deps, late = services(), late_after(SECONDS)
    now = deps.clock()
    settled = send_refunds(
        bookings=deps.bookings, gateway=deps.payments, pending_payments=deps.pending_payments, now=now
    )
    published = deps.dispatcher.relay(now=now)
    swept = send_owed_mail(owed=deps.owed_mail, send=sender(deps), now=now, late=late)
    failures = codes_of([*settled.failures, *swept.failures])
    return {"refunds": len(settled.events), "published": published, "mails": swept.settled, "failures": failures}
