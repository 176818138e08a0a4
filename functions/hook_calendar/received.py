"""What a verified call of a channel does, now or when it is applied again."""

from shared_lib.bootstrap import Services
from shared_lib.calendars.read_calendar import handle_calendar_push
from shared_lib.kernel.ports import APPLIED, IGNORED
from shared_lib.web.jobs import out_of_time_after

from .push import CHANGES, Push, reread_push

VENDOR = "calendar"
SECONDS = 20
"""Real time for one call; Google, which gets a 503 then, calls again for the rest."""


def apply(push: Push, deps: Services) -> str:
    """Read what changed in the channel's calendar; return what became of it."""
    if push.state not in CHANGES:
        return IGNORED
    handle_calendar_push(
        push.channel_id,
        sync=deps.calendar_sync,
        channels=deps.calendar_channels,
        now=deps.clock(),
        out_of_time=out_of_time_after(SECONDS),
    )
    return APPLIED


def replay(body: bytes, deps: Services) -> str:
    """Read the calendar again; what was read before is no news."""
    return apply(reread_push(body), deps)
