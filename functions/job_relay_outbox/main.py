"""Each minute: what did not get out goes out: refunds, events, codes, mails, alerts; and one guest is forgotten."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bookings.send_refunds import send_refunds
from shared_lib.bootstrap import services
from shared_lib.notifications.send_alerts import send_alerts
from shared_lib.notifications.send_code import send_waiting_codes
from shared_lib.notifications.send_owed_mail import send_owed_mail
from shared_lib.web.failures import report_booking_failures
from shared_lib.web.jobs import job, out_of_time_after

from .open_erasures import erase_next_guest
from .owed_mail import alert_sender, code_sender, sender

SECONDS = 35
"""Real time after which no further mail is begun in one run."""


@functions_framework.http
@job
def job_relay_outbox() -> Mapping[str, object]:
    """Send the refunds that are due, publish what waits, send the codes, mails and alerts that nobody has sent."""
    deps, out_of_time = services(), out_of_time_after(SECONDS)
    now = deps.clock()
    refunds = send_refunds(
        bookings=deps.bookings,
        gateway=deps.payments,
        pending_payments=deps.pending_payments,
        alerts=deps.manager_alerts,
        now=now,
    )
    published = deps.dispatcher.relay(now=now)
    unsent_codes = send_waiting_codes(codes=deps.proof_codes, send=code_sender(deps), now=now)
    mails = send_owed_mail(owed=deps.owed_mail, send=sender(deps), now=now, out_of_time=out_of_time)
    unsettled = [*refunds.failures, *mails.failures]
    failures = [*report_booking_failures(unsettled, alerts=deps.manager_alerts, now=now), *unsent_codes]
    failures += send_alerts(alerts=deps.manager_alerts, send=alert_sender(deps), spa=deps.spa, now=now)
    failures += erase_next_guest(deps, out_of_time)
    return {"refunds": len(refunds.events), "published": published, "mails": mails.settled, "failures": failures}
