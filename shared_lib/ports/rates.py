"""How often somebody may ask."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol


class Rates(Protocol):
    """Counts that all instances share."""

    def count(self, limits: Mapping[str, int], *, window: timedelta, now: datetime) -> None:
        """Count one more in each bucket; raise TooMany beyond any limit in the window that `now` lies in."""
        ...
