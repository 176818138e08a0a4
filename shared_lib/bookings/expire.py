"""End the holds that nobody paid for, asking the payment service first where a card may be on its way."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple
from uuid import UUID

from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.bookings.ports import Change
from shared_lib.bookings.record_payment import PaymentSource, record_payment
from shared_lib.kernel.errors import CoreSyncError
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.failures import Failure
from shared_lib.payments.payment import Checkout, Payment
from shared_lib.payments.ports import PaymentGateway, PendingPayments

ACTOR = "job_expire_holds"
OUT_OF_TIME = "REST_NEXT_TIME"


class ExpireResult(NamedTuple):
    """What became of the holds: events to announce, and what has to be tried again."""

    events: Sequence[Event]
    failures: Sequence[Failure]


def expire_holds(
    *,
    context: BookingContext,
    gateway: PaymentGateway,
    pending_payments: PendingPayments,
    now: datetime,
    out_of_time: Callable[[], bool] = lambda: False,
) -> ExpireResult:
    """End what has run out, one booking at a time: trouble with one keeps none of the others.

    Once it is `out_of_time`, the rest is left to the next run.
    """
    events: list[Event] = []
    failures: list[Failure] = []
    for booking_id, step in _Ending(context, gateway, now).steps(pending_payments):
        if out_of_time():
            failures.append(Failure(OUT_OF_TIME, booking_id))
            break
        try:
            events += step()
        except CoreSyncError as error:
            failures.append(Failure.of(error, booking_id))
    return ExpireResult(events, failures)


@dataclasses.dataclass(frozen=True, slots=True)
class _Ending:
    context: BookingContext
    gateway: PaymentGateway
    now: datetime

    def steps(self, pending_payments: PendingPayments) -> Iterator[tuple[UUID, Callable[[], Sequence[Event]]]]:
        for booking_id in self.context.bookings.waiting_since(self.now):
            yield booking_id, partial(self._end, booking_id)
        for booking_id, checkout_id in pending_payments.checkouts_to_close():
            yield booking_id, partial(self._close, booking_id, checkout_id)

    def _end(self, booking_id: UUID) -> Sequence[Event]:
        booking = self.context.bookings.get(booking_id)
        payment = booking.open_payment
        if booking.status == Status.PAYING and payment and payment.checkout_id:
            checkout = self.gateway.expire(payment.checkout_id)
            if checkout and checkout.paid:
                return self._record(checkout)
        return self.context.bookings.change(
            booking_id, lambda change: _release(change, payment, self.now), now=self.now
        )

    def _close(self, booking_id: UUID, checkout_id: str) -> Sequence[Event]:
        if checkout := self.gateway.expire(checkout_id):
            return self._record(checkout)
        return self.context.bookings.change(booking_id, lambda change: _forget(change, checkout_id), now=self.now)

    def _record(self, checkout: Checkout) -> Sequence[Event]:
        return record_payment(checkout, PaymentSource(ACTOR), context=self.context, now=self.now)


def _forget(change: Change, checkout_id: str) -> Sequence[Event]:
    """End a payment whose page the payment service does not know: nobody can pay there."""
    for payment in change.booking.payments:
        if payment.checkout_id == checkout_id:
            change.payments.ended(payment)
    return change.events


def _release(change: Change, asked_about: Payment | None, now: datetime) -> Sequence[Event]:
    """End the hold, unless it or its payment moved on since the payment service was asked: then the next run asks."""
    booking = change.booking
    payment = booking.open_payment
    ended = booking.status in WAITING and not booking.is_live_hold(now)
    if not ended or (payment and payment != asked_about):
        return ()
    if payment:
        change.payments.ended(payment)
    change.transition(EventType.EXPIRED, actor=ACTOR)
    return change.events
