"""What a verified event of Stripe does, now or when it is applied again."""

from shared_lib.bookings.handle_payment_event import handle_payment_event
from shared_lib.bootstrap import Services
from shared_lib.kernel.ports import APPLIED, IGNORED
from shared_lib.payments.payment import GatewayEvent

VENDOR = "stripe"


def apply(event: GatewayEvent, deps: Services) -> str:
    """Apply an event, once, and tell of it; return what became of it."""
    now = deps.clock()
    events = handle_payment_event(
        event,
        context=deps.context,
        gateway=deps.payments,
        pending_payments=deps.pending_payments,
        alerts=deps.manager_alerts,
        now=now,
    )
    if events is None:
        return IGNORED
    deps.dispatcher.publish_now(events, now=now)
    return APPLIED


def replay(body: bytes, deps: Services) -> str:
    """Apply a payload that was verified when it came; what was done then is not done twice."""
    return apply(deps.payments.reread_event(body), deps)
