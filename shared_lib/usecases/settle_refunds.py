"""Send back the money that is owed; the payment service knows each refund by its id, so that none goes twice."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared_lib.domain.errors import CoreSyncError
from shared_lib.domain.events import Event, EventType
from shared_lib.domain.payment import RefundDue
from shared_lib.ports.bookings import Bookings, Change
from shared_lib.ports.payments import PaymentGateway, Unsettled


def settle_refunds(
    *,
    bookings: Bookings,
    gateway: PaymentGateway,
    unsettled: Unsettled,
    now: datetime,
    booking_id: UUID | None = None,
) -> tuple[Sequence[Event], Sequence[str]]:
    """Send every refund that is due, or those of one booking.

    Return the events to announce and the codes of what has to be tried again.
    """
    events: list[Event] = []
    troubles: list[str] = []
    for due in unsettled.refunds_due():
        if booking_id not in {None, due.booking_id}:
            continue
        try:
            gateway_id = gateway.refund(due)
            events += _note(due, gateway_id, bookings=bookings, now=now)
        except CoreSyncError as error:
            troubles.append(error.code)
    return events, troubles


def _note(due: RefundDue, gateway_id: str, *, bookings: Bookings, now: datetime) -> Sequence[Event]:
    def steps(change: Change) -> Sequence[Event]:
        if change.till.refunded(due, gateway_id=gateway_id):
            change.tell(EventType.PAYMENT_REFUNDED, actor="coresync", cents=due.amount_cents)
        return change.told

    return bookings.change(due.booking_id, steps, now=now)
