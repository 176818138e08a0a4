"""Find times for a visit, or the reason why there are none: one read of the database, then pure rules."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.explain import NEVER, explain, with_alternatives
from shared_lib.availability.groups import MOST_GUESTS, MOST_VISITS, WAIT_STEP, Group, Step, seat
from shared_lib.availability.ports import SnapshotReader
from shared_lib.availability.rejections import BookingWindow, Rejection, RejectionCode
from shared_lib.availability.slots import APART, Slot, slots
from shared_lib.availability.snapshot import OccupancySnapshot
from shared_lib.availability.timeline import MINUTE, Window, whole_minute
from shared_lib.availability.visit import Visit
from shared_lib.kernel.errors import BadInput, NotBookable, NotFound, SlotTaken
from shared_lib.kernel.spa import Spa, Technician
from shared_lib.pricing.ports import PriceBooks
from shared_lib.pricing.price_book import NON_MEMBER, AddOn, PriceBook, Treatment

TAIL = timedelta(hours=8)
"""How far past the last start the snapshot is read for each visit of a guest: longer than any with its turnaround."""
FARTHEST = timedelta(days=400)
HELP_AHEAD = timedelta(days=14)
"""How far past a request that can't be met something is looked for that can."""
LONGEST_WAIT = 240
"""The most minutes that anybody waits between two treatments."""
LOST_IN_A_RACE = frozenset({RejectionCode.TAKEN, RejectionCode.BUSY, RejectionCode.NOT_TOGETHER})
"""Reasons that somebody else gave: a moment ago it may have been free."""


@dataclasses.dataclass(frozen=True, slots=True)
class RequestedItem:
    """One more treatment in the same booking: for a further guest, or for one who has another treatment before it."""

    treatment_id: str
    guest: int = 1
    add_on_ids: tuple[str, ...] = ()
    technician: str | None = None
    gender: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class BookingRequest:
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
    also: tuple[RequestedItem, ...] = ()
    longest_wait: int = 0

    @classmethod
    def at(cls, treatment_id: str, start: datetime, **rest: object) -> "BookingRequest":
        """Return the request for the one minute in which an instant lies."""
        start = whole_minute(start)
        return cls(treatment_id, ((start, start + MINUTE),), start, **rest)  # type: ignore[arg-type]

    @property
    def visits(self) -> tuple[RequestedItem, ...]:
        """Return everything that is wished for, the first treatment too."""
        first = RequestedItem(self.treatment_id, 1, self.add_on_ids, self.technician, self.gender)
        return (first, *self.also)

    @property
    def tail(self) -> timedelta:
        """Return how far past the last start the snapshot is read: the last of several visits begins hours later."""
        return TAIL * max(Counter(visit.guest for visit in self.visits).values())

    def for_guests(self, guests: int) -> "BookingRequest":
        """Return the request for so many guests who have the same, side by side; raise NotBookable or BadInput."""
        if guests < 1:
            raise BadInput("party", "must be at least 1")
        if guests > MOST_GUESTS:
            raise NotBookable(Rejection(RejectionCode.PARTY_TOO_LARGE, most=MOST_GUESTS))
        one = self.visits
        others = [dataclasses.replace(visit, guest=guest) for guest in range(2, guests + 1) for visit in one]
        return dataclasses.replace(self, also=(*self.also, *others))


@dataclasses.dataclass(frozen=True, slots=True)
class SearchContext:
    """A request with everything that was read for it."""

    book: PriceBook
    ordered: tuple[tuple[Treatment, tuple[AddOn, ...]], ...]
    group: Group
    calendar: AvailabilityCalendar
    booking_window: BookingWindow

    def slots(self, request: BookingRequest) -> tuple[Slot, ...]:
        """Return the times that can be held right now."""
        return slots(
            self.calendar,
            self.group,
            self.booking_window,
            request.windows,
            wanted=request.wanted,
            limit=request.limit,
            apart=request.apart,
        )

    def assignments(self, start: datetime) -> tuple[Assignment, ...]:
        """Return the ways to seat it at an instant, best first; raise SlotTaken, or NotBookable with the reason."""
        rejection = self.rejection_for([(start, start + MINUTE)])
        if rejection is None:
            return seat(self.calendar, self.group, start)
        raise SlotTaken(str(rejection)) if rejection.code in LOST_IN_A_RACE else NotBookable(rejection)

    def rejection_for(self, windows: Sequence[Window]) -> Rejection | None:
        """Return why none of the windows has a time; None if one has."""
        reasons = [explain(self.calendar, self.group, window, self.booking_window) for window in windows]
        return None if None in reasons else reasons[0]


