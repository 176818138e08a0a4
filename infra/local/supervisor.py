"""A process that outlives us only to end our children, however we ended: `kill -9` runs no clean-up of ours.

It reads `watch PID SIGNAL` and `forget PID` line by line; the end of its input is our death.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Iterable

from infra.local.waiting import holds_within

_PATIENCE = 5.0
_IGNORED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def signal_group(pid: int, number: int) -> None:
    """Send a signal to a child and what it started; to one that is gone, nothing."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)


def group_lives(pid: int) -> bool:
    """Tell whether the child or something that it started still runs."""
    try:
        os.killpg(pid, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def watch(lines: Iterable[str]) -> dict[int, int]:
    """Read to the end; return who is still to be ended, and by which signal."""
    watched: dict[int, int] = {}
    for line in lines:
        match line.split():
            case ["watch", pid, number]:
                watched[int(pid)] = int(number)
            case ["forget", pid]:
                watched.pop(int(pid), None)
    return watched


def end(watched: dict[int, int]) -> None:
    """Ask each group to stop, and make those that do not."""
    for pid, number in watched.items():
        signal_group(pid, number)
    if not holds_within(_PATIENCE, lambda: not any(map(group_lives, watched))):
        for pid in watched:
            signal_group(pid, signal.SIGKILL)


def main() -> None:
    """Guard until the input ends."""
    for number in _IGNORED:
        signal.signal(number, signal.SIG_IGN)
    end(watch(sys.stdin))


if __name__ == "__main__":
    main()
