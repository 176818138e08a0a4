"""Stripe tells us what happened to a payment."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.web.http import Reply, json_endpoint

from .event_types import ACTED_ON


@functions_framework.http
@json_endpoint
def hook_stripe(request: Request) -> Reply:
    """Verify, look again at what it is about, apply once; events that we do not act on are acknowledged too."""
    deps = services()
    event = deps.payments.read_event(request.get_data(), request.headers.get("Stripe-Signature", ""))
    if act := ACTED_ON.get(event.type):
        events = act(event, deps)
        deps.dispatcher.at_once(events, now=deps.clock())
    return "", 204
