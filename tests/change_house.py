"""Changes to the bookings of the demo spa, in the words of the tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from infra.local.postgres import Postgres
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.check_in import CheckedIn, check_in
from shared_lib.bookings.complete import complete_visit, complete_visits
from shared_lib.bookings.no_show import NoShow, mark_no_show
from shared_lib.bookings.remove_guest import GuestRemoved, remove_guest
from shared_lib.bookings.reschedule import Rescheduled, RescheduleRequest, reschedule_booking
from shared_lib.kernel.errors import NotBookable
from shared_lib.pricing.sale import LineItem
from tests.spa_house import PayHouse, SpaHouse

FACIAL, SPORTS, REFLEXOLOGY = "gentlemans-facial", "sports-massage", "reflexology"


def move(
    house: SpaHouse, booking: Booking, start: datetime, *, key: str = "", override: Any = None, **more: Any
) -> Rescheduled:
    requested = RescheduleRequest("guest", key or str(uuid4()), override)
    return reschedule_booking(booking.id, start, requested=requested, context=house.context, now=house.now, **more)


def why_not_moved(house: SpaHouse, booking: Booking, start: datetime) -> Any:
    with pytest.raises(NotBookable) as refusal:
        move(house, booking, start)
    return refusal.value.rejection


def take_out(house: SpaHouse, booking: Booking, guest: int, **more: Any) -> GuestRemoved:
    return remove_guest(booking.id, guest, actor="guest", context=house.context, now=house.now, **more)


def no_show(house: SpaHouse, booking: Booking, **more: Any) -> NoShow:
    return mark_no_show(booking.id, actor="desk-1", bookings=house.bookings, now=house.now, **more)


def receive(house: SpaHouse, booking: Booking, **more: Any) -> CheckedIn:
    return check_in(booking.id, actor="desk-1", context=house.context, now=house.now, **more)


def complete(house: SpaHouse, out_of_time: Callable[[], bool] = lambda: False) -> Any:
    return complete_visits(bookings=house.bookings, now=house.now, out_of_time=out_of_time)


def came_after_all(house: SpaHouse, booking: Booking) -> Booking:
    return complete_visit(booking.id, actor="desk-1", bookings=house.bookings, now=house.now)[0]


def seats(booking: Booking) -> list[tuple[int, str, str]]:
    """Return the number of the visit and the name of each of its places, as it is seated."""
    return [(allocation.visit, allocation.kind, allocation.name) for allocation in booking.allocations]


def sold(booking: Booking) -> list[tuple[int, str, int]]:
    return [(line.visit, line.item_id, line.price_cents) for line in booking.lines]


def tax(lines: tuple[LineItem, ...]) -> int:
    return sum(line.tax_cents for line in lines)


def told(house: SpaHouse, action: str = "booking.rescheduled") -> dict[str, Any]:
    """Return what the audit log keeps of the newest action of a kind."""
    rows = house.rows("select actor, detail from coresync.audit_log where action = %s order by id desc limit 1", action)
    return dict(rows[0]["detail"]) if rows else {}


def settled(house: PayHouse) -> dict[str, int]:
    """Send what is due, and return the ledger."""
    assert house.relay_outbox() == 200
    return house.ledger()


def books_are_right(house: PayHouse, booking: Booking) -> None:
    """What was kept of the money is what is revenue and tax; what is owed at the desk stands with the guest."""
    ledger, now = settled(house), house.again(booking)
    kept = now.paid.kept_cents if now.paid else 0
    revenue = sum(cents for account, cents in ledger.items() if account.startswith("revenue:") or account == "refunds")
    assert ledger.get("stripe_clearing", 0) == kept
    assert ledger.get("guest_balances", 0) == now.balance_cents
    assert -revenue - ledger.get("sales_tax_payable", 0) == kept + now.balance_cents


@contextmanager
def no_deadlock(postgres: Postgres) -> Iterator[None]:
    """See to it that PostgreSQL logs no deadlock meanwhile: one that was tried again would be one all the same."""
    known = postgres.log.read_text().count("deadlock detected")
    yield
    assert postgres.log.read_text().count("deadlock detected") == known
