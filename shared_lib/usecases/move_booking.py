"""Move a booking as one, all its visits: it lets go and takes in one transaction, and its payment stays its own."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from shared_lib.domain.availability.timeline import whole_minute
from shared_lib.domain.booking import Booking, Status
from shared_lib.domain.errors import BadInput, NotBookable, Refusal, SlotTaken
from shared_lib.domain.events import Event, EventType
from shared_lib.domain.hold import Seating
from shared_lib.domain.ledger import charged_fee, exchanged
from shared_lib.domain.money import share
from shared_lib.domain.override import Override, Rule, noted
from shared_lib.domain.payment import RefundReason
from shared_lib.domain.policy import broken_by_move, check_changeable, refund_percent
from shared_lib.domain.pricing import Sale, price_visits
from shared_lib.ports.bookings import Bookings, Change
from shared_lib.usecases.find_times import Also, Sought, Wish
from shared_lib.usecases.receive_guest import ARRIVAL
from shared_lib.usecases.seat_again import House, as_sold, longest_wait, seatings_again, seek_again, wish_for, wish_of
from shared_lib.usecases.set_aside import bend

TRIES = 4
"""How often the floor is read again when everything that looked free was gone, or the booking had changed."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mover:
    """Who moves a booking, and under which key: the same key gives the same answer, and counts once."""

    actor: str
    idempotency_key: str
    override: Override | None = None


class Moved(NamedTuple):
    """A booking as it stands after its move, the cents that go back, and the events to announce."""

    booking: Booking
    refund_cents: int
    events: Sequence[Event]


@dataclasses.dataclass(frozen=True, slots=True)
class _Plan:
    """Where a booking would go, as far as the floor tells; `refusal` is why it can't."""

    version: int
    seatings: tuple[Seating, ...] = ()
    sale: Sale | None = None
    set_aside: tuple[Rule, ...] = ()
    refusal: Refusal | None = None
    stays: bool = False


class _Back(NamedTuple):
    """The cents of a difference in price that go back, and the rules that were set aside for it."""

    cents: int = 0
    set_aside: tuple[Rule, ...] = ()


def move_booking(
    booking_id: UUID,
    start: datetime,
    *,
    mover: Mover,
    bookings: Bookings,
    house: House,
    now: datetime,
    wish: Sequence[Also] | None = None,
) -> Moved:
    """Move it so that it begins at `start`, to something else where `wish` names what each visit is to be.

    The price that was agreed stays where only the time changes. Raise SlotTaken, HoldEnded, WrongState, NotFound, or
    NotBookable with the reason: a rule of the new time, or what the policy of the booking says of moving it.
    """
    if start.tzinfo is None:
        raise BadInput("start", "must be an instant with a zone")
    start, asked = whole_minute(start), _asked(start, wish)
    for _ in range(TRIES):
        seen = bookings.get(booking_id)
        plan = _plan(seen, start, wish, override=mover.override, house=house, now=now)
        moved = bookings.change(booking_id, lambda change, plan=plan: _apply(change, plan, mover, asked, now), now=now)  # type: ignore[misc]
        if moved is not None:
            return moved
    raise SlotTaken("somebody else has the place")


def _asked(start: datetime, wish: Sequence[Also] | None) -> str:
    """Return in one form what is asked for: the same key must not stand for anything else."""
    visits = None if wish is None else [dataclasses.asdict(visit) for visit in wish]
    return json.dumps([whole_minute(start).astimezone(UTC).isoformat(), visits], sort_keys=True)


def _plan(
    booking: Booking,
    start: datetime,
    visits: Sequence[Also] | None,
    *,
    override: Override | None,
    house: House,
    now: datetime,
) -> _Plan:
    try:
        sold = wish_of(booking, start)
        wish = _instead(sold, visits, booking) if visits is not None else sold
        if wish == sold and start == booking.starts_at:
            return _Plan(booking.version, stays=True)
        another = _items(wish) != _items(sold)
        sought = seek_again(booking, wish, house=house, now=now)
        bent = bend(sought if another else as_sold(sought, booking), start, override)
        seatings = seatings_again(bent.sought, wish, booking, start)
    except Refusal as refusal:
        return _Plan(booking.version, refusal=refusal)
    return _Plan(booking.version, seatings, _sale(sought, booking, house, start) if another else None, bent.set_aside)


