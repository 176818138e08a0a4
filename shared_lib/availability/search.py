"""Find times for a visit, or the reason why there are none: one read of the database, then pure rules.

On the word of staff a request finds places though a rule of the house forbids it; as few as it takes are set aside.
"""

import dataclasses
import itertools
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.explain import NEVER, explain, with_alternatives
from shared_lib.availability.groups import assign
from shared_lib.availability.ports import SnapshotReader
from shared_lib.availability.rejections import BookingWindow, Rejection, RejectionCode
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.slots import Slot, offered_starts, slots
from shared_lib.availability.snapshot import OccupancySnapshot
from shared_lib.availability.timeline import MINUTE, Window, whole_minute
from shared_lib.availability.visit import WAIT_STEP, Group, Step, Visit
from shared_lib.kernel.errors import NotBookable, NotFound, SlotTaken
from shared_lib.kernel.hours import DAY, WeeklyHours
from shared_lib.kernel.override import Override, Rule
from shared_lib.kernel.spa import Spa, Technician
from shared_lib.pricing.ports import PriceBooks
from shared_lib.pricing.price_book import AddOn, PriceBook, Treatment

FARTHEST = timedelta(days=400)
HELP_AHEAD = timedelta(days=14)
"""How far past a request that can't be met something is looked for that can."""
LOST_IN_A_RACE = frozenset({RejectionCode.TAKEN, RejectionCode.BUSY, RejectionCode.NOT_TOGETHER})
"""Reasons that somebody else gave: a moment ago it may have been free."""
OF_TIME = (Rule.NOTICE, Rule.HORIZON, Rule.HOURS, Rule.SHIFTS)
"""What says when a visit may be; who is taken, who can do what, and the past stand firm."""
ALWAYS = WeeklyHours(dict.fromkeys(range(7), ((0, DAY),)))


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

    def may_begin(self, window: Window) -> bool:
        """Return whether a time within a window may be offered, without looking for its places."""
        return bool(offered_starts(self.calendar, self.group, self.booking_window, [window]))

    def assignments(self, start: datetime) -> tuple[Assignment, ...]:
        """Return its assignments at an instant, best first; raise SlotTaken, or NotBookable with the reason."""
        rejection = self.rejection_for([(start, start + MINUTE)])
        if rejection is None:
            return assign(self.calendar, self.group, start)
        raise SlotTaken(str(rejection)) if rejection.code in LOST_IN_A_RACE else NotBookable(rejection)

    def rejection_for(self, windows: Sequence[Window]) -> Rejection | None:
        """Return why none of the windows has a time; None if one has."""
        reasons = [explain(self.calendar, self.group, window, self.booking_window) for window in windows]
        return None if None in reasons else reasons[0]


