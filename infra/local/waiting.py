"""Waiting for conditions, never for time."""

import time
from collections.abc import Callable

_STEP = 0.02


def holds_within(seconds: float, condition: Callable[[], bool]) -> bool:
    """Ask until the condition holds; False when it has not within that many seconds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(_STEP)
    return True
