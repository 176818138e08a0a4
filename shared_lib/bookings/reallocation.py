"""Assign a booking again, at its own time or at another: as it was sold, under the rules of today."""

import dataclasses
from datetime import datetime, timedelta
from itertools import pairwise

from shared_lib.availability.allocation import Assignment, BookedVisit
from shared_lib.availability.groups import assign
from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.search import SearchContext, load_search
from shared_lib.availability.snapshot import SnapshotWithout
from shared_lib.availability.timeline import MINUTE
from shared_lib.availability.visit import Group, Step
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.lifecycle import OCCUPYING

GENDERS = frozenset({"f", "m", "x"})


def reallocate(booking: Booking, start: datetime, *, context: BookingContext, now: datetime) -> tuple[Assignment, ...]:
    """Return the places for a booking that begins at `start`, its own first.

    Raise SlotTaken, NotBookable with the reason, or NotFound for what the spa no longer has.
    """
    request = request_of(booking, start)
    return assignments_own_first(
        as_sold(load_search_without(booking, request, context=context, now=now), booking), request, booking, start
    )


def load_search_without(
    booking: Booking, request: BookingRequest, *, context: BookingContext, now: datetime
) -> SearchContext:
    """Read the snapshot for a booking that wishes for another time, or for something else."""
    if booking.status in OCCUPYING:
        context = context.reading(SnapshotWithout(context.snapshots, booking.allocations))
    return load_search(request, context=context, now=now)


def assignments_own_first(
    search: SearchContext, request: BookingRequest, booking: Booking, start: datetime
) -> tuple[Assignment, ...]:
    """Return the assignments of a search for a booking's visits, the same rooms and people as now before all others."""
    assignments = search.assignments(start)
    own = assign(search.calendar.over(search.calendar.snapshot.only(booking.allocations)), search.group, start)
    mine = [_for(booking, request, assignment, search, start) for assignment in (*own, *assignments)]
    now_had = {(allocation.kind, allocation.id, allocation.visit) for allocation in booking.allocations}
    return tuple(sorted(mine, key=lambda assignment: -_kept(assignment, now_had)))


def _kept(assignment: Assignment, now_had: set[tuple[str, int, int]]) -> int:
    return sum((allocation.kind, allocation.id, allocation.visit) in now_had for allocation in assignment.allocations)


def _for(
    booking: Booking, request: BookingRequest, assignment: Assignment, search: SearchContext, start: datetime
) -> Assignment:
    """Return an assignment with the booking's own numbers of visits and guests, and with the wishes that stand now."""
    minutes = timedelta(minutes=search.group.steps[0].visit.minutes)
    found = assignment.visits or (BookedVisit(1, 1, start, start + minutes),)
    visits = tuple(
        BookedVisit(visit.number, visit.guest, new.starts_at, new.ends_at, asked.technician or asked.gender)
        for visit, new, asked in zip(booking.visits, found, request.items, strict=True)
    )
    allocations = tuple(dataclasses.replace(p, visit=visits[p.visit - 1].number) for p in assignment.allocations)
    return Assignment(allocations, assignment.expired_holds, visits)


def as_sold(search: SearchContext, booking: Booking) -> SearchContext:
    """Return the search with each visit as long, and as long after the others, as it was sold.

    The price book may have another length for it by now.
    """
    known: list[BookedVisit] = []
    steps = []
    for step, visit in zip(search.group.steps, booking.visits, strict=True):
        before = max((other.ends_at for other in known if other.guest == visit.guest), default=booking.starts_at)
        minutes = (visit.ends_at - visit.starts_at) // MINUTE
        lasting = dataclasses.replace(step.visit, minutes=minutes)
        steps.append(Step(lasting, visit.guest, ((visit.starts_at - before) // MINUTE,)))
        known.append(visit)
    return dataclasses.replace(search, group=Group(tuple(steps)))


def request_of(booking: Booking, start: datetime) -> BookingRequest:
    """Return the request that a booking came from, at another start; guests are counted anew where some have left."""
    guests = {guest: number for number, guest in enumerate(booking.guests, 1)}
    items = [_sold(booking, visit, guests[visit.guest]) for visit in booking.visits]
    return BookingRequest.at(items, start, tier=booking.tier)


def longest_wait(booking: Booking) -> int:
    """Return the most minutes that a guest of a booking waits between two treatments."""
    by_guest = sorted(booking.visits, key=lambda visit: (visit.guest, visit.starts_at))
    waits = [later.starts_at - before.ends_at for before, later in pairwise(by_guest) if before.guest == later.guest]
    return max(waits, default=timedelta()) // MINUTE


def _sold(booking: Booking, visit: BookedVisit, guest: int) -> RequestedItem:
    (treatment, *add_ons), _ = booking.of_visit(visit.number)
    by_gender = visit.wish in GENDERS
    return RequestedItem(
        treatment.item_id,
        guest,
        tuple(line.item_id for line in add_ons),
        technician=None if by_gender else visit.wish,
        gender=visit.wish if by_gender else None,
    )
