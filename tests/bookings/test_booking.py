"""A booking as it stands: whether it lives, who paid for it, and what comes back."""

import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest

from shared_lib.bookings.contact import Contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.payments.payment import Payment
from tests.visits import NOW, a_visit

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("status", [Status.HELD, Status.PAYING])
def test_a_hold_lives_until_its_last_moment_and_not_in_it(status):
    held = a_visit(status=status, held_until=NOW)
    assert held.is_live_hold(NOW - timedelta(microseconds=1))
    assert not held.is_live_hold(NOW)


def test_what_is_confirmed_is_no_hold():
    assert not a_visit(held_until=NOW + MINUTE).is_live_hold(NOW)


@pytest.mark.parametrize(("hours", "percent"), [(72, 100), (48, 100), (47.99, 50), (24, 50), (23.99, 0), (-1, 0)])
def test_what_comes_back_follows_the_policy_that_was_sold(hours, percent):
    visit = a_visit(policy={"refund": [[0, 0], [48, 100], [24, 50]]})
    assert visit.refund_percent(visit.starts_at - timedelta(hours=hours)) == percent


def test_a_share_that_a_move_has_reached_is_not_exceeded():
    visit = a_visit(policy={"refund": [[0, 0], [48, 100], [24, 50]]}, refund_at_most=50)
    assert [visit.refund_percent(visit.starts_at - timedelta(hours=hours)) for hours in (72, 30, 1)] == [50, 50, 0]


def test_of_two_payments_the_one_that_was_given_back_did_not_pay():
    first = Payment(UUID(int=1), 1, "paid", 5000, NOW, refunded_cents=5000)
    second = Payment(UUID(int=2), 2, "paid", 5000, NOW)
    assert a_visit(payments=(first, second)).paid == second
    assert a_visit(payments=(first,)).paid == first
    assert a_visit(payments=()).paid is None


def test_the_open_payment_is_the_one_under_way():
    ended, opening = Payment(UUID(int=1), 1, "expired", 1, NOW), Payment(UUID(int=2), 2, "opening", 1, NOW)
    assert a_visit(payments=(ended, opening)).open_payment == opening
    assert a_visit(payments=(ended,)).open_payment is None


def test_places_have_their_names_and_the_room_its_area():
    room, technician = a_visit().allocations
    visit = a_visit(allocations=(dataclasses.replace(room, area="Private"), technician))
    assert (visit.room, visit.area, visit.technicians) == ("Treatment Room 1", "Private", ("Anna",))
    assert (a_visit(allocations=()).room, a_visit(allocations=()).area) == ("", "")


@pytest.mark.parametrize(("name", "first"), [("Daniel Example", "Daniel"), ("  ", ""), ("Li", "Li")])
def test_a_guest_is_called_by_the_first_name(name, first):
    assert Contact(name).first_name == first
