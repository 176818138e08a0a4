"""Every entry of the ledger adds up to nothing."""

import dataclasses
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from shared_lib.kernel.money import Amount
from shared_lib.payments.ledger import captured, charged_fee, exchanged, refunded, undone, waived
from shared_lib.payments.payment import RefundReason
from tests.visits import a_visit


def balance(postings) -> int:
    return sum(posting.cents for posting in postings)


def accounts(postings) -> dict[str, int]:
    """Return what an entry does to each account that it changes."""
    totals: Counter[str] = Counter()
    for posting in postings:
        totals[posting.account] += posting.cents
    return {account: cents for account, cents in totals.items() if cents}


def test_a_payment_is_split_into_what_was_sold_and_its_tax():
    entry = {posting.account: posting.cents for posting in captured(a_visit().lines, tax_cents=a_visit().tax_cents)}
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
    assert balance(captured(visit.lines, tax_cents=visit.tax_cents)) == 0
    assert all(posting.cents for posting in captured(visit.lines, tax_cents=visit.tax_cents))


@given(st.integers(1, 10**7), st.sampled_from(RefundReason))
def test_every_refund_balances(cents, reason):
    entry = refunded(a_visit().sold.part(cents), reason)
    assert balance(entry) == 0
    assert balance(entry + undone(entry)) == 0


def test_a_full_refund_owes_no_tax_any_more():
    assert accounts(refunded(a_visit().sold, RefundReason.CANCELLED)) == {
        "refunds": 20800,
        "sales_tax_payable": 936,
        "stripe_clearing": -21736,
    }


def test_a_difference_in_price_was_taken_off_the_sale_before_it_goes_back():
    entry = refunded(Amount(4000, 180), RefundReason.PRICE_DIFFERENCE)
    assert accounts(entry) == {"guest_balances": 4180, "stripe_clearing": -4180}


def test_what_is_sold_instead_leaves_the_difference_to_the_guest():
    massage, stone = a_visit().lines
    assert accounts(exchanged((massage, stone), (massage,))) == {
        "revenue:hot-stone": 4000,
        "sales_tax_payable": 180,
        "guest_balances": -4180,
    }
    assert accounts(exchanged((massage,), (massage, stone)))["guest_balances"] == 4180


def test_a_fee_is_taken_from_what_the_guest_would_have_back():
    entry = charged_fee(Amount(4000, 180))
    assert accounts(entry) == {"guest_balances": 4180, "revenue:change_fee": -4000, "sales_tax_payable": -180}


def test_a_balance_that_nobody_will_pay_is_no_revenue_and_no_tax():
    entry = waived(Amount(4000, 180))
    assert accounts(entry) == {"refunds": 4000, "sales_tax_payable": 180, "guest_balances": -4180}
