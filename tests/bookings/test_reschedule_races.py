"""Many hands on the same bookings at one moment: never two in one place, never a deadlock, never paid back twice."""

import dataclasses
import threading
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.ports import Change
from shared_lib.bookings.reschedule import Rescheduled
from shared_lib.kernel.errors import CoreSyncError, HoldEnded, SlotTaken, WrongState
from tests.availability.properties.sizes import rounds
from tests.booking_requests import request_at
from tests.change_house import complete, move, no_deadlock, no_show, receive, take_out
from tests.snapshots import FRIDAY, THURSDAY, at
from tests.spa_house import SWEDISH, THREE, at_once, pay_house

pytestmark = pytest.mark.proof

NOON = at(FRIDAY, "12:00")
ROUNDS = rounds(8, whole=1000)


@pytest.fixture
def house(database_url, tmp_path, monkeypatch, postgres):
    with no_deadlock(postgres), pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def nobody_is_in_two_places(house) -> bool:
    return not house.rows(
        "select from coresync.booking_resources a join coresync.booking_resources b"
        " on (a.resource_kind, a.resource_id) = (b.resource_kind, b.resource_id) and a.occupied && b.occupied"
        " and a.booking_id < b.booking_id where a.active and b.active"
    )


def every_visit_has_its_places(house) -> bool:
    """Each visit that stands has a room and people, exactly for its time; who left has none."""
    return not house.rows(
        "select from coresync.booking_visits v join coresync.bookings b on b.id = v.booking_id"
        " where b.status in ('held', 'paying', 'confirmed') and (v.left_at is null) <> (2 = ("
        "  select count(*) from coresync.booking_resources r where (r.booking_id, r.visit) = (v.booking_id, v.number)"
        "  and r.active and lower(r.occupied) = v.starts_at))"
    )


def moved(results) -> list[Booking]:
    """Return what was moved; whatever was not, was refused in so many words."""
    assert all(isinstance(result, (Rescheduled, Booking, CoreSyncError)) for result in results), results
    return [result.booking for result in results if isinstance(result, Rescheduled)]


def at_the_same_places(booking: Booking, other: Booking) -> Assignment:
    """Return the other's places and times for a booking."""
    visits = tuple(
        dataclasses.replace(mine, starts_at=theirs.starts_at, ends_at=theirs.ends_at)
        for mine, theirs in zip(booking.visits, other.visits, strict=True)
    )
    return Assignment(other.allocations, visits=visits)


def test_two_transactions_that_want_each_others_places_step_back(house):
    """However old the floor was that they looked at: what stands taken is not waited for."""
    both = [house.hold(NOON, technician="Anna"), house.hold(THREE, technician="Anna")]
    for _ in range(ROUNDS):
        together = threading.Barrier(2)

        def swap(n: int, together=together) -> bool:
            def steps(change: Change) -> bool:
                together.wait(10)
                return change.reallocate_to([at_the_same_places(both[n], both[1 - n])])

            return house.bookings.change(both[n].id, steps, now=house.now)

        assert at_once(2, swap) == [False, False]
    assert [house.again(booking) for booking in both] == both


def test_a_hold_that_looked_before_others_moved_never_blocks_them(house):
    """It takes its room, then finds its technician on the way to that very room."""
    old = house.snapshots.read(house.spa.id, NOON - timedelta(hours=2), NOON + timedelta(hours=9), now=house.now)
    snapshot_cache = SimpleNamespace(read=lambda *_, **__: old)
    for _ in range(ROUNDS):
        first = house.hold(NOON, technician="Anna")
        second = house.hold(NOON, technician="David")
        house.cancel(first)
        to_the_first_room = [room for room in first.allocations if room.kind == "room"]
        wanted = Assignment((*to_the_first_room, *second.allocations[1:]), visits=second.visits)
        together = threading.Barrier(2)

        def change_rooms(change: Change, together=together, wanted=wanted) -> bool:
            together.wait(10)
            return change.reallocate_to([wanted])

        def hold(together=together) -> Booking:
            together.wait(10)
            asked = HoldRequest(str(uuid4()), "phone")
            request = request_at(SWEDISH, NOON, technician="David")
            return place_hold(request, NOON, asked, context=house.context.reading(snapshot_cache), now=house.now)

        acts = (lambda b: house.bookings.change(b.id, change_rooms, now=house.now), lambda _: hold())
        at_once(2, lambda n, b=second, acts=acts: acts[n](b))
        assert nobody_is_in_two_places(house)
        assert every_visit_has_its_places(house)
        house.database.run("update coresync.bookings set status = 'expired' where status = 'held'")


