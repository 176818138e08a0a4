"""Google Calendar tells us that something changed."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.web.hooks import KIB, hook
from shared_lib.web.http import Reply
from shared_lib.web.webhook_payloads import kept

from .push import read_push
from .received import VENDOR, apply

LIMIT = 4 * KIB
"""Google sends headers only."""


@functions_framework.http
@hook("/api/calendar/events", limit=LIMIT)
def hook_calendar(request: Request) -> Reply:
    """Take a genuine call as a hint and read what changed; what has no news for us is acknowledged too."""
    deps = services()
    push = read_push(request.headers, signer=deps.signer)
    with kept(deps.webhook_payloads, VENDOR, push.event_id, push.body(), now=deps.clock()) as payload:
        payload.outcome = apply(push, deps)
    return "", 204
