"""A group is cancelled as one, and a single guest can be taken out of it: the others come."""

from datetime import timedelta

import pytest

from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.remove_guest import LastGuest
from shared_lib.kernel.errors import HoldEnded, NotFound, WrongState
from tests.change_house import SPORTS, move, sold, take_out, told
from tests.snapshots import FRIDAY, at, clock_of
from tests.spa_house import BED, COUPLES, SWEDISH, THREE, pay_house

NOON = at(FRIDAY, "12:00")
FRIENDS = (RequestedItem(SWEDISH, guest=2),)


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def active(house) -> int:
    return house.count("booking_resources", "active")


def test_a_group_is_cancelled_as_one(house):
    booking = house.confirmed(THREE, also=FRIENDS)
    cancelled = house.cancel(booking)
    assert cancelled.refund_cents == booking.total_cents == 2 * 18810
    assert (active(house), len(cancelled.events)) == (0, 1)
    assert house.hold(THREE, also=FRIENDS).party == 2


@pytest.mark.parametrize("guest", [1, 2])
def test_one_guest_leaves_and_the_other_comes(house, guest):
    booking = house.confirmed(THREE, also=FRIENDS)
    left = take_out(house, booking, guest)
    stays = 3 - guest
    assert (left.booking.guests, left.booking.party) == ((stays,), 1)
    assert {allocation.visit for allocation in left.booking.allocations} == {stays}
    assert (left.booking.total_cents, left.refund_cents) == (18810, 18810)
    assert active(house) == 2
    assert house.hold(THREE, technician=booking.of_visit(guest)[1][1].name).starts_at == THREE


@pytest.mark.parametrize(("hours", "percent"), [(48, 100), (47, 50), (24, 50), (23, 0)])
def test_their_share_goes_back_by_the_policy(house, hours, percent):
    booking = house.confirmed(THREE, also=FRIENDS)
    house.now = THREE - timedelta(hours=hours)
    left = take_out(house, booking, 2)
    assert left.refund_cents == 18810 * percent // 100
    assert left.booking.fees_cents == 18810 - left.refund_cents
    house.relay_outbox()
    assert house.returned_cents() == [left.refund_cents] * bool(percent)
    assert house.ledger()["stripe_clearing"] == 2 * 18810 - left.refund_cents
    assert house.again(booking).balance_cents == 0


def test_the_others_cancel_for_what_is_theirs(house):
    """What was kept of the guest who left late is not given back with the rest."""
    booking = house.confirmed(THREE, also=FRIENDS)
    house.now = THREE - timedelta(hours=47)
    take_out(house, booking, 2)
    assert house.cancel(booking).refund_cents == 9405
    house.relay_outbox()
    assert house.ledger()["stripe_clearing"] == 2 * 9405


def test_what_was_kept_of_a_guest_pays_for_nothing_else(house):
    booking = house.confirmed(THREE, also=FRIENDS)
    house.now = THREE - timedelta(hours=30)
    take_out(house, booking, 2)
    moved = move(house, booking, NOON, items=(RequestedItem(SPORTS),)).booking
    assert moved.balance_cents == 30305 - 18810


def test_a_balance_is_owed_less_when_a_guest_leaves(house):
    booking = house.confirmed(NOON, also=FRIENDS)
    dearer = move(house, booking, NOON, items=(RequestedItem(SPORTS), RequestedItem(SWEDISH, guest=2))).booking
    assert dearer.balance_cents == 11495
    left = take_out(house, booking, 2)
    assert (left.refund_cents, left.booking.balance_cents) == (18810 - 11495, 0)
    house.relay_outbox()
    ledger = house.ledger()
    assert ("guest_balances" in ledger, ledger["stripe_clearing"]) == (False, 30305)


def test_the_times_are_those_of_who_remains(house):
    booking = house.confirmed(
        NOON, also=(RequestedItem(BED, guest=2), RequestedItem(SWEDISH, guest=2, add_on_ids=("hot-stone",)))
    )
    left = take_out(house, booking, 2).booking
    assert (clock_of(left.starts_at), clock_of(left.ends_at)) == ("12:00", "13:00")
    assert (clock_of(booking.ends_at), left.version) == ("14:15", booking.version + 1)


def test_who_was_taken_out_stays_out_when_the_others_move(house):
    booking = house.confirmed(NOON, also=(RequestedItem(BED, guest=2), RequestedItem(SWEDISH, guest=3)))
    take_out(house, booking, 1)
    moved = move(house, booking, NOON + timedelta(minutes=30)).booking
    assert [(visit.number, visit.guest) for visit in moved.visits] == [(2, 2), (3, 3)]
    assert [line[:2] for line in sold(moved)] == [(2, BED), (3, SWEDISH)]
    assert {allocation.visit for allocation in moved.allocations} == {2, 3}
    assert active(house) == 3


def test_taking_somebody_out_twice_returns_once(house):
    booking = house.confirmed(NOON, also=(RequestedItem(BED, guest=2),))
    first, again = take_out(house, booking, 2), take_out(house, booking, 2)
    assert (first.refund_cents, again.refund_cents, again.events) == (15675, 0, ())
    assert house.count("refunds") == 1


def test_the_last_guest_cancels(house):
    booking = house.confirmed(THREE, also=FRIENDS)
    take_out(house, booking, 1)
    with pytest.raises(LastGuest):
        take_out(house, booking, 2)
    with pytest.raises(LastGuest):
        take_out(house, house.hold(at(FRIDAY, "10:00")), 1)


def test_a_couple_comes_together_or_not_at_all(house):
    """A treatment for two is one visit: nobody is cut in half."""
    booking = house.hold(at(FRIDAY.replace(day=21), "20:00"), COUPLES)
    with pytest.raises(LastGuest):
        take_out(house, booking, 1)


def test_who_is_not_there_can_not_leave(house):
    with pytest.raises(NotFound):
        take_out(house, house.confirmed(THREE, also=FRIENDS), 3)


def test_a_guest_leaves_a_hold_without_money_and_not_while_a_checkout_is_open(house):
    booking = house.hold(THREE, also=FRIENDS)
    left = take_out(house, booking, 2)
    assert (left.refund_cents, left.booking.total_cents, house.count("ledger_entries")) == (0, 18810, 0)
    other, _ = house.paying(NOON, also=FRIENDS)
    with pytest.raises(WrongState):
        take_out(house, other, 2)
    house.wait(10)
    with pytest.raises(HoldEnded):
        take_out(house, booking, 1)


def test_nobody_is_taken_out_of_a_visit_that_has_begun(house):
    booking = house.confirmed(THREE, also=FRIENDS)
    house.now = THREE
    with pytest.raises(WrongState):
        take_out(house, booking, 2)


def test_who_left_is_noted(house):
    booking = house.confirmed(THREE, also=FRIENDS)
    events = take_out(house, booking, 2).events
    assert [event.type for event in events] == ["booking.rescheduled"]
    assert told(house) == {
        "guest": 2,
        "old_start": THREE.isoformat(),
        "new_start": THREE.isoformat(),
        "refund_cents": 18810,
        "fee_cents": 0,
    }
