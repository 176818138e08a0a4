"""The spa: where it is, what time it keeps, and what stands in it."""

import dataclasses
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shared_lib.kernel.hours import WeeklyHours


@dataclasses.dataclass(frozen=True, slots=True)
class Spa:
    """One spa; `zone` is an IANA name."""

    id: str
    name: str
    zone: str
    address: str = ""
    phone: str = ""
    website: str = ""

    @property
    def tz(self) -> ZoneInfo:
        """Return the zone of the spa's wall clock."""
        return ZoneInfo(self.zone)

    def wall(self, instant: datetime) -> datetime:
        """Return the instant as the spa's clocks show it."""
        return instant.astimezone(self.tz)

    def today(self, now: datetime) -> date:
        """Return the date on the spa's wall at `now`."""
        return self.wall(now).date()

    def midnight(self, day: date) -> datetime:
        """Return the instant at which `day` begins at the spa."""
        return datetime.combine(day, datetime.min.time(), self.tz)

    def horizon_end(self, now: datetime, days_ahead: int) -> datetime:
        """Return the first instant too far ahead: days are counted at the spa's midnight, the last one is whole."""
        return self.midnight(self.today(now) + timedelta(days=days_ahead + 1))


PRIVATE = "Private"
"""The area whose visits stand in the private calendar; named as in the price book's hours."""


@dataclasses.dataclass(frozen=True, slots=True)
class Room:
    """A room, chair or bed; `area` has opening hours of its own, `turnaround` is minutes between two visits."""

    id: int
    name: str
    kind: str
    area: str
    capacity: int
    turnaround: int


@dataclasses.dataclass(frozen=True, slots=True)
class Technician:
    """Somebody who treats guests; `shifts` are weekly hours and dated exceptions on the spa's wall clock."""

    id: int
    name: str
    gender: str
    specialties: frozenset[str]
    shifts: WeeklyHours
