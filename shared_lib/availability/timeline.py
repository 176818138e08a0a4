"""A stretch of time as bits, one for each minute."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta

from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.minutes import MinuteRange, minute_of

MINUTE = timedelta(minutes=1)
GRID = 15
"""Offers begin on the quarter-hour of the clock; a guest may still ask for any other minute."""
SHORTEST = 30
"""Minutes of the shortest visit that is worth a gap: what is left shorter than this is lost."""
Window = tuple[datetime, datetime]
"""When a visit may begin: from the first instant to before the second."""


def whole_minute(instant: datetime) -> datetime:
    """Return the minute in which an instant lies, in UTC: time is added to instants, never to wall clocks.

    Raise BadInput for a time without a zone, and at the very ends of the calendar, where nothing can be added to it.
    """
    if instant.tzinfo is None or not MINYEAR < instant.year < MAXYEAR:
        raise BadInput("start", "must be an instant with a zone, in the years of a calendar")
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

    def mask_of(self, ranges: Iterable[MinuteRange]) -> int:
        """Return the bits that any of the ranges covers; a thousand of them cost little more than one.

        2^end - 2^begin is a row of ones from `begin` to before `end`; where rows lie apart, one subtraction makes all.
        """
        origin, reach = minute_of(self.origin), 0
        begun, ended = [], []
        for begins, ends in sorted(ranges):
            first, last = max(begins - origin, reach), min(ends - origin, self.minutes)
            if first < last:
                begun.append(first)
                ended.append(last)
                reach = last
        return self._powers(ended) - self._powers(begun)

    def _powers(self, bits: list[int]) -> int:
        """Return the sum of 2^bit, for bits that differ."""
        digits = bytearray(self.minutes // 8 + 1)
        for bit in bits:
            digits[bit >> 3] |= 1 << (bit & 7)
        return int.from_bytes(digits, "little")

    def _touched(self, begins: datetime, ends: datetime) -> tuple[int, int]:
        return max(0, self.bit(begins)), min(self.minutes, -((self.origin - ends) // MINUTE))

    def starts(self, begins: datetime, ends: datetime) -> int:
        """Return the bits of the minutes that begin from one instant to before another, as far as they lie within."""
        first = max(0, -((self.origin - begins) // MINUTE))
        last = min(self.minutes, -((self.origin - ends) // MINUTE))
        return ((1 << (last - first)) - 1) << first if last > first else 0

    @property
    def quarter_hours(self) -> int:
        """Return the bits of the quarter-hours: zones with odd quarters keep them on their own clock."""
        first = -self.origin.minute % GRID
        count = max(0, -(-(self.minutes - first) // GRID))
        return (((1 << (GRID * count)) - 1) // ((1 << GRID) - 1)) << first

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


def is_set(mask: int, bit: int) -> bool:
    """Return whether a bit is set; one before the first never is."""
    return bit >= 0 and bool(mask >> bit & 1)


def any_of(mask: int, least: int, most: int) -> int:
    """Return the bits from which one that is set lies between so many bits ahead."""
    found, width = mask >> least, 1
    while width <= most - least:
        step = min(width, most - least + 1 - width)
        found |= found >> step
        width += step
    return found


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


def stranded(available: int, first: int, last: int) -> int:
    """Return how many minutes before `first` and from `last` on would be left in gaps that are too short for a visit.

    `available` has the minutes at which somebody or something could be used but for this visit.
    """
    before = _run(int(f"{_ahead(available, first - SHORTEST):0{SHORTEST}b}"[::-1], 2))
    after = _run(_ahead(available, last))
    return sum(gap for gap in (before, after) if gap < SHORTEST)


def _ahead(mask: int, bit: int) -> int:
    """Return the bits from one on, as many as matter; there are none before the first."""
    shifted = mask >> bit if bit >= 0 else mask << -bit
    return shifted & ((1 << SHORTEST) - 1)


def _run(mask: int) -> int:
    """Return how many bits are set in a row, from the first on."""
    return (~mask & (mask + 1)).bit_length() - 1
