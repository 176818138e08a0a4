"""Stripe tells us what happened to a payment."""

import functions_framework
from flask import Request

from shared_lib.bookings.handle_payment_event import handle_payment_event
from shared_lib.bootstrap import services
from shared_lib.web.http import Reply, json_endpoint


@functions_framework.http
@json_endpoint
def hook_stripe(request: Request) -> Reply:
    """Verify, look again at what it is about, apply once; events that we do not act on are acknowledged too."""
    deps = services()
    event = deps.payments.read_event(request.get_data(), request.headers.get("Stripe-Signature", ""))
    events = handle_payment_event(
        event,
        context=deps.context,
        gateway=deps.payments,
        pending_payments=deps.pending_payments,
        now=deps.clock(),
    )
    deps.dispatcher.at_once(events, now=deps.clock())
    return "", 204
