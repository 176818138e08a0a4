"""The guests are here: who is late has the whole visit where room and people are free for it, else what is left."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.availability.search import without
from shared_lib.availability.timeline import MINUTE, whole_minute
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import grace_ends
from shared_lib.bookings.ports import Change
from shared_lib.bookings.reallocation import (
    as_sold,
    assignments_own_first,
    load_search_without,
    request_of,
)
from shared_lib.kernel.errors import NotBookable, Refusal, WrongState
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.override import Override, Rule, noted

ARRIVAL = "arrival"
"""The key under which an arrival is answered: a booking has one, until it is moved away from it."""
AHEAD = timedelta(hours=2)
"""How long before a visit its guests may be received: whoever comes earlier comes for something else."""
NOT_ASKED_OF_WHO_IS_HERE = (Rule.NOTICE, Rule.HORIZON)


class CheckedIn(NamedTuple):
    """A booking whose guests came; `minutes_left` of its first treatment, `shifted` if it ends later than agreed."""

    booking: Booking
    minutes_late: int
    minutes_left: int
    shifted: bool
    events: Sequence[Event]


def check_in(
    booking_id: UUID,
    *,
    actor: str,
    context: BookingContext,
    now: datetime,
    override: Override | None = None,
) -> CheckedIn:
    """Note that the guests have come; noting it twice changes nothing more.

    Raise NotBookable where they come hours too soon, or after the grace of their policy, WrongState for what is no paid
    visit.
    """
    seen = context.bookings.get(booking_id)
    later = _later(seen, context, now)

    def receive(change: Change) -> Mapping[str, Any]:
        rules = _check(change.booking, override, now)
        starts_at = change.booking.starts_at
        shifted = later is not None and change.booking.version == seen.version and change.reallocate_to([later])
        change.update(arrived_at=now)
        detail = {"old_start": starts_at.isoformat(), "new_start": change.booking.starts_at.isoformat()}
        if shifted:
            change.transition(EventType.RESCHEDULED, actor=actor, **detail)
        change.record_event(EventType.ARRIVED, actor=actor, **detail, **noted(override, rules))
        left = _first_end(change.booking) - max(now, change.booking.starts_at)
        return {"minutes_late": _minutes_late(starts_at, now), "minutes_left": left // MINUTE, "shifted": shifted}

    def steps(change: Change) -> CheckedIn:
        answer = change.idempotency.run_once(ARRIVAL, lambda: receive(change)) or {}
        return CheckedIn(change.booking, **answer, events=change.events)

    return context.bookings.change(booking_id, steps, now=now)


def _check(booking: Booking, override: Override | None, now: datetime) -> tuple[Rule, ...]:
    if booking.status != Status.CONFIRMED or booking.ends_at <= now:
        raise WrongState(f"the booking is {booking.status}")
    if now < booking.starts_at - AHEAD:
        raise NotBookable(Rejection(RejectionCode.TOO_SOON, earliest=booking.starts_at - AHEAD))
    if now <= grace_ends(booking):
        return ()
    if override is None:
        raise NotBookable(Rejection(RejectionCode.PAST_GRACE, until=grace_ends(booking)))
    return (Rule.GRACE,)


def _later(booking: Booking, context: BookingContext, now: datetime) -> Assignment | None:
    """Return the same rooms and people from now on, None where they are not free for the whole of it."""
    if booking.status != Status.CONFIRMED or now <= booking.starts_at:
        return None
    start = whole_minute(now + MINUTE - timedelta(microseconds=1))
    request = request_of(booking, start)
    try:
        search = as_sold(load_search_without(booking, request, context=context, now=now), booking)
        best, *_ = assignments_own_first(without(search, NOT_ASKED_OF_WHO_IS_HERE), request, booking, start)
    except Refusal:
        return None
    return best if _whose(best) == _whose(booking) else None


def _whose(assigned: Assignment | Booking) -> set[tuple[str, int, int]]:
    return {(allocation.kind, allocation.id, allocation.visit) for allocation in assigned.allocations}


def _first_end(booking: Booking) -> datetime:
    return min(visit.ends_at for visit in booking.visits if visit.starts_at == booking.starts_at)


def _minutes_late(starts_at: datetime, now: datetime) -> int:
    return max(0, -((starts_at - now) // MINUTE))
