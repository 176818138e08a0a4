"""Each minute: the poll behind Google Calendar's push; channels that died are opened again."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.calendars.read_calendars import read_stale_calendars
from shared_lib.web.calendar_failures import report_calendar_failures
from shared_lib.web.jobs import job, out_of_time_after

SECONDS = 40
"""Real time that one run takes at most; the next one goes on from there."""


@functions_framework.http
@job
def job_read_calendars() -> Mapping[str, object]:
    """Keep the channels open, and read the calendars of which none has told us for a while."""
    deps = services()
    now, out_of_time = deps.clock(), out_of_time_after(SECONDS)
    kept = deps.watch_channels.renew(deps.calendar_sync.watched(), now=now, out_of_time=out_of_time)
    done = read_stale_calendars(sync=deps.calendar_sync, now=now, out_of_time=out_of_time, at_once=kept.opened)
    failures = report_calendar_failures([*kept.failures, *done.failures], alerts=deps.manager_alerts, now=now)
    return {"read": len(done.read), "opened": len(kept.opened), "failures": failures}
