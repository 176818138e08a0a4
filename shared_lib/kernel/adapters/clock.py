"""The one place that asks what time it is."""

from datetime import datetime, timedelta
from pathlib import Path

from shared_lib.kernel.clock import real_now


class BusinessClock:
    """Real time plus an offset in seconds kept in a file that the console and tests write; none in production."""

    def __init__(self, offset_file: Path | None) -> None:
        self._file = offset_file

    def __call__(self) -> datetime:
        """Return the instant that the spa lives in, in UTC."""
        return real_now() + self.offset()

    def offset(self) -> timedelta:
        """Return how far business time is ahead of real time."""
        if self._file is None:
            return timedelta()
        try:
            return timedelta(seconds=float(self._file.read_text() or 0))
        except FileNotFoundError:
            return timedelta()
