"""Find times for a visit, or the reason why there are none: one read of the database, then pure rules."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.domain.availability.diary import Diary
from shared_lib.domain.availability.explain import explain
from shared_lib.domain.availability.floor import Floor
from shared_lib.domain.availability.groups import MOST_GUESTS, MOST_VISITS, WAIT_STEP, Group, Step, seat
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.offers import APART, Offer, Window, offers
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.availability.remedies import NEVER, with_help
from shared_lib.domain.availability.timeline import MINUTE, whole_minute
from shared_lib.domain.availability.visit import Visit
from shared_lib.domain.errors import BadInput, NotBookable, NotFound, SlotTaken
from shared_lib.domain.hold import Seating
from shared_lib.domain.price_book import NON_MEMBER, AddOn, PriceBook, Treatment
from shared_lib.domain.spa import Spa, Technician
from shared_lib.ports.floors import Floors
from shared_lib.ports.price_books import PriceBooks

TAIL = timedelta(hours=8)
"""How far past the last start the floor is read for each visit of a guest: longer than any with its turnaround."""
FARTHEST = timedelta(days=400)
HELP_AHEAD = timedelta(days=14)
"""How far past a wish that can't be met something is looked for that can."""
LONGEST_WAIT = 240
"""The most minutes that anybody waits between two treatments."""
GONE_IN_A_RACE = frozenset({Why.TAKEN, Why.BUSY, Why.NOT_TOGETHER})
"""Reasons that somebody else gave: a moment ago it may have been free."""


