"""A move is no way around the policy: late, a difference goes back by its share, and a share once reached stays."""

from datetime import timedelta

import pytest

from shared_lib.availability.request import RequestedItem
from shared_lib.kernel.override import Override
from tests.change_house import REFLEXOLOGY, SPORTS, books_are_right, came_after_all, move, no_show, told
from tests.snapshots import FRIDAY, at
from tests.spa_house import SWEDISH, pay_house

NOON = at(FRIDAY, "12:00")
SUNDAY = at(FRIDAY.replace(day=22), "12:00")
DIFFERENCE = 18810 - 12018
WORD = Override("manager-1", "Our mistake")


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def cheaper(house, booking, **more):
    return move(house, booking, house.again(booking).starts_at, items=(RequestedItem(REFLEXOLOGY),), **more)


@pytest.mark.parametrize(("hours", "percent"), [(48, 100), (47, 50), (24, 50)])
def test_a_difference_goes_back_by_the_share_of_the_policy(house, hours, percent):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=hours)
    moved = cheaper(house, booking)
    assert moved.refund_cents == DIFFERENCE * percent // 100
    assert moved.booking.fees_cents == DIFFERENCE - moved.refund_cents
    assert moved.booking.balance_cents == 0
    books_are_right(house, booking)
    assert house.ledger().get("revenue:change_fee", 0) <= 0
    assert house.returned_cents() == [moved.refund_cents]


def test_what_is_kept_of_a_difference_is_told_and_has_its_tax_in_it(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=30)
    moved = cheaper(house, booking)
    fee = house.again(booking).sold.part(moved.booking.fees_cents)
    assert told(house)["kept_cents"] == fee.cents == 3396
    house.relay_outbox()
    assert house.ledger()["revenue:change_fee"] == -fee.net_cents
    assert house.ledger()["sales_tax_payable"] == -moved.booking.tax_cents - fee.tax_cents


def test_to_something_cheaper_and_then_away_gives_no_more_than_to_cancel(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=25)
    back = cheaper(house, booking).refund_cents + house.cancel(booking).refund_cents
    assert back == booking.total_cents // 2
    books_are_right(house, booking)


def test_far_ahead_and_then_away_gives_no_more_than_to_cancel(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=24)
    moved = move(house, booking, SUNDAY).booking
    assert (moved.refund_at_most, moved.refund_percent(house.now)) == (50, 50)
    assert house.cancel(booking).refund_cents == booking.total_cents // 2


def test_a_share_that_was_reached_stays_whatever_is_moved_later(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=24)
    move(house, booking, SUNDAY)
    house.now = SUNDAY - timedelta(hours=48)
    moved = cheaper(house, booking)
    assert (moved.refund_cents, moved.booking.refund_at_most, moved.booking.moves) == (DIFFERENCE // 2, 50, 2)


def test_a_hold_that_moves_has_reached_nothing(house):
    booking = house.hold(NOON)
    house.now = NOON - timedelta(hours=30)
    house.database.run("update coresync.bookings set held_until = held_until + interval '2 days'")
    assert move(house, booking, SUNDAY).booking.refund_at_most == 100


def test_on_the_word_of_staff_all_of_it_goes_back_and_no_share_is_reached(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=25)
    moved = cheaper(house, booking, override=WORD)
    assert (moved.refund_cents, moved.booking.fees_cents, moved.booking.refund_at_most) == (DIFFERENCE, 0, 100)
    assert told(house)["override"]["set_aside"] == ["refund"]
    books_are_right(house, booking)


def test_staff_set_aside_a_share_that_was_reached(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=25)
    moved = move(house, booking, SUNDAY).booking
    assert cheaper(house, moved, override=WORD).refund_cents == DIFFERENCE


@pytest.mark.parametrize("treatment", [SWEDISH, SPORTS])
def test_a_fee_stays_a_fee_when_something_dearer_is_chosen_again(house, treatment):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=30)
    fee = cheaper(house, booking).booking.fees_cents
    moved = move(house, booking, NOON, items=(RequestedItem(treatment),)).booking
    assert moved.fees_cents == fee
    assert moved.balance_cents == moved.total_cents + fee - moved.paid.kept_cents > 0
    books_are_right(house, booking)


def test_a_no_show_after_a_fee_and_back_again_leaves_the_books_even(house):
    booking = house.confirmed(NOON)
    house.database.run("update coresync.bookings set policy = policy || '{\"no_show_percent\": 75}'")
    house.now = NOON - timedelta(hours=30)
    cheaper(house, booking)
    house.now = NOON + timedelta(minutes=15)
    no_show(house, booking)
    books_are_right(house, booking)
    came_after_all(house, booking)
    books_are_right(house, booking)
