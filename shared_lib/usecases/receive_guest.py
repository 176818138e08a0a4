"""The guests are here: who is late has the whole visit where room and people are free for it, else what is left."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.availability.timeline import MINUTE, whole_minute
from shared_lib.domain.booking import Booking, Status
from shared_lib.domain.errors import NotBookable, Refusal, WrongState
from shared_lib.domain.events import Event, EventType
from shared_lib.domain.hold import Seating
from shared_lib.domain.override import Override, Rule, noted
from shared_lib.domain.policy import grace_ends
from shared_lib.ports.bookings import Bookings, Change
from shared_lib.usecases.seat_again import House, as_sold, seatings_again, seek_again, wish_of
from shared_lib.usecases.set_aside import without

ARRIVAL = "arrival"
"""The key under which an arrival is answered: a booking has one, until it is moved away from it."""
AHEAD = timedelta(hours=2)
"""How long before a visit its guests may be received: whoever comes earlier comes for something else."""
NOT_ASKED_OF_WHO_IS_HERE = (Rule.NOTICE, Rule.HORIZON)


class Received(NamedTuple):
    """A booking whose guests came; `minutes_left` of its first treatment, `shifted` if it ends later than agreed."""

    booking: Booking
    minutes_late: int
    minutes_left: int
    shifted: bool
    events: Sequence[Event]


def receive_guest(
    booking_id: UUID,
    *,
    actor: str,
    bookings: Bookings,
    house: House,
    now: datetime,
    override: Override | None = None,
) -> Received:
    """Note that the guests have come; noting it twice changes nothing more.

    Raise NotBookable where they come hours too soon, or after the grace of their policy, WrongState for what is no paid
    visit.
    """
    seen = bookings.get(booking_id)
    later = _later(seen, house, now)

    def receive(change: Change) -> Mapping[str, Any]:
        rules = _check(change.booking, override, now)
        starts_at = change.booking.starts_at
        shifted = later is not None and change.booking.version == seen.version and change.retake([later])
        change.amend(arrived_at=now)
        told = {"old_start": starts_at.isoformat(), "new_start": change.booking.starts_at.isoformat()}
        if shifted:
            change.to(Status.CONFIRMED, EventType.RESCHEDULED, actor=actor, **told)
        change.tell(EventType.ARRIVED, actor=actor, **told, **noted(override, rules))
        left = _first_end(change.booking) - max(now, change.booking.starts_at)
        return {"minutes_late": _minutes_late(starts_at, now), "minutes_left": left // MINUTE, "shifted": shifted}

    def steps(change: Change) -> Received:
        answer = change.once(ARRIVAL, lambda: receive(change)) or {}
        return Received(change.booking, **answer, events=change.told)

    return bookings.change(booking_id, steps, now=now)


def _check(booking: Booking, override: Override | None, now: datetime) -> tuple[Rule, ...]:
    if booking.status != Status.CONFIRMED or booking.ends_at <= now:
        raise WrongState(f"the booking is {booking.status}")
    if now < booking.starts_at - AHEAD:
        raise NotBookable(Reason(Why.TOO_SOON, earliest=booking.starts_at - AHEAD))
    if now <= grace_ends(booking):
        return ()
    if override is None:
        raise NotBookable(Reason(Why.PAST_GRACE, until=grace_ends(booking)))
    return (Rule.GRACE,)


def _later(booking: Booking, house: House, now: datetime) -> Seating | None:
    """Return the same rooms and people from now on, None where they are not free for the whole of it."""
    if booking.status != Status.CONFIRMED or now <= booking.starts_at:
        return None
    start = whole_minute(now + MINUTE - timedelta(microseconds=1))
    wish = wish_of(booking, start)
    try:
        sought = as_sold(seek_again(booking, wish, house=house, now=now), booking)
        best, *_ = seatings_again(without(sought, NOT_ASKED_OF_WHO_IS_HERE), wish, booking, start)
    except Refusal:
        return None
    return best if _whose(best) == _whose(booking) else None


def _whose(seated: Seating | Booking) -> set[tuple[str, int, int]]:
    return {(place.kind, place.id, place.visit) for place in seated.places}


def _first_end(booking: Booking) -> datetime:
    return min(visit.ends_at for visit in booking.visits if visit.starts_at == booking.starts_at)


def _minutes_late(starts_at: datetime, now: datetime) -> int:
    return max(0, -((starts_at - now) // MINUTE))
