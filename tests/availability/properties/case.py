"""One spa, one moment and one wish, as plain facts: what the engine and the plain checker are both told."""

import dataclasses
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from shared_lib.availability.allocation import Allocation, Assignment, BookedVisit
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.search import SearchContext, SearchResult, find_times, load_search
from shared_lib.availability.slots import Slot
from shared_lib.availability.snapshot import OccupancySnapshot
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.draft import Draft
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.kernel.spa import Room, Spa, Technician
from shared_lib.pricing.price_book import PriceBook
from tests.snapshots import a_floor, taken


@dataclasses.dataclass(frozen=True)
class Busy:
    """A room or technician that is not free; a hold that has ended gives way, and time off takes no turnaround."""

    kind: str
    id: int
    begins: datetime
    minutes: int
    expired_hold: UUID | None = None
    time_off: bool = False

    @property
    def ends(self) -> datetime:
        return self.begins + timedelta(minutes=self.minutes)


@dataclasses.dataclass(frozen=True)
class Case:
    """Everything that decides whether a wish can be met."""

    spa: Spa
    book: PriceBook
    rooms: tuple[Room, ...]
    technicians: tuple[Technician, ...]
    busy: tuple[Busy, ...]
    now: datetime
    request: BookingRequest
    day: date

    def but(self, **changes: object) -> "Case":
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]

    def found(self) -> SearchResult:
        house = PaperHouse(self)
        return find_times(self.request, context=house.context, now=self.now)

    def slots(self) -> tuple[Slot, ...]:
        return self.search().slots(self.request)

    def search(self) -> SearchContext:
        house = PaperHouse(self)
        return load_search(self.request, context=house.context, now=self.now)


@dataclasses.dataclass(frozen=True)
class Held:
    """What a hold took."""

    starts_at: datetime
    visits: tuple[BookedVisit, ...]
    assignment: Assignment
    draft: Draft


class PaperHouse:
    """The ports of a search and of a hold over a case; what is held is taken for the next."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.busy = list(case.busy)
        self.holds: dict[str, Held] = {}

    @property
    def context(self) -> BookingContext:
        ports: Any = self
        return BookingContext(self.case.spa, ports, ports, ports)

    def hold_at(self, start: datetime, key: str = "k") -> Held:
        asked = HoldRequest(key, "chat")
        return place_hold(self.case.request, start, asked, context=self.context, now=self.case.now)  # type: ignore[return-value]

    def read(self, _spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> OccupancySnapshot:
        assert now == self.case.now
        return a_floor(
            begins=begins,
            ends=ends,
            rooms=self.case.rooms,
            technicians=self.case.technicians,
            taken=tuple(
                taken(busy.kind, busy.id, busy.begins, busy.minutes, busy.expired_hold, time_off=busy.time_off)
                for busy in self.busy
                if busy.begins < ends and begins < busy.ends
            ),
        )

    def version(self, _spa_id: str, _version: int) -> PriceBook:
        return self.case.book

    def by_key(self, key: str) -> Held | None:
        return self.holds.get(key)

    def hold(self, draft: Draft, assignments: tuple[Assignment, ...], *, now: datetime) -> Held | None:
        """Keep the first assignment that is free, as the database would."""
        assert now == self.case.now
        for assignment in assignments:
            if not any(self._blocked(allocation, assignment) for allocation in assignment.allocations):
                self.busy = [busy for busy in self.busy if busy.expired_hold not in assignment.expired_holds]
                self.busy += [_busy(allocation) for allocation in assignment.allocations]
                self.holds[draft.idempotency_key] = Held(draft.starts_at, draft.visits(assignment), assignment, draft)
                return self.holds[draft.idempotency_key]
        return None

    def _blocked(self, allocation: Allocation, assignment: Assignment) -> bool:
        """Tell whether another booking has a place; of time off the database's constraint knows nothing."""
        return any(
            (busy.kind, busy.id) == (allocation.kind, allocation.id)
            and busy.begins < allocation.ends
            and allocation.begins < busy.ends
            for busy in self.busy
            if not busy.time_off and (busy.expired_hold is None or busy.expired_hold not in assignment.expired_holds)
        )


def _busy(allocation: Allocation) -> Busy:
    return Busy(
        allocation.kind, allocation.id, allocation.begins, (allocation.ends - allocation.begins) // timedelta(minutes=1)
    )
