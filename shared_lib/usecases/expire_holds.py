"""End the holds that nobody paid for, asking the payment service first where a card may be on its way."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from shared_lib.domain.booking import WAITING, Booking, Payment, Status
from shared_lib.domain.errors import CoreSyncError
from shared_lib.domain.events import Event, EventType
from shared_lib.ports.bookings import Bookings, Change
from shared_lib.ports.payments import PaymentGateway, Unsettled
from shared_lib.usecases.record_payment import House, Occasion, record_payment

ACTOR = "job_expire_holds"


class Ended(NamedTuple):
    """What became of the holds: events to announce, and the codes of what has to be tried again."""

    events: Sequence[Event]
    troubles: Sequence[str]


def expire_holds(
    *, bookings: Bookings, gateway: PaymentGateway, unsettled: Unsettled, house: House, now: datetime
) -> Ended:
    """End what has run out, one booking at a time: trouble with one keeps none of the others."""
    events: list[Event] = []
    troubles: list[str] = []
    for booking_id in bookings.waiting_since(now):
        try:
            events += _end(bookings.get(booking_id), bookings=bookings, gateway=gateway, house=house, now=now)
        except CoreSyncError as error:
            troubles.append(error.code)
    for _, checkout_id in unsettled.checkouts_to_close():
        try:
            checkout = gateway.expire(checkout_id)
            events += record_payment(checkout, Occasion(ACTOR), bookings=bookings, house=house, now=now)
        except CoreSyncError as error:
            troubles.append(error.code)
    return Ended(events, troubles)


def _end(
    booking: Booking, *, bookings: Bookings, gateway: PaymentGateway, house: House, now: datetime
) -> Sequence[Event]:
    payment = booking.open_payment
    if booking.status == Status.PAYING and payment and payment.checkout_id:
        checkout = gateway.expire(payment.checkout_id)
        if checkout.paid:
            return record_payment(checkout, Occasion(ACTOR), bookings=bookings, house=house, now=now)
    return bookings.change(booking.id, lambda change: _release(change, payment, now), now=now)


def _release(change: Change, asked_about: Payment | None, now: datetime) -> Sequence[Event]:
    """End the hold, unless it or its payment moved on since the payment service was asked: then the next run asks."""
    booking = change.booking
    payment = booking.open_payment
    ended = booking.status in WAITING and not booking.lives(now)
    if not ended or (payment and payment != asked_about):
        return ()
    if payment:
        change.till.ended(payment)
    change.to(Status.EXPIRED, EventType.EXPIRED, actor=ACTOR)
    return change.told
