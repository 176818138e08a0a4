"""At nine each morning, and hourly after it for what came later: guests are reminded of their visits."""

from collections.abc import Mapping
from functools import partial

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.notifications.send_reminders import send_reminders
from shared_lib.notifications.send_text import send_reminder_text
from shared_lib.web.failures import report_booking_failures
from shared_lib.web.jobs import job, out_of_time_after

SECONDS = 270
"""Real time after which no further reminder is begun in one run."""


@functions_framework.http
@job
def job_send_reminders() -> Mapping[str, object]:
    """Remind of tomorrow's visits, and of today's that nobody reminded of yet."""
    deps = services()
    now = deps.clock()
    run = send_reminders(
        upcoming=deps.upcoming_visits,
        context=deps.mail_context,
        spa=deps.spa,
        by_text=partial(send_reminder_text, context=deps.text_context, now=now),
        now=now,
        out_of_time=out_of_time_after(SECONDS),
    )
    failures = report_booking_failures(run.failures, alerts=deps.manager_alerts, now=now)
    return {"sent": run.sent, "skipped": run.skipped, "failures": failures}
