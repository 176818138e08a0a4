"""Each minute: the poll behind Google Calendar's push; channels that died are opened again."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.calendars.read_calendars import read_stale_calendars
from shared_lib.web.calendar_failures import codes_of
from shared_lib.web.jobs import job, late_after

SECONDS = 40
"""Real time that one run takes at most; the next one goes on from there."""


@functions_framework.http
@job
def job_read_calendars() -> Mapping[str, object]:
    """Keep the channels open, and read the calendars of which none has told us for a while."""
    deps = services()
    now, late = deps.clock(), late_after(SECONDS)
    kept = deps.watch_channels.keep(deps.calendar_sync.watched(), now=now, late=late)
    done = read_stale_calendars(sync=deps.calendar_sync, now=now, late=late, at_once=kept.opened)
    failures = codes_of([*kept.failures, *done.failures])
    return {"read": len(done.read), "opened": len(kept.opened), "failures": failures}
