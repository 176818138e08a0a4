"""Visits that have ended become completed, each by itself; a guest whom nobody saw coming may turn out to have come."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.availability.allocation import Assignment
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.expire import OUT_OF_TIME
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import owed_again
from shared_lib.bookings.ports import Bookings, Change
from shared_lib.kernel.errors import CoreSyncError, SlotTaken, WrongState
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.failures import Failure
from shared_lib.payments.ledger import undone, waived
from shared_lib.payments.payment import RefundReason

ACTOR = "job_complete_visits"


class CompleteResult(NamedTuple):
    """Events to announce, and what has to be tried again."""

    events: Sequence[Event]
    failures: Sequence[Failure]


def complete_visits(
    *, bookings: Bookings, now: datetime, out_of_time: Callable[[], bool] = lambda: False
) -> CompleteResult:
    """Complete what has ended by `now`: trouble with one booking keeps none of the others.

    Once it is `out_of_time`, the rest is left to the next run.
    """
    events: list[Event] = []
    failures: list[Failure] = []
    for booking_id in bookings.ended_by(now):
        if out_of_time():
            failures.append(Failure(OUT_OF_TIME, booking_id))
            break
        try:
            events += bookings.change(booking_id, lambda change: _complete(change, now), now=now)
        except CoreSyncError as error:
            failures.append(Failure.of(error, booking_id))
    return CompleteResult(events, failures)


def _complete(change: Change, now: datetime) -> Sequence[Event]:
    """Complete it unless it was moved or cancelled since it was found."""
    if change.booking.status == Status.CONFIRMED and change.booking.ends_at <= now:
        change.transition(EventType.COMPLETED, actor=ACTOR)
    return change.events


def complete_visit(
    booking_id: UUID, *, actor: str, bookings: Bookings, now: datetime
) -> tuple[Booking, Sequence[Event]]:
    """Note that the guests of a visit that was taken for a no-show did come; return the booking and the events.

    What was to go back and has not left yet stays here; what has left is asked for at the desk.
    Raise SlotTaken where their place has been given to somebody else since, WrongState for what was no no-show.
    """

    def steps(change: Change) -> tuple[Booking, Sequence[Event]]:
        booking = change.booking
        if booking.status == Status.COMPLETED:
            return booking, ()
        if booking.status != Status.NO_SHOW:
            raise WrongState(f"the booking is {booking.status}")
        if not change.reallocate_to([Assignment(booking.allocations, visits=booking.visits)]):
            raise SlotTaken("somebody else has had the place")
        withdrawn = change.refunds.withdraw(RefundReason.NO_SHOW)
        change.transition(EventType.COMPLETED, actor=actor, was="no_show", withdrawn_cents=withdrawn)
        _owed_again(change)
        return change.booking, change.events

    return bookings.change(booking_id, steps, now=now)


def _owed_again(change: Change) -> None:
    """Ask for what went back, at the desk: the visit was had after all."""
    booking = change.booking
    if booking.paid and booking.balance_cents:
        change.payments.post(undone(waived(owed_again(booking.sold, booking.balance_cents))), booking.paid)
