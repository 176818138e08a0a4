"""The one place that chooses adapters: each is built when it is first used, and imported only then.

One module for each capability; a capability's services build on those of the capabilities below it.
"""

from functools import cache

from shared_lib.bootstrap.agent import AgentServices
from shared_lib.bootstrap.calendars import CalendarServices
from shared_lib.bootstrap.notifications import NotificationServices
from shared_lib.bootstrap.waitlist import WaitlistServices
from shared_lib.config import Settings

__all__ = ["Services", "services"]


class Services(AgentServices, NotificationServices, CalendarServices, WaitlistServices):
    """What the endpoints work with."""


@cache
def services() -> Services:
    """Return this process's services, read from its environment once."""
    return Services(Settings.read())
