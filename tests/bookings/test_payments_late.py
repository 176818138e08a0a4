"""Payments that come when nobody waits for them: late, for a cancelled visit, a second time. They book or come back."""

import json

import pytest

from shared_lib.bookings.lifecycle import Status
from tests.spa_house import THREE, at_once, pay_house

COMPLETED = "checkout.session.completed"


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_a_late_payment_takes_its_own_place_again_where_it_is_free(house):
    """Paid, but the place is gone. Here it is still there."""
    booking, url = house.paying()
    house.let_go(booking)
    house.pay(url)
    house.tell(COMPLETED)
    again = house.again(booking)
    assert (again.status, again.allocations) == (Status.CONFIRMED, booking.allocations)
    assert house.returned_cents() == []


def test_a_late_payment_takes_other_places_where_its_own_are_gone(house):
    booking, url = house.paying()
    house.let_go(booking)
    other = house.hold(technician=booking.technicians[0])
    house.pay(url)
    house.tell(COMPLETED)
    again = house.again(booking)
    assert again.status == Status.CONFIRMED
    assert set(again.technicians).isdisjoint(other.technicians)


def test_a_late_payment_takes_the_place_of_a_hold_that_has_ended(house):
    booking, url = house.paying()
    house.let_go(booking)
    ended = [house.hold(), house.hold()]
    house.wait(11)
    house.pay(url)
    house.tell(COMPLETED)
    assert house.status(booking) == "confirmed"
    assert sorted(house.status(hold) for hold in ended) == ["expired", "held"]


def test_a_late_payment_for_a_taken_place_comes_back_once(house):
    booking, url = house.paying()
    house.let_go(booking)
    house.hold(), house.hold()
    house.pay(url)
    house.tell(COMPLETED)
    house.tell(COMPLETED)
    house.relay_outbox()
    assert (house.status(booking), house.returned_cents()) == ("expired", [booking.total_cents])
    assert house.wire.types[:2] == ["payment.captured", "payment.refunded"]
    assert house.ledger()["refunds"] == booking.net_cents
    assert house.ledger().keys().isdisjoint({"stripe_clearing", "sales_tax_payable"})


def test_a_late_payment_keeps_the_length_that_was_sold(house):
    booking, url = house.paying()
    house.let_go(booking)
    house.rows(
        "insert into coresync.price_books select spa_id, 2, jsonb_set(content, '{treatments,0,minutes}', '90'),"
        " 'edited', published_at from coresync.price_books returning version"
    )
    house.pay(url)
    house.tell(COMPLETED)
    assert house.again(booking).allocations == booking.allocations


def test_of_two_late_payments_for_the_last_place_one_books_and_one_comes_back(house):
    late = [house.paying(), house.paying()]
    for booking, url in late:
        house.let_go(booking)
        house.pay(url)
    house.hold()
    bodies = [json.dumps(event).encode() for event in house.events(COMPLETED)]
    assert at_once(2, lambda n: house.deliver(bodies[n])) == [204, 204]
    assert sorted(house.status(booking) for booking, _ in late) == ["confirmed", "expired"]
    assert house.returned_cents() == [late[0][0].total_cents]


def test_a_late_payment_for_what_is_no_longer_sold_comes_back(house):
    booking, url = house.paying()
    house.let_go(booking)
    house.rows(
        "insert into coresync.price_books select spa_id, 2, content #- '{treatments,0}', 'edited', published_at"
        " from coresync.price_books returning version"
    )
    house.pay(url)
    house.tell(COMPLETED)
    assert house.returned_cents() == [booking.total_cents]


def test_a_payment_for_a_cancelled_booking_comes_back(house):
    booking, url = house.paying()
    house.cancel(booking)
    house.pay(url)
    house.tell(COMPLETED)
    assert (house.status(booking), house.returned_cents()) == ("cancelled", [booking.total_cents])
    assert house.rows("select reason from coresync.refunds")[0]["reason"] == "cancelled"


def test_who_pays_twice_gets_the_second_payment_back(house):
    booking, url = house.paying()
    house.database.run("update coresync.payments set status = 'expired'")
    second = house.open_payment(booking)
    house.pay(url)
    house.tell(COMPLETED)
    house.pay(second)
    house.tell(COMPLETED)
    again = house.again(booking)
    assert [payment.refunded_cents for payment in again.payments] == [0, booking.total_cents]
    assert again.paid.attempt == 1
    assert house.ledger()["stripe_clearing"] == booking.total_cents


def test_cancelling_a_visit_that_was_paid_twice_returns_the_other_payment(house):
    booking, url = house.paying(THREE)
    house.database.run("update coresync.payments set status = 'expired'")
    second = house.open_payment(booking)
    house.pay(second)
    house.tell(COMPLETED)
    house.pay(url)
    house.tell(COMPLETED)
    house.cancel(house.again(booking))
    assert house.relay_outbox() == 200
    assert [payment.refunded_cents for payment in house.again(booking).payments] == [
        booking.total_cents,
        booking.total_cents,
    ]
