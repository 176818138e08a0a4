"""One machine stands in for many: what nobody waits for lets what somebody waits for go first.

In the cloud each function has processors of its own. Here the consumers of events, which may fall some seconds behind,
would take half of them from the guest whose booking they are told of.
"""

import contextlib
import os
from pathlib import Path

from infra.deploy.catalogue import Trigger
from infra.local.listed import listed

_NICE = 10


def stands_back(function: str) -> bool:
    """Tell whether nobody waits for the answer of a function."""
    return any(known.name == function and known.trigger is Trigger.EVENTS for known in listed().functions)


def stand_back(leader: int) -> None:
    """Let a session's processes go last, as far as this machine can tell them apart."""
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PGRP, leader, _NICE)
    with contextlib.suppress(OSError):  # Linux shares processors between sessions first, then within one
        Path(f"/proc/{leader}/autogroup").write_text(str(_NICE))
