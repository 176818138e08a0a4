"""Each night: the calendars against the bookings; channels that end soon are followed by new ones."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.calendars.reconcile import reconcile_calendar
from shared_lib.web.calendar_failures import report_calendar_failures
from shared_lib.web.jobs import job, out_of_time_after

SECONDS = 240
"""Real time that one run takes at most; what is left undone is answered as trouble, and tried again."""


@functions_framework.http
@job
def job_reconcile_calendar() -> Mapping[str, object]:
    """Read every calendar whole, mend what is ours, keep the report, and answer with its counts."""
    deps = services()
    now, out_of_time = deps.clock(), out_of_time_after(SECONDS)
    kept = deps.watch_channels.renew(deps.calendar_sync.watched(), now=now, out_of_time=out_of_time)
    done = reconcile_calendar(sync=deps.calendar_sync, now=now, out_of_time=out_of_time)
    failures = report_calendar_failures([*kept.failures, *done.calendars.failures], alerts=deps.manager_alerts, now=now)
    return {**done.report.counts, "opened": len(kept.opened), "closed": kept.closed, "failures": failures}