@dataclasses.dataclass(frozen=True, slots=True)
class Also:
    """One more treatment in the same booking: for a further guest, or for one who has another treatment before it."""

    treatment_id: str
    guest: int = 1
    add_on_ids: tuple[str, ...] = ()
    technician: str | None = None
    gender: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What a guest would like; `windows` say when it may begin, `wanted` is the instant nearest to their heart.

    `also` follows or goes beside the treatment, with at most `longest_wait` minutes between two of one guest.
    """

    treatment_id: str
    windows: tuple[Window, ...]
    wanted: datetime | None = None
    add_on_ids: tuple[str, ...] = ()
    technician: str | None = None
    gender: str | None = None
    tier: str = NON_MEMBER
    limit: int = 3
    apart: timedelta = APART
    also: tuple[Also, ...] = ()
    longest_wait: int = 0

    @classmethod
    def at(cls, treatment_id: str, start: datetime, **rest: object) -> "Wish":
        """Return the wish for the one minute in which an instant lies."""
        start = whole_minute(start)
        return cls(treatment_id, ((start, start + MINUTE),), start, **rest)  # type: ignore[arg-type]

    @property
    def visits(self) -> tuple[Also, ...]:
        """Return everything that is wished for, the first treatment too."""
        first = Also(self.treatment_id, 1, self.add_on_ids, self.technician, self.gender)
        return (first, *self.also)

    @property
    def tail(self) -> timedelta:
        """Return how far past the last start the floor is read: the last of several visits begins hours later."""
        return TAIL * max(Counter(visit.guest for visit in self.visits).values())

    def for_guests(self, guests: int) -> "Wish":
        """Return the wish for so many guests who have the same, side by side; raise NotBookable or BadInput."""
        if guests < 1:
            raise BadInput("party", "must be at least 1")
        if guests > MOST_GUESTS:
            raise NotBookable(Reason(Why.PARTY_TOO_LARGE, most=MOST_GUESTS))
        one = self.visits
        others = [dataclasses.replace(visit, guest=guest) for guest in range(2, guests + 1) for visit in one]
        return dataclasses.replace(self, also=(*self.also, *others))


@dataclasses.dataclass(frozen=True, slots=True)
class Sought:
    """A wish with everything that was read for it."""

    book: PriceBook
    ordered: tuple[tuple[Treatment, tuple[AddOn, ...]], ...]
    group: Group
    diary: Diary
    limits: Limits

    def offers(self, wish: Wish) -> tuple[Offer, ...]:
        """Return the times that can be held right now."""
        return offers(
            self.diary, self.group, self.limits, wish.windows, wanted=wish.wanted, limit=wish.limit, apart=wish.apart
        )

    def seatings(self, start: datetime) -> tuple[Seating, ...]:
        """Return the ways to seat it at an instant, best first; raise SlotTaken, or NotBookable with the reason."""
        reason = self.why_not([(start, start + MINUTE)])
        if reason is None:
            return seat(self.diary, self.group, start)
        raise SlotTaken(str(reason)) if reason.why in GONE_IN_A_RACE else NotBookable(reason)

    def why_not(self, windows: Sequence[Window]) -> Reason | None:
        """Return why none of the windows has a time; None if one has."""
        reasons = [explain(self.diary, self.group, window, self.limits) for window in windows]
        return None if None in reasons else reasons[0]


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """Times for a wish, and why the wanted instant, or else the whole wish, could not be met."""

    offers: tuple[Offer, ...]
    reason: Reason | None
    book: PriceBook
    treatment: Treatment


def find_times(
    wish: Wish,
    *,
    spa: Spa,
    floors: Floors,
    books: PriceBooks,
    now: datetime,
    help_ahead: timedelta = HELP_AHEAD,
) -> Found:
    """Return what can be held for a wish; raise NotFound for a treatment or technician that the spa does not have.

    Where it can't be met, what would help is looked for so far ahead, or as far as the floor that was read reaches.
    """
    asked = Search(spa, floors, books, now)
    begins, ends = asked.span(wish)
    floor = floors.read(spa.id, begins, ends + help_ahead, now=now)
    sought = asked.over(floor.between(begins, ends), wish)
    exact = Wish.at(wish.treatment_id, wish.wanted).windows if wish.wanted else wish.windows
    reason = sought.why_not(exact)
    if reason is not None and reason.why not in NEVER:
        wider = asked.over(floor, wish)
        reason = with_help(reason, wider.diary, wider.group, exact[0], wider.limits)
    return Found(sought.offers(wish), reason, sought.book, sought.ordered[0][0])


def seek(wish: Wish, *, spa: Spa, floors: Floors, books: PriceBooks, now: datetime) -> Sought:
    """Read the floor for a wish and lay the rules over it; raise BadInput, NotFound, or NotBookable for too many."""
    asked = Search(spa, floors, books, now)
    return asked.over(floors.read(spa.id, *asked.span(wish), now=now), wish)


class Search(NamedTuple):
    """Where, when, and under which price book something is looked for."""

    spa: Spa
    floors: Floors
    books: PriceBooks
    now: datetime

    def span(self, wish: Wish) -> Window:
        """Return how much of the house has to be seen for a wish; raise BadInput, or NotBookable for too many."""
        _check(wish)
        farthest = self.now + FARTHEST
        begins = min(max(min(begin for begin, _ in wish.windows), self.now), farthest)
        return begins, max(begins, min(max(end for _, end in wish.windows), farthest)) + wish.tail

    def over(self, floor: Floor, wish: Wish) -> Sought:
        """Lay the rules over a floor; raise NotFound for what the spa does not have."""
        book = self.books.version(self.spa.id, floor.book_version)
        ordered = tuple((book.treatment(v.treatment_id), book.wished_add_ons(v.add_on_ids)) for v in wish.visits)
        group = _group(wish, ordered, floor.technicians)
        diary = Diary(floor, hours=book.hours, spa=self.spa)
        return Sought(book, ordered, group, diary, Limits.of(book, wish.tier, spa=self.spa, now=self.now))


def _check(wish: Wish) -> None:
    """Refuse what no rule could make sense of."""
    if not wish.windows or any(instant.tzinfo is None for window in wish.windows for instant in window):
        raise BadInput("windows", "must be instants with a zone")
    if not 0 <= wish.longest_wait <= LONGEST_WAIT:
        raise BadInput("longest_wait", f"must be 0 to {LONGEST_WAIT} minutes")
    guests = {visit.guest for visit in wish.visits}
    if guests != set(range(1, len(guests) + 1)):
        raise BadInput("guest", "must be counted from 1")
    if len(guests) > MOST_GUESTS or len(wish.visits) > MOST_VISITS:
        raise NotBookable(Reason(Why.PARTY_TOO_LARGE, most=MOST_GUESTS))


def _group(
    wish: Wish, ordered: Sequence[tuple[Treatment, tuple[AddOn, ...]]], technicians: tuple[Technician, ...]
) -> Group:
    """Return what a wish needs of the house: the first treatment of each guest begins with the group."""
    steps: list[Step] = []
    waits = tuple(range(0, wish.longest_wait + 1, WAIT_STEP))
    for asked, (treatment, add_ons) in zip(wish.visits, ordered, strict=True):
        who = _technician(technicians, asked.technician)
        visit = Visit.of(treatment, add_ons, technician=who, gender=asked.gender)
        follows = any(step.guest == asked.guest for step in steps)
        steps.append(Step(visit, asked.guest, waits if follows else (0,)))
    return Group(tuple(steps))


def _technician(technicians: tuple[Technician, ...], name: str | None) -> int | None:
    if name is None:
        return None
    for technician in technicians:
        if technician.name.lower() == name.lower():
            return technician.id
    raise NotFound("no such technician")
