"""The rules of availability once more, minute by minute and slow: what the fast engine has to agree with."""

import functools
import itertools
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from shared_lib.availability.snapshot import OccupancySnapshot
from shared_lib.availability.visit import Visit
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.kernel.minutes import minute_of, touched
from shared_lib.kernel.spa import Room, Spa, Technician
from tests.snapshots import MINUTE


@functools.cache
def first_shown(day: date, wall: int, spa: Spa) -> datetime:
    """Return the first instant at which the spa's clocks show a minute of a day, or a later one."""
    shown = datetime.combine(day, time()) + wall * MINUTE
    instant = shown.replace(tzinfo=spa.tz).astimezone(UTC) - timedelta(hours=3)
    while spa.wall(instant).replace(tzinfo=None) < shown:
        instant += MINUTE
    return instant


class PlainModel:
    """A floor as sets of minutes since 1970."""

    def __init__(self, snapshot: OccupancySnapshot, *, hours: Mapping[str, WeeklyHours], spa: Spa) -> None:
        self._snapshot = snapshot
        self._spa = spa
        self._all = range(*touched(snapshot.begins, snapshot.ends))
        self._open = {area: self._within(week) for area, week in hours.items()}
        self._on_duty = {who.id: self._within(who.shifts) for who in snapshot.technicians}

    def starts(self, visit: Visit) -> set[int]:
        """Return the minutes at which a visit can begin."""
        return {minute for minute in self._all if self._has_room(visit, minute) and self._has_team(visit, minute)}

    def _within(self, hours: WeeklyHours) -> set[int]:
        first = self._spa.today(self._snapshot.begins) - timedelta(days=2)
        days = [first + timedelta(days=n) for n in range((self._snapshot.ends - self._snapshot.begins).days + 5)]
        spans = [(day, *span) for day in days for span in hours.spans_on(day)]
        walls = [[minute_of(first_shown(day, wall, self._spa)) for wall in span] for day, *span in spans]
        return {minute for begins, ends in walls for minute in range(begins, ends)} & set(self._all)

    @functools.cached_property
    def _taken(self) -> set[tuple[str, int, int]]:
        """Minutes that are taken; time off is a kind of its own."""
        living = [taken for taken in self._snapshot.taken if taken.expired_hold is None]
        return {
            ("time off" if taken.time_off else taken.kind, taken.id, minute)
            for taken in living
            for begins, ends in taken.ranges
            for minute in range(begins, ends)
        }

    def _is_free(self, kind: str, number: int, minute: int, minutes: int) -> bool:
        asked = range(minute, minute + minutes)
        return asked[-1] in self._all and not any((kind, number, each) in self._taken for each in asked)

    def _has_room(self, visit: Visit, minute: int) -> bool:
        return any(self._takes(room, visit, minute) for room in self._snapshot.rooms)

    def _takes(self, room: Room, visit: Visit, minute: int) -> bool:
        fits = room.kind == visit.room_kind and room.capacity >= visit.party
        whole = visit.minutes + max(room.turnaround, visit.turnaround)
        is_open = self._open.get(room.area, set()).issuperset(range(minute, minute + visit.minutes))
        return fits and is_open and self._is_free("room", room.id, minute, whole)

    def _has_team(self, visit: Visit, minute: int) -> bool:
        able = [who for who in self._snapshot.technicians if self._serves(who, visit, minute)]
        return any(_answers(team, visit) for team in _teams(able, visit))

    def _serves(self, who: Technician, visit: Visit, minute: int) -> bool:
        on_duty = self._on_duty[who.id].issuperset(range(minute, minute + visit.minutes))
        fits = visit.gender in {None, who.gender}
        is_in = on_duty and self._is_free("time off", who.id, minute, visit.minutes)
        return fits and is_in and self._is_free("technician", who.id, minute, visit.minutes + visit.turnaround)


def _teams(able: list[Technician], visit: Visit) -> Iterator[tuple[Technician, ...]]:
    return itertools.permutations(able, len(visit.specialties))


def _answers(team: tuple[Technician, ...], visit: Visit) -> bool:
    wished = not team or visit.technician is None or visit.technician in {who.id for who in team}
    return wished and all(need in who.specialties for need, who in zip(visit.specialties, team, strict=True))
