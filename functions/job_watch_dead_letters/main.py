"""Each quarter of an hour: what consumers of events gave up on is told to the manager, and stays where it is."""

from collections.abc import Mapping

import functions_framework

from shared_lib.bootstrap import services
from shared_lib.notifications.report_dead_letters import report_dead_letters
from shared_lib.web.jobs import job

from .consumers import CONSUMERS


@functions_framework.http
@job
def job_watch_dead_letters() -> Mapping[str, object]:
    """Look at the dead letters of every consumer, and answer how many there are."""
    deps = services()
    found = report_dead_letters(
        CONSUMERS,
        dead_letters=deps.dead_letters,
        bookings=deps.bookings,
        alerts=deps.manager_alerts,
        now=deps.clock(),
    )
    return {"dead_letters": found}
