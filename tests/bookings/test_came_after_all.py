"""Who was taken for a no-show and turns out to have come: money that has not left yet stays here."""

from datetime import timedelta

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.lifecycle import Status
from tests.change_house import SPORTS, came_after_all, move, no_show, told
from tests.snapshots import FRIDAY, at
from tests.spa_house import at_once, pay_house

NOON = at(FRIDAY, "12:00")
STARTS = [at(FRIDAY, "10:00"), at(FRIDAY, "11:15"), NOON + timedelta(minutes=30), at(FRIDAY, "13:45")]


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def missed(house, start=NOON, *, dearer: bool = False):
    """Return a booking of which a quarter is owed to guests who did not come."""
    booking = house.confirmed(start)
    if dearer:
        move(house, booking, start, items=(RequestedItem(SPORTS),))
    house.database.run("update coresync.bookings set policy = policy || '{\"no_show_percent\": 75}'")
    house.now = max(house.now, start + timedelta(minutes=15))
    assert no_show(house, booking).refund_cents > 0
    return booking


@pytest.mark.parametrize("dearer", [False, True])
def test_a_refund_that_is_still_due_is_not_sent_and_not_asked_for_at_the_desk(house, dearer):
    booking = missed(house, dearer=dearer)
    came = came_after_all(house, booking)
    house.relay_outbox()
    assert (house.returned_cents(), house.count("refunds")) == ([], 0)
    assert came.balance_cents == came.total_cents - 18810
    assert house.ledger().get("guest_balances", 0) == came.balance_cents
    assert (house.ledger()["sales_tax_payable"], came.paid.owed_cents) == (-came.tax_cents, 0)
    assert told(house, "booking.completed")["withdrawn_cents"] > 0


def test_a_refund_that_may_have_left_is_asked_for_at_the_desk(house):
    """Stripe was asked and gave no answer: it may have sent it, and it will be asked again."""
    booking = missed(house)
    house.stripe.faults = Faults(error_rate=1)
    assert house.relay_outbox() != 200
    came = came_after_all(house, booking)
    house.stripe.faults = Faults()
    assert house.relay_outbox() == 200
    assert house.returned_cents() == [came.balance_cents]
    assert house.ledger()["guest_balances"] == house.again(booking).balance_cents == came.balance_cents


def test_only_what_was_owed_for_staying_away_is_withdrawn(house):
    booking = house.confirmed(NOON)
    back = move(house, booking, NOON, items=(RequestedItem("reflexology"),)).refund_cents
    house.now = NOON + timedelta(minutes=15)
    no_show(house, booking)
    came_after_all(house, booking)
    house.relay_outbox()
    assert house.returned_cents() == [back] * bool(back)


def test_who_sends_and_who_withdraws_never_both_have_their_way(house):
    for start in STARTS:
        booking, before = missed(house, start), sum(house.returned_cents())
        acts = (house.relay_outbox, lambda booking=booking: came_after_all(house, booking).status)
        assert at_once(2, lambda n, acts=acts: acts[n]()) == [200, Status.COMPLETED]
        house.relay_outbox()
        assert house.again(booking).balance_cents == sum(house.returned_cents()) - before
    assert house.count("refunds", "status = 'due'") == 0
