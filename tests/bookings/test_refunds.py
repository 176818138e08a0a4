"""Money that goes back: by the policy that was sold, exactly once, however often Stripe has to be asked."""

import json
import logging
from datetime import timedelta

import pytest

from infra.local.stand_ins.faults import Faults
from shared_lib.bookings import handle_payment_event as handling
from shared_lib.bookings import send_refunds as sending
from shared_lib.kernel.errors import VendorRefused, WrongState
from tests.snapshots import FRIDAY, at
from tests.spa_house import SWEDISH, THREE, at_once, pay_house


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


@pytest.mark.parametrize(("hours", "percent"), [(48, 100), (47, 50), (24, 50), (23, 0)])
def test_a_cancellation_returns_what_the_policy_says(house, hours, percent):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=hours)
    cancelled = house.cancel(booking)
    assert cancelled.refund_cents == booking.total_cents * percent // 100
    assert house.relay_outbox() == 200
    assert house.returned_cents() == ([cancelled.refund_cents] if percent else [])
    assert house.ledger()["stripe_clearing" if percent < 100 else "refunds"] >= 0


def test_a_cancelled_visit_gives_its_place_back_at_once(house):
    booking = house.confirmed(technician="Anna")
    house.cancel(booking)
    assert house.hold(technician="Anna").starts_at == booking.starts_at


def test_cancelling_twice_returns_once(house):
    booking = house.confirmed()
    results = at_once(6, lambda _: house.cancel(booking).refund_cents)
    assert sorted(results) == [0] * 5 + [booking.total_cents]
    house.relay_outbox()
    assert house.returned_cents() == [booking.total_cents]


@pytest.mark.parametrize("after", [timedelta(0), timedelta(hours=3)])
def test_a_visit_that_has_begun_is_not_cancelled(house, after):
    booking = house.confirmed()
    house.now = THREE + after
    with pytest.raises(WrongState):
        house.cancel(booking)


def test_a_hold_is_let_go_without_money(house):
    booking = house.hold()
    assert house.cancel(booking).refund_cents == 0
    assert house.count("refunds") == 0


def test_what_stripe_does_half_of_the_time_is_done_exactly_once_in_the_end(house):
    starts = [at(FRIDAY, "10:00"), at(FRIDAY, "11:15"), at(FRIDAY, "12:30"), at(FRIDAY, "13:45")]
    for start in starts:
        house.cancel(house.confirmed(start, SWEDISH))
    house.stripe.faults = Faults(error_rate=0.3, drop_rate=0.3)
    assert any(house.relay_outbox() == 200 for _ in range(60))
    assert len(house.returned_cents()) == len(starts)
    assert house.count("refunds", "status = 'sent'") == len(starts)
    assert house.wire.types.count("payment.refunded") == len(starts)


def test_two_relays_at_once_return_the_money_once(house):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=30)
    cents = house.cancel(booking).refund_cents
    at_once(4, lambda _: house.relay_outbox())
    house.relay_outbox()
    assert house.returned_cents() == [cents]
    assert house.again(booking).paid.refunded_cents == cents


def test_a_relay_that_died_after_stripe_had_done_it_notes_the_same_refund(house, monkeypatch):
    booking = house.confirmed()
    house.cancel(booking)

    def die(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(house.bookings, "change", die)
        with pytest.raises(KeyboardInterrupt):
            house.relay_outbox()
    assert house.relay_outbox() == 200
    (refund,) = house.stripe.state()["refunds"]
    assert house.rows("select stripe_refund_id as id from coresync.refunds") == [{"id": refund["id"]}]


def test_one_hook_call_settles_its_own_bookings_refund_and_no_others(house):
    """Stripe waits for our answer: the rest is the relay's work."""
    house.cancel(house.confirmed())
    booking, url = house.paying()
    house.cancel(booking)
    house.pay(url)
    house.tell("checkout.session.completed")
    assert (house.count("refunds", "status = 'due'"), house.count("refunds", "status = 'sent'")) == (1, 1)


def test_while_stripe_does_not_take_our_key_the_manager_hears_of_it_once_a_day(house):
    house.cancel(house.confirmed())
    house.stripe.faults = Faults(error_rate=1, status=401)
    for minutes in (0, 1, 24 * 60):
        house.wait(minutes)
        assert house.relay_outbox() == 503
    assert house.alerts() == [("token_dying", {"service": "stripe", "code": "ACCESS_LOST"})] * 2
    house.stripe.faults = Faults()
    assert house.relay_outbox() == 200
    assert len(house.returned_cents()) == 1


@pytest.fixture
def alarms(monkeypatch):
    """What people were called for."""
    heard = []
    for module in (sending, handling):
        monkeypatch.setattr(module, "alert", lambda _code, message, **facts: heard.append((message, facts["level"])))
    return heard


def test_a_full_refund_leaves_no_tax_owed(house):
    booking = house.confirmed()
    house.cancel(booking)
    house.relay_outbox()
    assert "sales_tax_payable" not in house.ledger()
    assert house.ledger()["refunds"] == booking.net_cents


def test_a_refund_that_stripe_refuses_calls_a_person_once(house, alarms, monkeypatch):
    def refuse(_):
        raise VendorRefused("stripe", "no")

    booking = house.confirmed()
    house.cancel(booking)
    monkeypatch.setattr(house.payments, "refund", refuse)
    assert [house.relay_outbox() for _ in range(3)] == [200] * 3
    assert alarms == [("a refund needs a person", logging.CRITICAL)]
    assert house.count("refunds", "status = 'failed'") == 1
    assert house.actions(booking)[-1] == "refund.failed"
    assert house.alerts() == [("refund_failed", {"reference": booking.reference, "code": "refused"})]


def test_a_refund_that_the_bank_sends_back_is_noted_and_calls_a_person_once(house, alarms):
    booking = house.confirmed()
    house.cancel(booking)
    house.relay_outbox()
    (refund,) = house.stripe.state()["refunds"]
    body = {"id": "evt_bank", "object": "event", "type": "refund.failed", "data": {"object": refund}}
    assert [house.deliver(json.dumps(body).encode()) for _ in range(2)] == [204, 204]
    assert alarms == [("a refund failed at the bank", logging.CRITICAL)]
    assert house.count("refunds", "status = 'failed'") == 1
    assert house.alerts() == [("refund_failed", {"reference": booking.reference, "code": "sent back"})]
    assert house.again(booking).payments[0].refunded_cents == 0
    assert house.ledger()["stripe_clearing"] == booking.total_cents


def test_a_payment_of_another_amount_than_the_price_goes_back_whole(house):
    booking, url = house.paying()
    house.database.run("update coresync.bookings set net_cents = net_cents + 100, total_cents = total_cents + 100")
    house.database.run("update coresync.booking_lines set price_cents = price_cents + 100")
    assert house.pay(url) == "paid"
    assert set(house.tell("checkout.session.completed")) == {204}
    assert house.relay_outbox() == 200
    assert house.returned_cents() == [booking.total_cents]
    assert house.ledger() == {}
    assert house.status(booking) == "paying"
    house.wait(minutes=60)
    assert house.expire_holds() == 200
    assert house.status(booking) == "expired"
