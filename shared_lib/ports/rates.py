"""How often somebody may ask."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol


@dataclasses.dataclass(frozen=True, slots=True)
class Allowance:
    """How often something may happen within a window of time."""

    bucket: str
    most: int
    window: timedelta


class RateLimits(Protocol):
    """Counts that all instances share."""

    def count(self, limits: Mapping[str, int], *, window: timedelta, now: datetime) -> None:
        """Count one more in each bucket; raise TooMany beyond any limit in the window that `now` lies in."""
        ...

    def count_all(self, allowances: Sequence[Allowance], *, now: datetime) -> None:
        """Count one more of each, whose windows may differ; raise TooMany beyond any."""
        ...
