"""The rules of the house once more, slowly: minute by minute, with nothing of the engine's in it."""

import functools
import itertools
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from shared_lib.availability.allocation import Allocation, BookedVisit
from shared_lib.availability.request import RequestedItem
from shared_lib.availability.visit import WAIT_STEP
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.kernel.spa import Room, Technician
from shared_lib.pricing.price_book import Treatment
from tests.availability.properties.case import Case
from tests.snapshots import MINUTE


@functools.lru_cache(maxsize=20_000)
def instant_of(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return the first minute at which the wall clock shows a time, or is past it: found by watching the clock."""
    shown = datetime(day.year, day.month, day.day) + minute * MINUTE  # noqa: DTZ001 -- what a wall shows
    instant = shown.replace(tzinfo=UTC) - timedelta(hours=15)
    while instant.astimezone(zone).replace(tzinfo=None) < shown:
        instant += MINUTE
    return instant


class Plain:
    """The rules over one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.zone = case.spa.tz
        self.asked = case.request.items
        self._known: dict[tuple[int, datetime], bool] = {}

    def treatment(self, asked: RequestedItem) -> Treatment:
        return next(t for t in self.case.book.treatments if t.id == asked.treatment_id)

    def minutes(self, asked: RequestedItem) -> int:
        add_ons = {add_on.id: add_on.minutes for add_on in self.case.book.add_ons}
        return self.treatment(asked).minutes + sum(add_ons[name] for name in asked.add_on_ids)

    def in_time(self, start: datetime) -> bool:
        """Return whether notice and the tier's horizon allow a start."""
        policies, tier = self.case.book.policies, self.case.book.tier(self.case.request.tier)
        last_day = self.case.now.astimezone(self.zone).date() + timedelta(days=tier.days_ahead)
        soon = start < self.case.now + timedelta(minutes=policies.notice_minutes)
        return not soon and start.astimezone(self.zone).date() <= last_day

    def wished_for(self, start: datetime) -> bool:
        """Return whether a start lies in one of the windows."""
        return any(begins <= start < ends for begins, ends in self.case.request.windows)

    def runs(self, hours: WeeklyHours | None, begins: datetime, minutes: int) -> bool:
        """Return whether hours cover every minute of a time."""
        return hours is not None and all(self._runs(hours, begins + n * MINUTE) for n in range(minutes))

    def _runs(self, hours: WeeklyHours, instant: datetime) -> bool:
        key = id(hours), instant
        if key not in self._known:
            today = instant.astimezone(self.zone).date()
            self._known[key] = any(
                instant_of(day, begins, self.zone) <= instant < instant_of(day, ends, self.zone)
                for day in (today - timedelta(days=1), today, today + timedelta(days=1))
                for begins, ends in hours.spans_on(day)
            )
        return self._known[key]

    def room_free(self, room: Room, asked: RequestedItem, start: datetime) -> bool:
        treatment, minutes = self.treatment(asked), self.minutes(asked)
        turnaround = max(room.turnaround, treatment.turnaround)
        return (
            room.kind == treatment.room_kind
            and room.capacity >= treatment.party
            and self.runs(self.case.book.hours.get(room.area), start, minutes)
            and self.free("room", room.id, start, minutes + turnaround)
        )

    def can_serve(self, who: Technician, asked: RequestedItem) -> bool:
        needed = set(self.treatment(asked).specialties)
        return bool(needed & who.specialties) and asked.gender in (None, who.gender)

    def person_free(self, who: Technician, asked: RequestedItem, start: datetime) -> bool:
        minutes = self.minutes(asked)
        after = minutes + self.treatment(asked).turnaround
        works = self.runs(who.shifts, start, minutes) and self.free("technician", who.id, start, minutes, off=True)
        return works and self.free("technician", who.id, start, after, off=False)

    def free(self, kind: str, number: int, start: datetime, minutes: int, *, off: bool = False) -> bool:
        """Return whether no booking takes any of the minutes, or no time off; a hold that has ended takes none."""
        others = [
            busy
            for busy in self.case.busy
            if (busy.kind, busy.id, busy.time_off) == (kind, number, off) and not busy.expired_hold
        ]
        return not any(
            busy.begins < start + (n + 1) * MINUTE and start + n * MINUTE < busy.ends
            for n in range(minutes)
            for busy in others
        )

    def complete(self, team: Sequence[Technician], asked: RequestedItem) -> bool:
        """Return whether a team can share out the work, whom the guest wished for among them."""
        needed = self.treatment(asked).specialties
        names = {who.name for who in team}
        wished = asked.technician is None or not needed or asked.technician in names
        shared_out = any(
            all(skill in who.specialties for skill, who in zip(needed, order, strict=True))
            for order in itertools.permutations(team)
        )
        return len(team) == len(needed) == len(names) and wished and shared_out

    def teams(self, asked: RequestedItem, start: datetime) -> Iterator[tuple[Technician, ...]]:
        free = [
            who for who in self.case.technicians if self.can_serve(who, asked) and self.person_free(who, asked, start)
        ]
        for team in itertools.combinations(free, len(self.treatment(asked).specialties)):
            if self.complete(team, asked):
                yield team

    def allocations(self, asked: RequestedItem, start: datetime) -> Iterator[tuple[Allocation, ...]]:
        """Yield every way to seat one visit."""
        treatment, ends = self.treatment(asked), start + self.minutes(asked) * MINUTE
        for room in self.case.rooms:
            if self.room_free(room, asked, start):
                room_ends = ends + max(room.turnaround, treatment.turnaround) * MINUTE
                for team in self.teams(asked, start):
                    people = (Allocation("technician", t.id, start, ends + treatment.turnaround * MINUTE) for t in team)
                    yield (Allocation("room", room.id, start, room_ends), *people)

    def can_begin(self, start: datetime) -> bool:
        """Return whether all visits find a place when the first ones begin at `start`, by trying everything."""
        return self.in_time(start) and self._assigned({}, (), start, {})

    def finds_place(self, number: int, start: datetime) -> bool:
        """Return whether one of the visits would find a place at `start` if it were the only one."""
        return any(True for _ in self.allocations(self.asked[number], start))

    def _assigned(
        self,
        free_at: dict[int, datetime],
        chosen: tuple[Allocation, ...],
        start: datetime,
        known: dict[tuple[int, datetime], list[tuple[Allocation, ...]]],
        number: int = 0,
    ) -> bool:
        if number == len(self.asked):
            return True
        asked = self.asked[number]
        longest = self.case.request.longest_wait if asked.guest in free_at else 0
        for wait in range(0, longest + 1, WAIT_STEP):
            begins = free_at.get(asked.guest, start) + wait * MINUTE
            if (number, begins) not in known:
                known[number, begins] = list(self.allocations(asked, begins))
            after = free_at | {asked.guest: begins + self.minutes(asked) * MINUTE}
            for allocations in known[number, begins]:
                apart = not any(one.meets(other) for one in allocations for other in chosen)
                if apart and self._assigned(after, (*chosen, *allocations), start, known, number + 1):
                    return True
        return False

    def starts(self) -> list[datetime]:
        """Return every minute of the windows at which it can begin."""
        minutes = {
            begins + n * MINUTE for begins, ends in self.case.request.windows for n in range((ends - begins) // MINUTE)
        }
        return sorted(start for start in minutes if self.can_begin(start))


def broken(case: Case, start: datetime, visits: Sequence[BookedVisit], allocations: Sequence[Allocation]) -> list[str]:
    """Return the rules that an assignment breaks, in plain words; none for a good one."""
    plain = Plain(case)
    rules = [
        ("notice and horizon", plain.in_time(start)),
        ("one visit for each treatment", len(visits) == len(plain.asked)),
        ("order and waits", _in_order(plain, start, visits)),
        ("nobody and no room twice at once", not any(a.meets(b) for a, b in itertools.combinations(allocations, 2))),
        (
            "every place belongs to a visit",
            {allocation.visit for allocation in allocations} <= {visit.number for visit in visits},
        ),
    ]
    seated = [
        (f"visit {visit.number}: {rule}", kept)
        for visit, asked in zip(visits, plain.asked, strict=False)
        for rule, kept in _of_visit(
            plain, asked, visit, [allocation for allocation in allocations if allocation.visit == visit.number]
        )
    ]
    return [rule for rule, kept in rules + seated if not kept]


def _of_visit(
    plain: Plain, asked: RequestedItem, visit: BookedVisit, allocations: list[Allocation]
) -> Iterator[tuple[str, bool]]:
    case, treatment, start = plain.case, plain.treatment(asked), visit.starts_at
    rooms = [
        room
        for allocation in allocations
        for room in case.rooms
        if (allocation.kind, allocation.id) == ("room", room.id)
    ]
    people = [
        who
        for allocation in allocations
        for who in case.technicians
        if (allocation.kind, allocation.id) == ("technician", who.id)
    ]
    yield "its guest", visit.guest == asked.guest
    yield "its length", visit.ends_at - start == plain.minutes(asked) * MINUTE
    yield "one room", len(rooms) == 1 and len(allocations) == len(rooms) + len(people)
    yield "a room of its kind, large enough, open, free", all(plain.room_free(room, asked, start) for room in rooms)
    yield "people who can, and are wished for", plain.complete(people, asked)
    yield "a gender", all(plain.can_serve(who, asked) for who in people)
    yield "people on their shift, and free", all(plain.person_free(who, asked, start) for who in people)
    room_turn = max(rooms[0].turnaround, treatment.turnaround) if rooms else 0
    turn = {"room": room_turn, "technician": treatment.turnaround}
    yield (
        "turnaround",
        all(
            (allocation.begins, allocation.ends) == (start, visit.ends_at + turn[allocation.kind] * MINUTE)
            for allocation in allocations
        ),
    )


def _in_order(plain: Plain, start: datetime, visits: Sequence[BookedVisit]) -> bool:
    """Return whether each guest begins with the group and goes on within the wait that was wished for."""
    free_at: dict[int, datetime] = {}
    for visit in visits:
        longest = plain.case.request.longest_wait if visit.guest in free_at else 0
        before = free_at.get(visit.guest, start)
        if not before <= visit.starts_at <= before + longest * MINUTE:
            return False
        free_at[visit.guest] = visit.ends_at
    return bool(visits)
