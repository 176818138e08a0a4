"""How often somebody may ask."""

from datetime import datetime, timedelta
from typing import Protocol


class Rates(Protocol):
    """Counts that all instances share."""

    def count(self, bucket: str, *, limit: int, window: timedelta, now: datetime) -> None:
        """Count one more; raise TooMany beyond `limit` in the window that `now` lies in."""
        ...
