"""Every entry of the ledger adds up to nothing."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from shared_lib.domain.ledger import captured, refunded, undone
from tests.visits import a_visit


def balance(postings) -> int:
    return sum(posting.cents for posting in postings)


def test_a_payment_is_split_into_what_was_sold_and_its_tax():
    entry = {posting.account: posting.cents for posting in captured(a_visit())}
    assert entry == {
        "stripe_clearing": 21736,
        "revenue:deep-tissue-massage": -16800,
        "revenue:hot-stone": -4000,
        "sales_tax_payable": -936,
    }


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6), st.integers(0, 10**5))
def test_every_capture_balances_and_has_no_empty_lines(prices, tax):
    line = a_visit().lines[0]
    lines = tuple(dataclasses.replace(line, item_id=f"item-{n}", price_cents=cents) for n, cents in enumerate(prices))
    visit = a_visit(lines=lines, net_cents=sum(prices), tax_cents=tax, total_cents=sum(prices) + tax)
    assert balance(captured(visit)) == 0
    assert all(posting.cents for posting in captured(visit))


@given(st.integers(1, 10**7))
def test_every_refund_balances(cents):
    assert balance(refunded(a_visit(), cents)) == 0
    assert balance(refunded(a_visit(), cents) + undone(refunded(a_visit(), cents))) == 0


def test_a_full_refund_owes_no_tax_any_more():
    entry = {posting.account: posting.cents for posting in refunded(a_visit(), 21736)}
    assert entry == {"refunds": 20800, "sales_tax_payable": 936, "stripe_clearing": -21736}
