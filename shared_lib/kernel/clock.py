"""What time it is."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def real_now() -> datetime:
    """Return the real instant in UTC, for signatures and vendors' time-outs."""
    return datetime.now(UTC)