def test_two_who_want_each_others_places_at_once_never_block_each_other(house):
    for _ in range(ROUNDS):
        early, late = house.hold(NOON, technician="Anna"), house.hold(THREE, technician="Anna")
        starts = {0: (early, THREE), 1: (late, NOON)}
        results = at_once(2, lambda n, starts=starts: move(house, *starts[n]))
        assert [type(result) for result in results] == [SlotTaken] * 2
        assert (house.again(early), house.again(late)) == (early, late)
        house.cancel(early), house.cancel(late)


def test_a_ring_of_three_never_blocks_itself(house):
    starts = [at(FRIDAY, "10:00"), NOON, THREE]
    for _ in range(ROUNDS):
        ring = [house.hold(start, technician="Anna") for start in starts]
        moved(at_once(3, lambda n, ring=ring: move(house, ring[n], starts[(n + 1) % 3])))
        assert nobody_is_in_two_places(house)
        for booking in ring:
            house.cancel(booking)


def test_of_a_move_and_a_hold_for_one_place_one_has_it(house):
    for _ in range(ROUNDS):
        booking = house.hold(THREE, technician="Anna")
        acts = (lambda b: move(house, b, NOON), lambda _: house.hold(NOON, technician="Anna"))
        results = at_once(2, lambda n, b=booking, acts=acts: acts[n](b))
        assert sum(isinstance(result, SlotTaken) for result in results) == 1
        assert nobody_is_in_two_places(house)
        assert every_visit_has_its_places(house)
        for row in house.rows("select id from coresync.bookings where status = 'held'"):
            house.cancel(house.bookings.get(row["id"]))


def test_of_two_who_move_to_one_place_one_has_it(house):
    for _ in range(ROUNDS):
        both = [house.hold(at(FRIDAY, "10:00"), technician="Anna"), house.hold(THREE, technician="Anna")]
        results = at_once(2, lambda n, both=both: move(house, both[n], NOON))
        assert len(moved(results)) == 1
        assert nobody_is_in_two_places(house)
        for booking in both:
            house.cancel(booking)


def test_the_same_move_asked_for_by_many_counts_once(house):
    booking = house.confirmed()
    results = at_once(8, lambda _: move(house, booking, NOON, key="move-1"))
    assert {result.booking.version for result in results} == {booking.version + 1}
    assert sum(len(result.events) for result in results) == 1
    assert house.again(booking).moves == 1


def test_moves_of_one_booking_under_many_keys_stop_at_what_its_policy_allows(house):
    booking = house.confirmed()
    starts = [NOON + timedelta(minutes=5 * n) for n in range(6)]
    results = at_once(6, lambda n: move(house, booking, starts[n]))
    assert len(moved(results)) <= 2
    assert house.again(booking).moves == len(moved(results)) > 0
    assert every_visit_has_its_places(house)


@pytest.mark.parametrize("also", [(), (RequestedItem(SWEDISH, guest=2),)])
def test_a_cancellation_and_a_move_come_one_after_the_other(house, also):
    for _ in range(3):
        booking = house.confirmed(THREE, also=also)
        acts = (lambda b: move(house, b, NOON), house.cancel)
        results = at_once(2, lambda n, b=booking, acts=acts: acts[n](b))
        assert isinstance(results[0], (Rescheduled, WrongState))
        assert results[1].refund_cents == booking.total_cents
        assert house.status(booking) == "cancelled"
        assert house.count("booking_resources", "active") == 0
    house.relay_outbox()
    assert house.ledger().keys().isdisjoint({"stripe_clearing", "sales_tax_payable", "guest_balances"})


