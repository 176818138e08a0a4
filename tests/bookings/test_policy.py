"""What a policy says of changes, and that no cent of a price is lost or had twice."""

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.availability.rejections import RejectionCode
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.policy import (
    broken_by_move,
    check_changeable,
    no_show_refund_percent,
    owed_again,
    refund_cents,
    refund_percent,
    settle_price,
)
from shared_lib.kernel.errors import HoldEnded, WrongState
from shared_lib.kernel.money import Amount, share
from shared_lib.kernel.override import Override, Rule
from shared_lib.payments.payment import Payment
from shared_lib.pricing.price_book import Policies
from tests.visits import NOW, STARTS, a_visit

CENTS = st.integers(0, 10**6)
POLICY = Policies().to_json()


@given(CENTS, CENTS, st.data(), st.integers(0, 100))
def test_what_goes_back_what_is_waived_and_what_is_kept_are_the_whole_price(net, tax, data, percent):
    sold = Amount(net, min(net, tax))
    unpaid = data.draw(st.integers(0, sold.cents))
    parts = settle_price(sold, unpaid=unpaid, percent=percent)
    assert parts.refund.cents + parts.waived.cents + parts.kept_cents == sold.cents
    assert parts.waived.cents == unpaid
    for amount in (parts.refund, parts.waived):
        assert amount.net_cents >= 0
        assert amount.tax_cents >= 0


@given(CENTS, CENTS, st.data())
def test_a_full_refund_and_what_is_waived_owe_no_tax_any_more(net, tax, data):
    sold = Amount(net, min(net, tax))
    parts = settle_price(sold, unpaid=data.draw(st.integers(0, sold.cents)), percent=100)
    assert parts.refund.tax_cents + parts.waived.tax_cents == sold.tax_cents


PRICES = (11500, 12600, 14500, 18000, 20000, 22000, 26000, 29000, 34500)


@given(st.sampled_from(PRICES), st.sampled_from(PRICES), st.sampled_from((4500, 8875)), st.integers(0, 100))
def test_who_came_after_all_owes_just_the_tax_that_was_given_up(paid, price, rate, percent):
    """What is kept is rounded: it has the same tax in it whichever way it came to be kept."""
    sold = Amount(price, share(price, rate))
    parts = settle_price(sold, unpaid=max(0, sold.cents - paid - share(paid, rate)), percent=percent)
    assert sold - parts.waived - parts.refund == sold.part(parts.kept_cents)
    assert owed_again(sold, parts.refund.cents + parts.waived.cents) == sold - sold.part(parts.kept_cents)


@given(amount=st.integers(1, 10**6), data=st.data())
def test_never_more_goes_back_than_is_still_here(amount, data):
    back = data.draw(st.integers(0, amount))
    owed = data.draw(st.integers(0, amount - back))
    fees = data.draw(st.integers(0, amount - back - owed))
    total = data.draw(st.integers(amount - back - owed - fees, 2 * amount))
    payment = Payment(a_visit().id, 1, "paid", amount, NOW, refunded_cents=back, owed_cents=owed)
    lines = (dataclasses.replace(a_visit().lines[0], price_cents=total, tax_cents=0),)
    visit = a_visit(payments=(payment,), lines=lines, net_cents=total, tax_cents=0, total_cents=total, fees_cents=fees)
    assert refund_cents(visit, STARTS - timedelta(days=9)) == amount - back - owed - fees


def test_what_was_never_paid_has_nothing_to_go_back():
    assert refund_cents(a_visit(payments=()), NOW) == 0


@pytest.mark.parametrize(
    ("moves", "hours", "whys"),
    [
        (0, 24, []),
        (0, 23, [RejectionCode.TOO_LATE_TO_MOVE]),
        (2, 24, [RejectionCode.MOVED_TOO_OFTEN]),
        (2, 23, [RejectionCode.TOO_LATE_TO_MOVE, RejectionCode.MOVED_TOO_OFTEN]),
    ],
)
def test_every_rule_that_forbids_a_move_is_named(moves, hours, whys):
    visit = a_visit(policy=POLICY, moves=moves)
    broken = broken_by_move(visit, STARTS - timedelta(hours=hours))
    assert [rejection.code for _, rejection in broken] == whys
    assert all(rejection.until == STARTS - timedelta(hours=24) for _, rejection in broken)


def test_a_hold_has_no_cut_off():
    assert broken_by_move(a_visit(policy=POLICY, status=Status.HELD, moves=9), STARTS) == ()


@pytest.mark.parametrize(
    ("status", "minutes", "refusal"),
    [
        (Status.PAYING, -1, WrongState),
        (Status.COMPLETED, -1, WrongState),
        (Status.CONFIRMED, 0, WrongState),
        (Status.HELD, 0, HoldEnded),
    ],
)
def test_what_can_not_be_changed_says_so(status, minutes, refusal):
    visit = a_visit(status=status, held_until=STARTS)
    with pytest.raises(refusal):
        check_changeable(visit, STARTS + timedelta(minutes=minutes))


@pytest.mark.parametrize(("percent", "rules"), [(100, ()), (40, (Rule.REFUND,))])
def test_an_override_of_a_refund_is_one_only_where_it_differs(percent, rules):
    word = Override("manager-1", "Our mistake", refund_percent=percent)
    assert refund_percent(a_visit(), word, now=STARTS - timedelta(days=3)) == (percent, rules)
    free = a_visit(policy=POLICY | {"no_show_percent": 0})
    assert no_show_refund_percent(free, word) == (percent, rules)


def test_without_an_override_the_policy_stands():
    assert refund_percent(a_visit(), None, now=STARTS - timedelta(hours=30)) == (50, ())
    assert no_show_refund_percent(a_visit(policy=POLICY), None) == (0, ())
