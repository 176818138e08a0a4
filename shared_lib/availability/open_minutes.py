"""Which minutes are open, staffed and free: a row of bits for each, worked out when it is first asked for."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from datetime import date, timedelta

from shared_lib.availability.snapshot import OccupancySnapshot
from shared_lib.availability.timeline import Timeline, starts_of
from shared_lib.kernel.hours import Day, WeeklyHours, days
from shared_lib.kernel.lazy import lazy_property
from shared_lib.kernel.minutes import MinuteRange
from shared_lib.kernel.spa import Spa, Technician

SHORTEST = 30
"""Minutes of the shortest visit that is worth a gap: what is left shorter than this is lost."""


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


class OpenMinutes:
    """A snapshot and the opening hours of its areas, laid on one timeline."""

    def __init__(self, snapshot: OccupancySnapshot, *, hours: Mapping[str, WeeklyHours], spa: Spa) -> None:
        self.timeline = Timeline.between(snapshot.begins, snapshot.ends)
        self._snapshot = snapshot
        self._hours = hours
        self._spa = spa
        self._known: dict[Hashable, int] = {}

    def taken(self, kind: str, number: int) -> int:
        """Return the minutes at which a room or technician is taken; ended holds take nothing."""
        return self._once((kind, number), lambda: self._mask(kind, number, time_off=True))

    def booked(self, kind: str, number: int) -> int:
        """Return the minutes at which bookings take a room or technician."""
        return self._once(("booked", kind, number), lambda: self._mask(kind, number, time_off=False))

    def free_for(self, kind: str, number: int, minutes: int, *, turnaround: int = 0) -> int:
        """Return the minutes from which a room or technician is free for so many, and from bookings for more."""
        return self._once(
            (kind, number, minutes, turnaround), lambda: self._free_for((kind, number), minutes, turnaround)
        )

    def _free_for(self, which: tuple[str, int], minutes: int, turnaround: int) -> int:
        free = starts_of(self.timeline.whole ^ self.taken(*which), minutes)
        if not turnaround:
            return free
        return free & starts_of(self.timeline.whole ^ self.booked(*which), minutes + turnaround)

    def open_for(self, area: str, minutes: int) -> int:
        """Return the minutes from which an area is open for so many; one without hours is closed."""
        return self._once(("open", area, minutes), lambda: starts_of(self._open(area), minutes))

    def on_duty_for(self, technician: Technician, minutes: int) -> int:
        """Return the minutes from which a technician's shift covers so many."""
        return self._once(("duty", technician.id, minutes), lambda: starts_of(self._on_duty(technician), minutes))

    def usable(self, kind: str, number: int, *, area: str = "") -> int:
        """Return the minutes at which a technician on duty, or a room of an open area, is free."""
        return self._once(("usable", kind, number), lambda: self._able(kind, number, area) & ~self.taken(kind, number))

    def load(self, technician: Technician, day: date) -> int:
        """Return for how many minutes of a day somebody is taken."""
        return self._once(("load", technician.id, day), lambda: (self._taken_on(technician, day)).bit_count())

    def _once(self, key: Hashable, work: Callable[[], int]) -> int:
        if key not in self._known:
            self._known[key] = work()
        return self._known[key]

    def _mask(self, kind: str, number: int, *, time_off: bool) -> int:
        found = (self._stretches.get((kind, number, off), ()) for off in ((False, True) if time_off else (False,)))
        return self.timeline.mask_of(itertools.chain.from_iterable(found))

    @lazy_property
    def _stretches(self) -> dict[tuple[str, int, bool], list[MinuteRange]]:
        stretches: dict[tuple[str, int, bool], list[MinuteRange]] = defaultdict(list)
        for taken in self._snapshot.taken:
            if taken.expired_hold is None:
                stretches[taken.kind, taken.id, taken.time_off] += taken.stretches
        return stretches

    @lazy_property
    def _days(self) -> list[Day]:
        """The days whose hours reach into the snapshot: a night may begin the day before it."""
        first = self._spa.today(self._snapshot.begins) - timedelta(days=1)
        return days(first, self._spa.today(self._snapshot.ends), self._spa.tz)

    def _able(self, kind: str, number: int, area: str) -> int:
        if kind == "room":
            return self._open(area)
        return next((self._on_duty(who) for who in self._snapshot.technicians if who.id == number), 0)

    def _open(self, area: str) -> int:
        hours = self._hours.get(area)
        return self._once(("hours", area), lambda: self._within(hours)) if hours else 0

    def _on_duty(self, technician: Technician) -> int:
        return self._once(("shifts", technician.id), lambda: self._within(technician.shifts))

    def _within(self, hours: WeeklyHours) -> int:
        return self.timeline.mask_of(hours.stretches(self._days))

    def _taken_on(self, technician: Technician, day: date) -> int:
        midnight, next_one = (self._spa.midnight(day + timedelta(days=n)) for n in (0, 1))
        return self.taken("technician", technician.id) & self.timeline.mask(midnight, next_one)
