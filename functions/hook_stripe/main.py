"""Stripe tells us what happened to a payment."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.web.hooks import KIB, hook
from shared_lib.web.http import Reply
from shared_lib.web.webhook_payloads import kept

from .received import VENDOR, apply

LIMIT = 256 * KIB
"""Stripe's own events lie below 64 KiB; a Checkout with many lines is the longest that we hear of."""


@functions_framework.http
@hook("/api/stripe/events", limit=LIMIT)
def hook_stripe(request: Request) -> Reply:
    """Verify, look again at what it is about, apply once; events that we do not act on are acknowledged too."""
    deps, body = services(), request.get_data()
    event = deps.payments.read_event(body, request.headers.get("Stripe-Signature", ""))
    with kept(deps.webhook_payloads, VENDOR, event.id, body, now=deps.clock()) as payload:
        payload.outcome = apply(event, deps)
    return "", 204
