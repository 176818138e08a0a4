"""Find times for a visit, or the reason why there are none: one read of the database, then pure rules."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.domain.availability.diary import Diary
from shared_lib.domain.availability.explain import explain
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.offers import APART, Offer, Window, offers
from shared_lib.domain.availability.reasons import Reason
from shared_lib.domain.availability.timeline import MINUTE, whole_minute
from shared_lib.domain.availability.visit import Visit
from shared_lib.domain.errors import NotFound
from shared_lib.domain.price_book import NON_MEMBER, AddOn, PriceBook, Treatment
from shared_lib.domain.spa import Spa, Technician
from shared_lib.ports.floors import Floors
from shared_lib.ports.price_books import PriceBooks

TAIL = timedelta(hours=8)
"""How far past the last start the floor is read: longer than any visit with its turnaround."""
FARTHEST = timedelta(days=400)


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What a guest would like; `windows` say when it may begin, `wanted` is the instant nearest to their heart."""

    treatment_id: str
    windows: tuple[Window, ...]
    wanted: datetime | None = None
    add_on_ids: tuple[str, ...] = ()
    technician: str | None = None
    gender: str | None = None
    tier: str = NON_MEMBER
    limit: int = 3
    apart: timedelta = APART

    @classmethod
    def at(cls, treatment_id: str, start: datetime, **rest: object) -> "Wish":
        """Return the wish for the one minute in which an instant lies."""
        start = whole_minute(start)
        return cls(treatment_id, ((start, start + MINUTE),), start, **rest)  # type: ignore[arg-type]


@dataclasses.dataclass(frozen=True, slots=True)
class Sought:
    """A wish with everything that was read for it."""

    book: PriceBook
    treatment: Treatment
    add_ons: tuple[AddOn, ...]
    visit: Visit
    diary: Diary
    limits: Limits

    def offers(self, wish: Wish) -> tuple[Offer, ...]:
        """Return the times that can be held right now."""
        return offers(
            self.diary, self.visit, self.limits, wish.windows, wanted=wish.wanted, limit=wish.limit, apart=wish.apart
        )

    def why_not(self, windows: Sequence[Window]) -> Reason | None:
        """Return why none of the windows has a time; None if one has."""
        reasons = [explain(self.diary, self.visit, window, self.limits) for window in windows]
        return None if None in reasons else reasons[0]


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """Times for a wish, and why the wanted instant, or else the whole wish, could not be met."""

    offers: tuple[Offer, ...]
    reason: Reason | None
    book: PriceBook
    treatment: Treatment


def find_times(wish: Wish, *, spa: Spa, floors: Floors, books: PriceBooks, now: datetime) -> Found:
    """Return what can be held for a wish; raise NotFound for a treatment or technician that the spa does not have."""
    sought = seek(wish, spa=spa, floors=floors, books=books, now=now)
    exact = Wish.at(wish.treatment_id, wish.wanted).windows if wish.wanted else wish.windows
    return Found(sought.offers(wish), sought.why_not(exact), sought.book, sought.treatment)


def seek(wish: Wish, *, spa: Spa, floors: Floors, books: PriceBooks, now: datetime) -> Sought:
    """Read the floor for a wish and lay the rules over it."""
    farthest = now + FARTHEST
    begins = min(max(min(begin for begin, _ in wish.windows), now), farthest)
    ends = max(begins, min(max(end for _, end in wish.windows), farthest)) + TAIL
    floor = floors.read(spa.id, begins, ends, now=now)
    book = books.version(spa.id, floor.book_version)
    treatment = book.treatment(wish.treatment_id)
    add_ons = tuple(book.add_on(add_on) for add_on in wish.add_on_ids)
    technician = _technician(floor.technicians, wish.technician)
    visit = Visit.of(treatment, add_ons, technician=technician, gender=wish.gender)
    diary = Diary(floor, hours=book.hours, spa=spa)
    return Sought(book, treatment, add_ons, visit, diary, Limits.of(book, wish.tier, spa=spa, now=now))


def _technician(technicians: tuple[Technician, ...], name: str | None) -> int | None:
    if name is None:
        return None
    for technician in technicians:
        if technician.name.lower() == name.lower():
            return technician.id
    raise NotFound("no such technician")