@dataclasses.dataclass(frozen=True, slots=True)
class SearchResult:
    """Times for a request, and why the wanted instant, or else the whole wish, could not be met."""

    slots: tuple[Slot, ...]
    rejection: Rejection | None
    book: PriceBook
    treatment: Treatment


def find_times(
    request: BookingRequest,
    *,
    spa: Spa,
    snapshots: SnapshotReader,
    books: PriceBooks,
    now: datetime,
    help_ahead: timedelta = HELP_AHEAD,
) -> SearchResult:
    """Return what can be held for a request; raise NotFound for a treatment or technician that the spa does not have.

    Where it can't be met, what would help is looked for so far ahead, or as far as the snapshot that was read reaches.
    """
    asked = Search(spa, snapshots, books, now)
    begins, ends = asked.span(request)
    snapshot = snapshots.read(spa.id, begins, ends + help_ahead, now=now)
    search = asked.over(snapshot.between(begins, ends), request)
    exact = BookingRequest.at(request.treatment_id, request.wanted).windows if request.wanted else request.windows
    rejection = search.rejection_for(exact)
    if rejection is not None and rejection.code not in NEVER:
        wider = asked.over(snapshot, request)
        rejection = with_alternatives(rejection, wider.calendar, wider.group, exact[0], wider.booking_window)
    return SearchResult(search.slots(request), rejection, search.book, search.ordered[0][0])


def load_search(
    request: BookingRequest, *, spa: Spa, snapshots: SnapshotReader, books: PriceBooks, now: datetime
) -> SearchContext:
    """Read a snapshot for a request and apply the rules; raise BadInput, NotFound, or NotBookable for too many."""
    asked = Search(spa, snapshots, books, now)
    return asked.over(snapshots.read(spa.id, *asked.span(request), now=now), request)


class Search(NamedTuple):
    """Where, when, and under which price book something is looked for."""

    spa: Spa
    snapshots: SnapshotReader
    books: PriceBooks
    now: datetime

    def span(self, request: BookingRequest) -> Window:
        """Return how much of the house has to be seen for a request; raise BadInput, or NotBookable for too many."""
        _check(request)
        farthest = self.now + FARTHEST
        begins = min(max(min(begin for begin, _ in request.windows), self.now), farthest)
        return begins, max(begins, min(max(end for _, end in request.windows), farthest)) + request.tail

    def over(self, snapshot: OccupancySnapshot, request: BookingRequest) -> SearchContext:
        """Lay the rules over a snapshot; raise NotFound for what the spa does not have."""
        book = self.books.version(self.spa.id, snapshot.book_version)
        ordered = tuple((book.treatment(v.treatment_id), book.wished_add_ons(v.add_on_ids)) for v in request.visits)
        group = _group(request, ordered, snapshot.technicians)
        calendar = AvailabilityCalendar(snapshot, hours=book.hours, spa=self.spa)
        return SearchContext(
            book, ordered, group, calendar, BookingWindow.of(book, request.tier, spa=self.spa, now=self.now)
        )


def _check(request: BookingRequest) -> None:
    """Refuse what no rule could make sense of."""
    if not request.windows or any(instant.tzinfo is None for window in request.windows for instant in window):
        raise BadInput("windows", "must be instants with a zone")
    if not 0 <= request.longest_wait <= LONGEST_WAIT:
        raise BadInput("longest_wait", f"must be 0 to {LONGEST_WAIT} minutes")
    guests = {visit.guest for visit in request.visits}
    if guests != set(range(1, len(guests) + 1)):
        raise BadInput("guest", "must be counted from 1")
    if len(guests) > MOST_GUESTS or len(request.visits) > MOST_VISITS:
        raise NotBookable(Rejection(RejectionCode.PARTY_TOO_LARGE, most=MOST_GUESTS))


def _group(
    request: BookingRequest, ordered: Sequence[tuple[Treatment, tuple[AddOn, ...]]], technicians: tuple[Technician, ...]
) -> Group:
    """Return what a request needs of the house: the first treatment of each guest begins with the group."""
    steps: list[Step] = []
    waits = tuple(range(0, request.longest_wait + 1, WAIT_STEP))
    for asked, (treatment, add_ons) in zip(request.visits, ordered, strict=True):
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