class RelaxedSearch(NamedTuple):
    """A search under the rules that remain, and those that were set aside for it."""

    search: SearchContext
    relaxed_rules: tuple[Rule, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class SearchResult:
    """Times for a request, and why the wanted instant, or else the whole wish, could not be met."""

    slots: tuple[Slot, ...]
    rejection: Rejection | None
    book: PriceBook
    treatment: Treatment


Choose = Callable[[SearchContext, BookingRequest], tuple[Slot, ...]]


@dataclasses.dataclass(frozen=True, slots=True)
class AvailabilityContext:
    """What it takes to search: the spa, what is taken in it, and what it sells."""

    spa: Spa
    snapshots: SnapshotReader
    books: PriceBooks


def find_times(
    request: BookingRequest,
    *,
    context: AvailabilityContext,
    now: datetime,
    help_ahead: timedelta = HELP_AHEAD,
    choose: Choose = SearchContext.slots,
) -> SearchResult:
    """Return what can be held for a request; raise NotFound for a treatment or technician that the spa does not have.

    `choose` says which of the free times. Where none is, what would help is looked for so far ahead, or as far as the
    snapshot that was read reaches.
    """
    begins, ends = _span(request, now)
    snapshot = context.snapshots.read(context.spa.id, begins, ends + help_ahead, now=now)
    search = search_in(request, snapshot.between(begins, ends), context, now)
    exact = BookingRequest.at(request.items, request.wanted).windows if request.wanted else request.windows
    rejection = search.rejection_for(exact)
    if rejection is not None and rejection.code not in NEVER:
        wider = search_in(request, snapshot, context, now)
        rejection = with_alternatives(rejection, wider.calendar, wider.group, exact[0], wider.booking_window)
    return SearchResult(choose(search, request), rejection, search.book, search.ordered[0][0])


def load_search(request: BookingRequest, *, context: AvailabilityContext, now: datetime) -> SearchContext:
    """Read a snapshot for a request and apply the rules; raise BadInput, NotFound, or NotBookable for too many."""
    snapshot = context.snapshots.read(context.spa.id, *_span(request, now), now=now)
    return search_in(request, snapshot, context, now)


def search_in(
    request: BookingRequest, snapshot: OccupancySnapshot, context: AvailabilityContext, now: datetime
) -> SearchContext:
    """Return a request under the rules of a snapshot's versions; raise NotFound for what the spa does not have."""
    spa = context.spa
    book = context.books.version(spa.id, snapshot.book_version)
    ordered = tuple((book.treatment(i.treatment_id), book.requested_add_ons(i.add_on_ids)) for i in request.items)
    group = _group(request, ordered, snapshot.technicians)
    calendar = AvailabilityCalendar(snapshot, hours=book.hours, spa=spa)
    return SearchContext(book, ordered, group, calendar, BookingWindow.of(book, request.tier, spa=spa, now=now))


def relax_rules(search: SearchContext, start: datetime, override: Override | None) -> RelaxedSearch:
    """Set aside the fewest rules under which it can begin at `start`; none without an override, or where none helps."""
    if override is None:
        return RelaxedSearch(search)
    for rules in _fewest_first():
        relaxed = without(search, rules)
        if relaxed.rejection_for([(start, start + MINUTE)]) is None:
            return RelaxedSearch(relaxed, rules)
    return RelaxedSearch(without(search, OF_TIME))


def without(search: SearchContext, rules: tuple[Rule, ...]) -> SearchContext:
    """Return the same search with rules of time set aside."""
    calendar, booking_window = _relaxed_calendar(search.calendar, rules), _relaxed_window(search.booking_window, rules)
    return dataclasses.replace(search, calendar=calendar, booking_window=booking_window)


def _span(request: BookingRequest, now: datetime) -> Window:
    """Return how much of the spa's time has to be seen for a request; raise BadInput, or NotBookable for too many."""
    request.check()
    farthest = now + FARTHEST
    begins = min(max(min(begin for begin, _ in request.windows), now), farthest)
    return begins, max(begins, min(max(end for _, end in request.windows), farthest)) + request.tail


def _group(
    request: BookingRequest, ordered: Sequence[tuple[Treatment, tuple[AddOn, ...]]], technicians: tuple[Technician, ...]
) -> Group:
    """Return what a request needs of the house: the first treatment of each guest begins with the group."""
    steps: list[Step] = []
    waits = tuple(range(0, request.longest_wait + 1, WAIT_STEP))
    for asked, (treatment, add_ons) in zip(request.items, ordered, strict=True):
        who = _technician(technicians, asked.technician)
        beside = tuple(number for name in asked.beside if (number := _technician(technicians, name)) is not None)
        without = tuple(number for name in asked.without if (number := _technician(technicians, name)) is not None)
        visit = Visit.of(treatment, add_ons, technician=who, gender=asked.gender, beside=beside, without=without)
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


def _fewest_first() -> Iterator[tuple[Rule, ...]]:
    for count in range(len(OF_TIME) + 1):
        yield from itertools.combinations(OF_TIME, count)


def _relaxed_window(booking_window: BookingWindow, rules: tuple[Rule, ...]) -> BookingWindow:
    if Rule.NOTICE in rules:
        booking_window = dataclasses.replace(
            booking_window, earliest=whole_minute(booking_window.now + MINUTE - timedelta(microseconds=1))
        )
    if Rule.HORIZON in rules:
        booking_window = dataclasses.replace(booking_window, horizon=booking_window.now + FARTHEST)
    return booking_window


def _relaxed_calendar(calendar: AvailabilityCalendar, rules: tuple[Rule, ...]) -> AvailabilityCalendar:
    snapshot, hours = calendar.snapshot, None
    if Rule.HOURS in rules:
        hours = dict.fromkeys((room.area for room in snapshot.rooms), ALWAYS)
    if Rule.SHIFTS in rules:
        people = tuple(dataclasses.replace(technician, shifts=ALWAYS) for technician in snapshot.technicians)
        snapshot = dataclasses.replace(snapshot, technicians=people)
    return calendar.over(snapshot, hours=hours) if rules else calendar
