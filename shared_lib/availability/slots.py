"""Which of the free times are offered, nearest to the request first."""

import dataclasses
import itertools
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.groups import possible_starts, seat
from shared_lib.availability.rejections import BookingWindow
from shared_lib.availability.request import APART
from shared_lib.availability.timeline import MINUTE, Timeline, Window, bits, whole_minute
from shared_lib.availability.visit import Group


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """A time that can be held right now, and who would most likely serve it."""

    starts_at: datetime
    ends_at: datetime
    assignment: Assignment

    @property
    def technicians(self) -> tuple[str, ...]:
        """Return the names of those who would serve it."""
        return tuple(allocation.name for allocation in self.assignment.allocations if allocation.kind == "technician")


def slots(
    calendar: AvailabilityCalendar,
    group: Group,
    booking_window: BookingWindow,
    windows: Sequence[Window],
    *,
    wanted: datetime | None = None,
    limit: int = 3,
    apart: timedelta = APART,
) -> tuple[Slot, ...]:
    """Return up to `limit` times within the windows: nearest to `wanted` first if there is one, else the earliest.

    Of two that are equally near, the one comes first that strands fewer minutes.
    """
    gap = -(-apart // MINUTE)
    chosen: list[Slot] = []
    near: set[int] = set()
    found = _by_nearness(_starts(calendar, group, booking_window, windows, wanted), calendar.timeline, wanted)
    for some in itertools.takewhile(lambda _: calendar.budget.is_left, found):
        for bit, slot in _assigned(calendar, group, [bit for bit in some if bit not in near]):
            if bit not in near and len(chosen) < limit:
                chosen.append(slot)
                near.update(range(bit - gap + 1, bit + gap))
        if len(chosen) == limit:
            break
    return tuple(chosen)


def _assigned(calendar: AvailabilityCalendar, group: Group, starts: Sequence[int]) -> Sequence[tuple[int, Slot]]:
    """Return those of the starts that find an assignment, the one that strands fewest minutes first."""
    found = []
    for bit in starts:
        start = calendar.timeline.at(bit)
        found += [(bit, Slot(start, group.ends(start, way), way)) for way in seat(calendar, group, start, most=1)]
    return (
        sorted(found, key=lambda pair: calendar.stranded(pair[1].assignment.allocations)) if len(found) > 1 else found
    )


def _starts(
    calendar: AvailabilityCalendar,
    group: Group,
    booking_window: BookingWindow,
    windows: Sequence[Window],
    wanted: datetime | None,
) -> int:
    line = calendar.timeline
    asked = 0
    for begins, ends in windows:
        asked |= line.starts(max(begins, booking_window.earliest), min(ends, booking_window.horizon))
    exact = line.mask(whole_minute(wanted), whole_minute(wanted) + MINUTE) if wanted else 0
    return possible_starts(calendar, group) & asked & (line.quarter_hours | exact)


def _by_nearness(starts: int, line: Timeline, wanted: datetime | None) -> Iterable[Sequence[int]]:
    """Yield the starts, those together that are equally near: one before and one after what was wanted."""
    if wanted is None:
        return ([bit] for bit in bits(starts))
    middle = (wanted - line.origin) / MINUTE

    def distance(bit: int) -> float:
        return abs(bit - middle)

    return (list(same) for _, same in itertools.groupby(sorted(bits(starts), key=distance), key=distance))
