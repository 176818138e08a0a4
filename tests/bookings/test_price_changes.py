"""What is sold may change with a move: cheaper goes back, dearer is paid at the desk, and the ledger stays even."""

from datetime import timedelta

import pytest

from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.lifecycle import Status
from tests.change_house import FACIAL, REFLEXOLOGY, SPORTS, books_are_right, move, settled, sold, take_out, told
from tests.snapshots import FRIDAY, at
from tests.spa_house import SWEDISH, THREE, pay_house

NOON = at(FRIDAY, "12:00")


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_a_cheaper_treatment_sends_the_difference_back(house):
    booking = house.confirmed(NOON)
    moved = move(house, booking, NOON, items=(RequestedItem(REFLEXOLOGY),))
    assert sold(moved.booking) == [(1, REFLEXOLOGY, 11500)]
    assert moved.refund_cents == booking.total_cents - moved.booking.total_cents == 18810 - 12018
    assert settled(house) == {"stripe_clearing": 12018, f"revenue:{REFLEXOLOGY}": -11500, "sales_tax_payable": -518}
    assert house.returned_cents() == [18810 - 12018]
    assert house.rows("select reason from coresync.refunds") == [{"reason": "price_difference"}]


def test_a_dearer_treatment_leaves_a_balance_for_the_desk(house):
    booking = house.confirmed(NOON)
    moved = move(house, booking, NOON, items=(RequestedItem(SPORTS),)).booking
    assert (moved.total_cents, moved.balance_cents) == (30305, 30305 - 18810)
    assert moved.ends_at - moved.starts_at == timedelta(minutes=80)
    assert settled(house)["guest_balances"] == 30305 - 18810
    assert house.returned_cents() == []


def test_an_add_on_is_priced_anew_with_the_minutes_that_it_takes(house):
    booking = house.confirmed(NOON)
    moved = move(house, booking, NOON, items=(RequestedItem(SWEDISH, add_on_ids=("hot-stone",)),)).booking
    assert sold(moved) == [(1, SWEDISH, 18000), (1, "hot-stone", 4000)]
    assert moved.ends_at == booking.ends_at + timedelta(minutes=15)
    assert {allocation.ends - allocation.begins for allocation in moved.allocations} == {timedelta(minutes=85)}
    books_are_right(house, booking)


def test_the_price_that_was_agreed_stays_where_only_the_time_changes(house):
    booking = house.confirmed(NOON)
    house.rows(
        "insert into coresync.price_books select spa_id, 2, jsonb_set(content,"
        " '{treatments,0,prices,Non-Member}', '99900'), 'edited', published_at"
        " from coresync.price_books returning version"
    )
    same = move(house, booking, THREE).booking
    assert (same.lines, same.price_book_version) == (booking.lines, 1)
    dearer = move(house, booking, THREE, items=(RequestedItem(SWEDISH, add_on_ids=("aromatherapy",)),)).booking
    assert (sold(dearer)[0], dearer.price_book_version) == ((1, SWEDISH, 99900), 2)


def test_to_and_fro_leaves_nothing_behind(house):
    booking = house.confirmed(NOON)
    move(house, booking, NOON, items=(RequestedItem(SPORTS),))
    moved = move(house, booking, NOON, items=(RequestedItem(SWEDISH),))
    assert (moved.refund_cents, moved.booking.balance_cents) == (0, 0)
    assert settled(house) == {
        "stripe_clearing": 18810,
        f"revenue:{SWEDISH}": -18000,
        "sales_tax_payable": -810,
    }


@pytest.mark.parametrize(("hours", "percent"), [(50, 100), (30, 50), (20, 0)])
@pytest.mark.parametrize("treatment", [REFLEXOLOGY, SPORTS])
def test_cancelling_after_such_a_move_returns_of_what_was_paid_and_not_given_back(house, treatment, hours, percent):
    booking = house.confirmed()
    moved = move(house, booking, THREE, items=(RequestedItem(treatment),)).booking
    house.now = THREE - timedelta(hours=hours)
    paid = moved.total_cents - moved.balance_cents
    cancelled = house.cancel(booking)
    assert cancelled.refund_cents == paid * percent // 100
    books_are_right(house, booking)
    assert "guest_balances" not in house.ledger()


def test_a_whole_refund_leaves_every_account_as_it_was(house):
    booking = house.confirmed()
    for treatment in (SPORTS, REFLEXOLOGY):
        move(house, booking, THREE, items=(RequestedItem(treatment),))
    house.cancel(booking)
    ledger = settled(house)
    assert sum(house.returned_cents()) == booking.total_cents
    assert ledger == {f"revenue:{REFLEXOLOGY}": -11500, "refunds": 11500}


def test_a_difference_that_the_bank_sends_back_is_owed_again(house):
    booking = house.confirmed(NOON)
    move(house, booking, NOON, items=(RequestedItem(REFLEXOLOGY),))
    house.relay_outbox()
    (refund,) = house.rows("select id from coresync.refunds")
    assert house.bookings.change(
        booking.id, lambda change: change.refunds.failed(refund["id"], actor="stripe"), now=house.now
    )
    assert house.ledger()["guest_balances"] == -(18810 - 12018)
    assert house.again(booking).balance_cents == 0
    assert house.cancel(booking).refund_cents == 12018


def test_a_hold_is_priced_anew_and_paid_as_it_stands_then(house):
    booking = move(house, house.hold(NOON), NOON, items=(RequestedItem(REFLEXOLOGY),)).booking
    assert (booking.total_cents, booking.balance_cents, house.count("ledger_entries")) == (12018, 0, 0)
    assert house.pay(house.open_payment(booking)) == "paid"
    house.tell("checkout.session.completed")
    assert house.again(booking).paid.amount_cents == 12018
    books_are_right(house, booking)


def test_one_visit_of_a_group_changes_and_the_others_keep_their_numbers(house):
    also = (RequestedItem("ai-massage-bed", guest=2), RequestedItem(SWEDISH, guest=3))
    booking = house.confirmed(NOON, also=also)
    without = take_out(house, booking, 2).booking
    moved = move(house, without, NOON, items=(RequestedItem(SWEDISH), RequestedItem(FACIAL, guest=2))).booking
    assert [line[:2] for line in sold(moved)] == [(1, SWEDISH), (3, FACIAL)]
    assert {allocation.visit for allocation in moved.allocations} == {1, 3}
    assert [visit.guest for visit in moved.visits] == [1, 3]
    books_are_right(house, booking)


def test_what_changed_in_money_is_told(house):
    booking = house.confirmed(NOON)
    moved = move(house, booking, THREE, items=(RequestedItem(REFLEXOLOGY),))
    assert told(house)["refund_cents"] == moved.refund_cents
    assert moved.booking.status == Status.CONFIRMED
