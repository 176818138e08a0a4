"""Send back the money that is owed; the payment service knows each refund by its id, so that none goes twice."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.bookings.ports import Bookings, Change
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import CoreSyncError, VendorRefused
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.failures import Failure
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.ports import ManagerAlerts
from shared_lib.payments.payment import RefundDue
from shared_lib.payments.ports import PaymentGateway, PendingPayments

ACTOR = "coresync"
REFUSED, SENT_BACK = "refused", "sent back"
"""What became of a refund: the payment service took none, or the guest's bank did not keep it."""


class SendRefundsResult(NamedTuple):
    """Events to announce, and what has to be tried again."""

    events: Sequence[Event] = ()
    failures: Sequence[Failure] = ()


def send_refunds(
    *,
    bookings: Bookings,
    gateway: PaymentGateway,
    pending_payments: PendingPayments,
    alerts: ManagerAlerts,
    now: datetime,
    booking_id: UUID | None = None,
) -> SendRefundsResult:
    """Send every refund that is due, or those of one booking; one that is refused is not asked for again."""
    events: list[Event] = []
    failures: list[Failure] = []
    for due in pending_payments.refunds_due(booking_id):
        try:
            sent = _send(due, gateway, bookings=bookings, alerts=alerts, now=now)
        except CoreSyncError as error:
            failures.append(Failure.of(error, due.booking_id))
            continue
        events += sent
    return SendRefundsResult(events, failures)


def _send(
    due: RefundDue, gateway: PaymentGateway, *, bookings: Bookings, alerts: ManagerAlerts, now: datetime
) -> Sequence[Event]:
    """Return the events of a refund that was sent, none if it is due no more; one that is refused calls a person."""
    if not bookings.change(due.booking_id, lambda change: change.refunds.sending(due), now=now):
        return ()
    try:
        gateway_id = gateway.refund(due)
    except VendorRefused:
        note_failed_refund(due.booking_id, due.id, actor=ACTOR, bookings=bookings, alerts=alerts, now=now)
        alert("refund_refused", "a refund needs a person", level=logging.CRITICAL, booking=due.booking_id)
        return ()
    return _note(due, gateway_id, bookings=bookings, now=now)


def note_failed_refund(
    booking_id: UUID, refund_id: UUID, *, actor: str, bookings: Bookings, alerts: ManagerAlerts, now: datetime
) -> bool:
    """Note that only a person can bring this money home, and tell the manager; False if that was noted before."""
    facts = {"reference": bookings.get(booking_id).reference, "code": REFUSED if actor == ACTOR else SENT_BACK}
    alerts.record(AlertKind.REFUND_FAILED, str(refund_id), facts, now=now)
    return bookings.change(booking_id, lambda change: change.refunds.failed(refund_id, actor=actor), now=now)


def _note(due: RefundDue, gateway_id: str, *, bookings: Bookings, now: datetime) -> Sequence[Event]:
    def steps(change: Change) -> Sequence[Event]:
        if change.refunds.sent(due, gateway_id=gateway_id):
            change.record_event(EventType.PAYMENT_REFUNDED, actor=ACTOR, cents=due.amount_cents)
        return change.events

    return bookings.change(due.booking_id, steps, now=now)