def test_two_guests_who_leave_at_once_leave_one(house):
    booking = house.confirmed(THREE, also=(RequestedItem(SWEDISH, guest=2),))
    results = at_once(2, lambda n: take_out(house, booking, n + 1))
    assert sorted(type(result).__name__ for result in results) == ["GuestRemoved", "LastGuest"]
    assert (house.again(booking).party, house.count("refunds")) == (1, 1)


def test_a_guest_who_leaves_while_the_group_moves_leaves_no_place_behind(house):
    for start in (NOON, at(FRIDAY, "10:00"), THREE):
        booking = house.hold(at(FRIDAY, "13:00"), also=(RequestedItem(SWEDISH, guest=2),))
        acts = (lambda b, start=start: move(house, b, start), lambda b: take_out(house, b, 2))
        results = at_once(2, lambda n, b=booking, acts=acts: acts[n](b))
        assert not isinstance(results[1], Exception)
        assert every_visit_has_its_places(house)
        assert len(house.again(booking).allocations) == 2
        house.cancel(booking)


def test_a_hold_that_ends_does_not_move_and_one_that_moves_has_not_ended(house):
    for _ in range(3):
        booking = house.hold(THREE)
        house.wait(10)
        acts = (lambda b: move(house, b, NOON), lambda _: house.expire_holds())
        results = at_once(2, lambda n, b=booking, acts=acts: acts[n](b))
        assert isinstance(results[0], (HoldEnded, WrongState))
        assert house.status(booking) == "expired"


def test_a_move_and_a_checkout_that_opens_come_one_after_the_other(house):
    for _ in range(3):
        booking = house.hold(THREE)
        acts = (lambda b: move(house, b, NOON), house.open_payment)
        results = at_once(2, lambda n, b=booking, acts=acts: acts[n](b))
        stands = house.again(booking)
        assert (stands.starts_at == NOON) == isinstance(results[0], Rescheduled)
        assert stands.status == Status.PAYING
        house.cancel(booking)


def test_who_arrives_as_they_are_given_up_is_one_of_both(house):
    for _ in range(3):
        booking = house.confirmed(NOON)
        house.now = NOON + timedelta(minutes=15)
        at_once(2, lambda n, b=booking: (receive, no_show)[n](house, b))
        stands = house.again(booking)
        assert (stands.status == Status.NO_SHOW) == (stands.arrived_at is None)
        house.now = NOON - timedelta(days=1)
        house.database.run("update coresync.bookings set status = 'completed' where status = 'confirmed'")
        house.database.run("delete from coresync.booking_resources where booking_id = %s", (booking.id,))


def test_a_crowd_that_moves_about_never_meets(house):
    """Twelve bookings of three people, each moved about by a client of its own while others book and cancel."""
    day, names = at(THURSDAY, "14:00"), ("Anna", "Marco", "Lena")
    crowd = [house.hold(day + timedelta(minutes=70 * n), technician=name) for n in range(3) for name in names]

    def wander(number: int) -> None:
        booking = crowd[number % len(crowd)]
        for step in range(5):
            start = day + timedelta(minutes=35 * ((number * 3 + step * 5) % 6))
            try:
                if number < len(crowd):
                    move(house, booking, start, items=(RequestedItem(SWEDISH),))
                else:
                    house.cancel(house.hold(start))
            except SlotTaken:
                continue

    assert at_once(len(crowd) + 4, wander) == [None] * (len(crowd) + 4)
    assert nobody_is_in_two_places(house)
    assert every_visit_has_its_places(house)


def test_a_visit_that_ends_as_it_is_cancelled_is_one_of_both(house):
    booking = house.confirmed(NOON)
    house.now = booking.ends_at
    results = at_once(2, lambda n: (lambda: complete(house), lambda: house.cancel(booking))[n]())
    assert isinstance(results[1], WrongState)
    assert house.status(booking) == "completed"
