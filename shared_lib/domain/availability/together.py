"""Whether there are rooms and people enough for visits that run at once: one look before they are seated one by one."""

import functools
import operator
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from shared_lib.domain.availability.diary import AvailabilityCalendar
from shared_lib.domain.availability.teams import subsets
from shared_lib.domain.availability.timeline import any_of, at_least
from shared_lib.domain.availability.visit import Visit


class Timed(NamedTuple):
    """A visit with the minutes after the start of its group at which it may begin: the least and the most."""

    visit: Visit
    least: int
    most: int

    def lasts_at(self, moment: int) -> bool:
        """Return whether its places are taken so many minutes after the start, however long anybody waits."""
        return self.most <= moment < self.least + self.visit.minutes + self.visit.turnaround


def enough_together(calendar: AvailabilityCalendar, visits: Sequence[Timed]) -> int:
    """Return the minutes at which visits could begin as far as rooms and people can be counted.

    Every start that can be seated is among them; whether one of them can, assignment says.
    """
    mask = calendar.timeline.whole
    for some in _at_once(visits):
        mask &= _rooms(calendar, some) & _people(calendar, some)
    return mask


def _at_once(visits: Sequence[Timed]) -> Iterator[tuple[Timed, ...]]:
    """Yield those that certainly run together, at each moment at which one more has begun."""
    moments = sorted({timed.most for timed in visits})
    at_once = (tuple(timed for timed in visits if timed.lasts_at(moment)) for moment in moments)
    return (some for some in at_once if len(some) > 1)


def _rooms(calendar: AvailabilityCalendar, visits: Sequence[Timed]) -> int:
    """Return the minutes at which there are as many rooms of each kind, and large ones, as the visits need."""
    mask = calendar.timeline.whole
    for kind, party in {(timed.visit.room_kind, timed.visit.party) for timed in visits}:
        some = [timed for timed in visits if timed.visit.room_kind == kind and timed.visit.party >= party]
        free = [
            _any(any_of(calendar.room_starts(room, visit), least, most) for visit, least, most in set(some))
            for room in calendar.snapshot.rooms
            if (room.kind, room.capacity >= party) == (kind, True)
        ]
        mask &= at_least(len(some), free)
    return mask


def _people(calendar: AvailabilityCalendar, visits: Sequence[Timed]) -> int:
    """Return the minutes at which there are as many people for each choice of specialties as the visits need."""
    needs = [need for timed in visits for need in timed.visit.specialties]
    wished = [timed.visit.technician for timed in visits if timed.visit.technician and timed.visit.specialties]
    mask = calendar.timeline.whole if len(set(wished)) == len(wished) else 0
    for some in subsets(tuple(needs)) if mask else ():
        free = [
            _any(
                any_of(calendar.technician_starts(who, visit), least, most)
                for visit, least, most in set(visits)
                if calendar.can_serve(who, visit)
            )
            for who in calendar.snapshot.technicians
            if who.specialties & some
        ]
        mask &= at_least(sum(need in some for need in needs), free)
    return mask


def _any(masks: Iterable[int]) -> int:
    return functools.reduce(operator.or_, masks, 0)
