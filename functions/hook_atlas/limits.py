"""How often Atlas may ask: by call, caller and campaign, never by its own few addresses."""

from datetime import datetime, timedelta

from shared_lib.agent.phone.action_calls import Call
from shared_lib.bootstrap import Services
from shared_lib.kernel.ports import Allowance

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
BOOKING = "book_appointment"


def count(call: Call, deps: Services, *, now: datetime) -> None:
    """Count an action in one statement; raise TooMany. A caller who shows no number is counted by their call."""
    settings = deps.settings
    allowances = [
        Allowance(f"atlas:call:{call.id}", settings.rate_call_actions_per_minute, MINUTE),
        Allowance(f"atlas:campaign:{call.campaign_id}", settings.rate_campaign_actions_per_minute, MINUTE),
    ]
    if call.action == BOOKING:
        who = call.caller or call.id
        allowances.append(Allowance(f"atlas:caller:{who}", settings.rate_caller_bookings_per_hour, HOUR))
    deps.rate_limits.count_all(allowances, now=now)
