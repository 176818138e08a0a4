"""When each visit of a group could be: guests go from one to the next, and nobody is in anybody's way."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from shared_lib.availability.allocation import Allocation
from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.timeline import is_set
from shared_lib.availability.visit import Visit

Places = tuple[Allocation, ...]


class Timeable(Protocol):
    """One visit of a group: of which guest, and how many minutes it may begin after what came before."""

    @property
    def visit(self) -> Visit:
        """Return what it needs of the house."""
        ...

    @property
    def guest(self) -> int:
        """Return whose it is."""
        ...

    @property
    def waits(self) -> tuple[int, ...]:
        """Return the waits that are tried, in their order."""
        ...


class Timings:
    """The ways in which the steps of a group can follow each other from one start on.

    Each guest in turn waits as little as may be; a way is left as soon as two of its visits want the same place. Every
    try is work, and a calendar bears so much of it for one question.
    """

    def __init__(self, calendar: AvailabilityCalendar, steps: Sequence[Timeable]) -> None:
        self._calendar = calendar
        self._steps = steps

    def of(self, start: datetime) -> Iterator[tuple[datetime, ...]]:
        """Yield when each step begins, for each way that can be seated."""
        yield from self._extend(start, ())

    def _extend(self, start: datetime, begun: tuple[datetime, ...]) -> Iterator[tuple[datetime, ...]]:
        if len(begun) == len(self._steps):
            yield begun
            return
        step, line = self._steps[len(begun)], self._calendar.timeline
        starts, free_at = self._calendar.starts(step.visit), self._free_at(step, begun, start)
        for wait in step.waits:
            begin = free_at + timedelta(minutes=wait)
            if is_set(starts, line.bit(begin)) and self._fits((*begun, begin)):
                yield from self._extend(start, (*begun, begin))

    def _free_at(self, step: Timeable, begun: Sequence[datetime], start: datetime) -> datetime:
        """Return when the guest of a step has left the visit before it."""
        own = [
            begin + timedelta(minutes=other.visit.minutes)
            for other, begin in zip(self._steps, begun, strict=False)
            if other.guest == step.guest
        ]
        return max(own, default=start)

    def _fits(self, begun: tuple[datetime, ...]) -> bool:
        return self._calendar.budget.spend() and any(self.rooms(begun)) and any(self.people(begun))

    def rooms(self, begun: tuple[datetime, ...]) -> Iterator[tuple[Places, ...]]:
        """Yield the rooms that visits which begin so can have; rooms and people are chosen independently."""
        return apart(
            [self._calendar.rooms_at(step.visit, begin) for step, begin in zip(self._steps, begun, strict=False)]
        )

    def people(self, begun: tuple[datetime, ...]) -> Iterator[tuple[Places, ...]]:
        """Yield the people that visits which begin so can be with."""
        return apart(
            [self._calendar.teams_at(step.visit, begin) for step, begin in zip(self._steps, begun, strict=False)]
        )


def apart(choices: Sequence[Sequence[Places]]) -> Iterator[tuple[Places, ...]]:
    """Yield one choice for each visit, such that no two of them want the same room or person at once."""
    if not choices:
        yield ()
        return
    for chosen in choices[0]:
        rest = [[other for other in others if not _collide(chosen, other)] for others in choices[1:]]
        if all(rest):
            yield from ((chosen, *others) for others in apart(rest))


def _collide(some: Places, others: Places) -> bool:
    return any(one.meets(other) for one, other in itertools.product(some, others))
