"""Move a booking as one, all its visits: it lets go and takes in one transaction, and its payment stays its own."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.availability.search import SearchContext, relax_rules
from shared_lib.availability.timeline import whole_minute
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.check_in import ARRIVAL
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import broken_by_move, check_changeable, refund_percent
from shared_lib.bookings.ports import Change
from shared_lib.bookings.reallocation import (
    as_sold,
    assignments_own_first,
    load_search_without,
    longest_wait,
    request_of,
)
from shared_lib.kernel.errors import BadInput, NotBookable, Refusal, SlotTaken
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.money import share
from shared_lib.kernel.override import Override, Rule, noted
from shared_lib.payments.ledger import charged_fee, exchanged
from shared_lib.payments.payment import RefundReason
from shared_lib.pricing.sale import Sale, price_visits

TRIES = 4
"""How often the snapshot is read again when everything that looked free was gone, or the booking had changed."""


@dataclasses.dataclass(frozen=True, slots=True)
class RescheduleRequest:
    """Who moves a booking, and under which key: the same key gives the same answer, and counts once."""

    actor: str
    idempotency_key: str
    override: Override | None = None


class Rescheduled(NamedTuple):
    """A booking as it stands after its move, the cents that go back, and the events to announce."""

    booking: Booking
    refund_cents: int
    events: Sequence[Event]


@dataclasses.dataclass(frozen=True, slots=True)
class _Plan:
    """Where a booking would go, as far as the snapshot tells; `refusal` is why it can't."""

    version: int
    assignments: tuple[Assignment, ...] = ()
    sale: Sale | None = None
    relaxed_rules: tuple[Rule, ...] = ()
    refusal: Refusal | None = None
    stays: bool = False


class _PriceDifference(NamedTuple):
    """The cents of a difference in price that go back, and the rules that were set aside for it."""

    cents: int = 0
    relaxed_rules: tuple[Rule, ...] = ()


def reschedule_booking(
    booking_id: UUID,
    start: datetime,
    *,
    requested: RescheduleRequest,
    context: BookingContext,
    now: datetime,
    items: Sequence[RequestedItem] | None = None,
) -> Rescheduled:
    """Move it so that it begins at `start`, to something else where `items` name what each visit is to be.

    The price that was agreed stays where only the time changes. Raise SlotTaken, HoldEnded, WrongState, NotFound, or
    NotBookable with the reason: a rule of the new time, or what the policy of the booking says of moving it.
    """
    if start.tzinfo is None:
        raise BadInput("start", "must be an instant with a zone")
    start, asked, bookings = whole_minute(start), _asked(start, items), context.bookings
    for _ in range(TRIES):
        seen = bookings.get(booking_id)
        plan = _plan(seen, start, items, override=requested.override, context=context, now=now)
        steps = partial(_apply, plan=plan, requested=requested, asked=asked, now=now)
        moved = bookings.change(booking_id, steps, now=now)
        if moved is not None:
            return moved
    raise SlotTaken("somebody else has the place")


def _asked(start: datetime, items: Sequence[RequestedItem] | None) -> str:
    """Return in one form what is asked for: the same key must not stand for anything else."""
    named = None if items is None else [dataclasses.asdict(item) for item in items]
    return json.dumps([whole_minute(start).astimezone(UTC).isoformat(), named], sort_keys=True)


def _plan(
    booking: Booking,
    start: datetime,
    items: Sequence[RequestedItem] | None,
    *,
    override: Override | None,
    context: BookingContext,
    now: datetime,
) -> _Plan:
    try:
        sold = request_of(booking, start)
        request = _instead(sold, items, booking) if items is not None else sold
        if request == sold and start == booking.starts_at:
            return _Plan(booking.version, stays=True)
        another = _sold_items(request) != _sold_items(sold)
        search = load_search_without(booking, request, context=context, now=now)
        relaxed = relax_rules(search if another else as_sold(search, booking), start, override)
        assignments = assignments_own_first(relaxed.search, request, booking, start)
    except Refusal as refusal:
        return _Plan(booking.version, refusal=refusal)
    return _Plan(
        booking.version, assignments, _sale(search, booking, context, start) if another else None, relaxed.relaxed_rules
    )


