"""A stretch of time as bits, one for each minute."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

MINUTE = timedelta(minutes=1)


def whole_minute(instant: datetime) -> datetime:
    """Return the minute in which an instant lies, in UTC: time is added to instants, never to wall clocks."""
    return instant.astimezone(UTC).replace(second=0, microsecond=0)


@dataclasses.dataclass(frozen=True, slots=True)
class Timeline:
    """`minutes` minutes from `origin`, a whole minute in UTC; bit n is the minute that begins n minutes after it."""

    origin: datetime
    minutes: int

    @classmethod
    def between(cls, begins: datetime, ends: datetime) -> "Timeline":
        """Return the timeline that covers two instants."""
        origin = whole_minute(begins)
        return cls(origin, max(0, -((origin - ends) // MINUTE)))

    def bit(self, instant: datetime) -> int:
        """Return the number of the minute in which an instant lies; it may lie outside."""
        return (instant - self.origin) // MINUTE

    def at(self, bit: int) -> datetime:
        """Return the instant at which a minute begins."""
        return self.origin + timedelta(minutes=bit)

    def mask(self, begins: datetime, ends: datetime) -> int:
        """Return the bits of [begins, ends), every minute that is touched, as far as it lies within."""
        first, last = self._touched(begins, ends)
        return ((1 << (last - first)) - 1) << first if last > first else 0

    def mask_of(self, intervals: Iterable[tuple[datetime, datetime]]) -> int:
        """Return the bits that any of the intervals touches; a thousand of them cost little more than one."""
        minutes = bytearray(b"0") * self.minutes
        for begins, ends in intervals:
            first, last = self._touched(begins, ends)
            if last > first:
                minutes[first:last] = b"1" * (last - first)
        minutes.reverse()
        return int(minutes, 2) if minutes else 0

    def _touched(self, begins: datetime, ends: datetime) -> tuple[int, int]:
        return max(0, self.bit(begins)), min(self.minutes, -((self.origin - ends) // MINUTE))

    def starts(self, begins: datetime, ends: datetime) -> int:
        """Return the bits of the minutes that begin from one instant to before another, as far as they lie within."""
        first = max(0, -((self.origin - begins) // MINUTE))
        last = min(self.minutes, -((self.origin - ends) // MINUTE))
        return ((1 << (last - first)) - 1) << first if last > first else 0

    @property
    def whole(self) -> int:
        """Return all bits."""
        return (1 << self.minutes) - 1


def starts_of(free: int, minutes: int) -> int:
    """Return the bits from which `minutes` free bits follow in a row, themselves included."""
    found, run = free, 1
    while run < minutes:
        step = min(run, minutes - run)
        found &= found >> step
        run += step
    return found if minutes > 0 else 0


def at_least(count: int, masks: list[int]) -> int:
    """Return the bits that are set in at least `count` of the masks."""
    levels = [0] * count
    for mask in masks:
        carried = mask
        for n in range(count):
            levels[n], carried = levels[n] | carried, levels[n] & carried
    return levels[-1]


def bits(mask: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, lowest first."""
    digits = f"{mask:b}"[::-1]
    found = digits.find("1")
    while found >= 0:
        yield found
        found = digits.find("1", found + 1)
