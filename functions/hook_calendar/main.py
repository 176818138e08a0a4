"""Google Calendar tells us that something changed."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.calendars.read_calendar import hear_of_calendar
from shared_lib.web.http import Reply, json_endpoint
from shared_lib.web.jobs import late_after

from .push import CHANGES, read_push

SECONDS = 20
"""Real time for one call; Google, which gets a 503 then, calls again for the rest."""


@functions_framework.http
@json_endpoint
def hook_calendar(request: Request) -> Reply:
    """Take a genuine call as a hint and read what changed; what has no news for us is acknowledged too."""
    deps = services()
    push = read_push(request.headers, signer=deps.signer)
    if push.state in CHANGES:
        hear_of_calendar(
            push.channel_id,
            sync=deps.calendar_sync,
            channels=deps.calendar_channels,
            now=deps.clock(),
            late=late_after(SECONDS),
        )
    return "", 204
