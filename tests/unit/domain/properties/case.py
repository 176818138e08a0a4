"""One spa, one moment and one wish, as plain facts: what the engine and the plain checker are both told."""

import dataclasses
from datetime import date, datetime, timedelta
from uuid import UUID

from shared_lib.domain.availability.floor import Floor
from shared_lib.domain.availability.offers import Offer
from shared_lib.domain.booking import BookedVisit, Place
from shared_lib.domain.hold import Draft, Seating
from shared_lib.domain.price_book import PriceBook
from shared_lib.domain.spa import Room, Spa, Technician
from shared_lib.usecases.find_times import Found, Sought, Wish, find_times, seek
from shared_lib.usecases.hold_place import Asked, hold_place
from tests.floors import a_floor, taken


@dataclasses.dataclass(frozen=True)
class Busy:
    """A room or technician that is not free; a hold that has ended gives way."""

    kind: str
    id: int
    begins: datetime
    minutes: int
    ended_hold: UUID | None = None

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
    wish: Wish
    day: date

    def but(self, **changes: object) -> "Case":
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]

    def found(self) -> Found:
        house = PaperHouse(self)
        return find_times(self.wish, spa=self.spa, floors=house, books=house, now=self.now)  # type: ignore[arg-type]

    def offers(self) -> tuple[Offer, ...]:
        return self.sought().offers(self.wish)

    def sought(self) -> Sought:
        house = PaperHouse(self)
        return seek(self.wish, spa=self.spa, floors=house, books=house, now=self.now)  # type: ignore[arg-type]


@dataclasses.dataclass(frozen=True)
class Held:
    """What a hold took."""

    starts_at: datetime
    visits: tuple[BookedVisit, ...]
    seating: Seating
    draft: Draft


class PaperHouse:
    """The ports of a search and of a hold over a case; what is held is taken for the next."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.busy = list(case.busy)
        self.holds: dict[str, Held] = {}

    def hold_at(self, start: datetime, key: str = "k") -> Held:
        ports = {"spa": self.case.spa, "bookings": self, "floors": self, "books": self, "now": self.case.now}
        return hold_place(self.case.wish, start, Asked(key, "chat"), **ports)  # type: ignore[arg-type, return-value]

    def read(self, _spa_id: str, begins: datetime, ends: datetime, *, now: datetime) -> Floor:
        assert now == self.case.now
        return a_floor(
            begins=begins,
            ends=ends,
            rooms=self.case.rooms,
            technicians=self.case.technicians,
            taken=tuple(
                taken(busy.kind, busy.id, busy.begins, busy.minutes, busy.ended_hold)
                for busy in self.busy
                if busy.begins < ends and begins < busy.ends
            ),
        )

    def version(self, _spa_id: str, _version: int) -> PriceBook:
        return self.case.book

    def by_key(self, key: str) -> Held | None:
        return self.holds.get(key)

    def hold(self, draft: Draft, seatings: tuple[Seating, ...], *, now: datetime) -> Held | None:
        """Keep the first seating that is free, as the database would."""
        assert now == self.case.now
        for seating in seatings:
            if not any(self._blocked(place, seating) for place in seating.places):
                self.busy = [busy for busy in self.busy if busy.ended_hold not in seating.ended_holds]
                self.busy += [_busy(place) for place in seating.places]
                self.holds[draft.idempotency_key] = Held(draft.starts_at, draft.visits(seating), seating, draft)
                return self.holds[draft.idempotency_key]
        return None

    def _blocked(self, place: Place, seating: Seating) -> bool:
        return any(
            (busy.kind, busy.id) == (place.kind, place.id) and busy.begins < place.ends and place.begins < busy.ends
            for busy in self.busy
            if busy.ended_hold is None or busy.ended_hold not in seating.ended_holds
        )


def _busy(place: Place) -> Busy:
    return Busy(place.kind, place.id, place.begins, (place.ends - place.begins) // timedelta(minutes=1))
