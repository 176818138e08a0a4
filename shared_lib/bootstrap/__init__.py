"""The one place that chooses adapters: each is built when it is first used, and imported only then.

One module for each capability; a capability's services build on those of the capabilities below it.
"""

import gc
from functools import cache

from shared_lib.bootstrap.privacy import PrivacyServices
from shared_lib.config import Settings

__all__ = ["Services", "services"]


class Services(PrivacyServices):
    """What the endpoints work with."""


COLLECT_AFTER = 50_000
"""How many objects may be new before the garbage collector looks. Requests leave hardly a cycle behind; at Python's own
700 it went through all that Google's libraries hold so often that it took a seventh of a chat turn."""


@cache
def services() -> Services:
    """Return this process's services, read from its environment once."""
    gc.set_threshold(COLLECT_AFTER, 20, 100)
    return Services(Settings.read())