def _instead(sold: BookingRequest, items: Sequence[RequestedItem], booking: Booking) -> BookingRequest:
    """Return the request for other treatments, add-ons or people in the same visits of the same guests."""
    if [item.guest for item in items] != [item.guest for item in sold.items]:
        raise BadInput("items", "must name what each visit of each guest is to be")
    request = dataclasses.replace(sold, items=tuple(items))
    if _sold_items(request) == _sold_items(sold):
        return request
    return dataclasses.replace(request, longest_wait=longest_wait(booking))


def _sold_items(request: BookingRequest) -> list[tuple[str, list[str]]]:
    return [(item.treatment_id, sorted(item.add_on_ids)) for item in request.items]


def _sale(search: SearchContext, booking: Booking, context: BookingContext, start: datetime) -> Sale:
    """Price the visits anew, each under the number that it has in the booking."""
    book = search.book
    lines = price_visits(book, search.ordered, tier=booking.tier, day=context.spa.today(start))
    numbers = [visit.number for visit in booking.visits]
    return Sale(tuple(dataclasses.replace(line, visit=numbers[line.visit - 1]) for line in lines), book.version)


def _apply(change: Change, plan: _Plan, requested: RescheduleRequest, asked: str, now: datetime) -> Rescheduled | None:
    answer = change.idempotency.run_once(
        f"move:{requested.idempotency_key}", lambda: _move(change, plan, requested, now), asked=asked
    )
    return None if answer is None else Rescheduled(change.booking, answer["refund_cents"], change.events)


def _move(change: Change, plan: _Plan, requested: RescheduleRequest, now: datetime) -> Mapping[str, Any] | None:
    """Return the answer to a move; None where the plan no longer holds."""
    before = change.booking
    rules = _rules_given_way(before, requested.override, now)
    if before.version != plan.version:
        return None
    if plan.refusal:
        raise plan.refusal
    if plan.stays:
        return {"refund_cents": 0}
    if not change.reallocate_to(plan.assignments, sale=plan.sale):
        return None
    if change.booking.starts_at != before.starts_at:
        _expect_again(change, before)
    back = _settle_difference(change, before, plan.sale, requested.override, now)
    if before.status == Status.CONFIRMED and requested.override is None:
        change.update(moves=before.moves + 1, refund_at_most=before.refund_percent(now))
    detail = _detail(before, change.booking) | noted(
        requested.override, (*rules, *plan.relaxed_rules, *back.relaxed_rules)
    )
    change.transition(EventType.RESCHEDULED, actor=requested.actor, refund_cents=back.cents, **detail)
    return {"refund_cents": back.cents}


def _expect_again(change: Change, before: Booking) -> None:
    """Take back what the guests did or said about the time that they had before."""
    if before.arrived_at:
        change.idempotency.forget(ARRIVAL)
    if before.arrived_at or before.attendance_confirmed_at:
        change.update(expected_again=True)


def _rules_given_way(booking: Booking, override: Override | None, now: datetime) -> tuple[Rule, ...]:
    """Return which rules of its own policy an override sets aside; raise what forbids the move."""
    check_changeable(booking, now)
    broken = broken_by_move(booking, now)
    if broken and override is None:
        raise NotBookable(broken[0][1])
    return tuple(rule for rule, _ in broken)


def _settle_difference(
    change: Change, before: Booking, sale: Sale | None, override: Override | None, now: datetime
) -> _PriceDifference:
    """Give back of a payment for something dearer what the policy says; what is missing is paid at the desk."""
    paid = before.paid
    if sale is None or paid is None:
        return _PriceDifference()
    change.payments.post(exchanged(before.lines, sale.lines), paid)
    over = paid.kept_cents - before.fees_cents - change.booking.total_cents
    if over <= 0:
        return _PriceDifference()
    percent, rules = refund_percent(before, override, now=now)
    back = share(over, percent * 1000)
    if back:
        change.refunds.owe(paid, cents=back, reason=RefundReason.PRICE_DIFFERENCE, tax_cents=0)
    change.update(fees_cents=before.fees_cents + over - back)
    change.payments.post(charged_fee(before.sold.part(over - back)), paid)
    return _PriceDifference(back, rules)


def _detail(before: Booking, after: Booking) -> dict[str, Any]:
    """Return what the audit log, and the mail that is written from it, tell of a move."""
    kept = after.fees_cents - before.fees_cents
    times = {"old_start": before.starts_at.isoformat(), "new_start": after.starts_at.isoformat()}
    return times | ({"kept_cents": kept} if kept else {})