def _instead(sold: Wish, visits: Sequence[Also], booking: Booking) -> Wish:
    """Return the wish for other treatments, add-ons or people in the same visits of the same guests."""
    if [visit.guest for visit in visits] != [visit.guest for visit in sold.visits]:
        raise BadInput("wish", "must name what each visit of each guest is to be")
    wish = wish_for(visits, sold.windows[0][0], tier=sold.tier)
    return dataclasses.replace(wish, longest_wait=longest_wait(booking)) if _items(wish) != _items(sold) else wish


def _items(wish: Wish) -> list[tuple[str, list[str]]]:
    return [(visit.treatment_id, sorted(visit.add_on_ids)) for visit in wish.visits]


def _sale(sought: Sought, booking: Booking, house: House, start: datetime) -> Sale:
    """Price the visits anew, each under the number that it has in the booking."""
    book = sought.book
    lines = price_visits(book, sought.ordered, tier=booking.tier, day=house.spa.today(start))
    numbers = [visit.number for visit in booking.visits]
    return Sale(tuple(dataclasses.replace(line, visit=numbers[line.visit - 1]) for line in lines), book.version)


def _apply(change: Change, plan: _Plan, mover: Mover, asked: str, now: datetime) -> Moved | None:
    answer = change.once(f"move:{mover.idempotency_key}", lambda: _move(change, plan, mover, now), asked=asked)
    return None if answer is None else Moved(change.booking, answer["refund_cents"], change.told)


def _move(change: Change, plan: _Plan, mover: Mover, now: datetime) -> Mapping[str, Any] | None:
    """Return the answer to a move; None where the plan no longer holds."""
    before = change.booking
    rules = _set_aside(before, mover.override, now)
    if before.version != plan.version:
        return None
    if plan.refusal:
        raise plan.refusal
    if plan.stays:
        return {"refund_cents": 0}
    if not change.retake(plan.seatings, sale=plan.sale):
        return None
    if before.arrived_at and change.booking.starts_at != before.starts_at:
        change.forget_arrival(ARRIVAL)
    back = _settle_difference(change, before, plan.sale, mover.override, now)
    if before.status == Status.CONFIRMED and mover.override is None:
        change.amend(moves=before.moves + 1, refund_at_most=before.refund_percent(now))
    told = _told(before, change.booking) | noted(mover.override, (*rules, *plan.set_aside, *back.set_aside))
    change.to(before.status, EventType.RESCHEDULED, actor=mover.actor, refund_cents=back.cents, **told)
    return {"refund_cents": back.cents}


def _set_aside(booking: Booking, override: Override | None, now: datetime) -> tuple[Rule, ...]:
    """Return which rules of its own policy an override sets aside; raise what forbids the move."""
    check_changeable(booking, now)
    broken = broken_by_move(booking, now)
    if broken and override is None:
        raise NotBookable(broken[0][1])
    return tuple(rule for rule, _ in broken)


def _settle_difference(
    change: Change, before: Booking, sale: Sale | None, override: Override | None, now: datetime
) -> _Back:
    """Give back of a payment for something dearer what the policy says; what is missing is paid at the desk."""
    paid = before.paid
    if sale is None or paid is None:
        return _Back()
    change.till.post(exchanged(before.lines, sale.lines), paid)
    over = paid.kept_cents - before.fees_cents - change.booking.total_cents
    if over <= 0:
        return _Back()
    percent, rules = refund_percent(before, override, now=now)
    back = share(over, percent * 1000)
    if back:
        change.till.owe_refund(paid, cents=back, reason=RefundReason.PRICE_DIFFERENCE, tax_cents=0)
    change.amend(fees_cents=before.fees_cents + over - back)
    change.till.post(charged_fee(before.sold.part(over - back)), paid)
    return _Back(back, rules)


def _told(before: Booking, after: Booking) -> dict[str, Any]:
    """Return what the audit log, and the mail that is written from it, tell of a move."""
    kept = after.fees_cents - before.fees_cents
    times = {"old_start": before.starts_at.isoformat(), "new_start": after.starts_at.isoformat()}
    return times | ({"kept_cents": kept} if kept else {})
