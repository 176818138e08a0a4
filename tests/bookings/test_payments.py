"""Money and places: a charge always ends as a booking or as a refund, whatever order the news comes in."""

import dataclasses
import json
from datetime import timedelta
from uuid import uuid4

import pytest
import stripe

from infra.local.stand_ins.faults import Faults
from shared_lib.bookings.give_contact import give_contact
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.record_payment import PaymentSource, UnknownPayment, record_payment
from shared_lib.kernel.errors import HoldEnded, VendorRefused, VendorUnavailable, WrongState
from shared_lib.kernel.ids import derived_event_id
from tests.spa_house import GUEST, at_once, pay_house

COMPLETED = "checkout.session.completed"
EXPIRED = "checkout.session.expired"


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_a_payment_confirms_with_ledger_audit_and_events(house):
    booking = house.confirmed()
    assert (booking.status, booking.paid.amount_cents) == (Status.CONFIRMED, booking.total_cents)
    assert house.actions(booking) == ["booking.held", "booking.paying", "payment.captured", "booking.confirmed"]
    assert house.wire.types == ["payment.captured", "booking.confirmed"]
    assert house.ledger() == {
        "stripe_clearing": booking.total_cents,
        "revenue:swedish-massage": -booking.net_cents,
        "sales_tax_payable": -booking.tax_cents,
    }


def test_a_confirmed_visit_knows_its_event_in_google(house):
    held = house.hold()
    booking = house.confirmed()
    rows = house.rows("select id, google_calendar_event_id as event from coresync.bookings order by created_at, id")
    found = {row["id"]: row["event"] for row in rows}
    assert found == {held.id: None, booking.id: derived_event_id(booking.id)}


def test_an_event_that_comes_again_changes_nothing(house):
    """Stored, deduplicated, fetched again."""
    booking = house.confirmed()
    assert house.tell(COMPLETED) == [204]
    assert house.again(booking) == booking
    assert house.count("ledger_entries") == 3


def test_one_event_ten_times_at_one_moment_is_applied_once(house):
    booking, url = house.paying()
    house.pay(url)
    (event,) = house.events(COMPLETED)
    assert at_once(10, lambda _: house.deliver(json.dumps(event).encode())) == [204] * 10
    assert house.status(booking) == "confirmed"
    assert house.count("audit_log", "action = 'booking.confirmed'") == house.count("inbox") == 1


def test_all_events_of_a_payment_in_reverse_confirm_it_once(house):
    booking, url = house.paying()
    house.pay(url, "4000000000000002")
    house.pay(url)
    bodies = [json.dumps(event).encode() for event in house.events()]
    assert {house.deliver(body) for body in reversed(bodies)} == {204}
    assert house.status(booking) == "confirmed"
    assert house.count("audit_log", "action = 'payment.failed'") == 0


def test_events_doubled_and_newest_first_by_the_courier_confirm_once(house, eventually):
    house.stripe.faults = Faults(duplicate=True, reorder=True)
    house.listens = True
    booking, url = house.paying()
    house.pay(url)
    eventually(lambda: house.status(booking) == "confirmed")
    deliveries = lambda: house.stripe.state()["deliveries"]  # noqa: E731 -- two short words
    eventually(lambda: all(delivery["status"] == "delivered" for delivery in deliveries()))
    assert house.ledger()["stripe_clearing"] == booking.total_cents


@pytest.mark.parametrize("kind", ["charge.succeeded", "customer.created", "payment_intent.succeeded"])
def test_a_genuine_event_that_is_not_used_is_acknowledged(house, kind):
    event = {"id": "evt_1", "object": "event", "type": kind, "data": {"object": {"id": "x_1", "object": "thing"}}}
    assert house.deliver(json.dumps(event).encode()) == 204
    assert house.count("inbox") == 0


def test_somebody_elses_sale_on_the_same_account_is_acknowledged(house):
    client = stripe.StripeClient("sk_test_1", base_addresses={"api": house.stripe.url}, max_network_retries=0)
    price = {"currency": "usd", "unit_amount": 100, "product_data": {"name": "A cap"}}
    lines = [{"price_data": price, "quantity": 1}]
    url = "http://127.0.0.1/"
    sold = client.v1.checkout.sessions.create({"mode": "payment", "line_items": lines, "success_url": url})
    house.pay(sold.url)
    house.pay(sold.url, "4000000000000002")
    assert set(house.tell()) == {204}


def test_a_forged_event_is_refused_without_effect(house):
    booking, url = house.paying()
    house.pay(url)
    body = json.dumps(house.events(COMPLETED)[0])
    old = stripe.WebhookSignature.generate_signature_header(body, "whsec_of_a_test", timestamp=1_700_000_000)
    wrong = stripe.WebhookSignature.generate_signature_header(body, "whsec_of_somebody")
    for signature in ("", "t=1,v1=00", wrong, old, None):
        altered = body if signature is not None else body.replace("{", "[", 1)
        assert house.deliver(altered.encode(), signature=signature) == 400
    assert house.status(booking) == "paying"
    assert house.count("inbox") == 0


def test_a_declined_card_leaves_the_place_held_and_says_so(house):
    """The guest tries again on the same page, and pays once."""
    booking, url = house.paying()
    assert house.pay(url, "4000000000000002") != "paid"
    house.tell("payment_intent.payment_failed")
    assert house.wire.types == ["payment.failed"]
    assert house.status(booking) == "paying"
    assert house.open_payment(booking) == url
    house.pay(url)
    house.tell(COMPLETED)
    assert house.status(booking) == "confirmed"


def test_opening_accepts_the_policy_and_keeps_who_accepted_it_encrypted(house):
    booking, _ = house.paying()
    (row,) = house.rows("select policy_accepted as sealed from coresync.bookings")
    assert b"203.0.113.9" not in bytes(row["sealed"])
    accepted = json.loads(house.cipher.open(row["sealed"], purpose="booking.acceptance"))
    assert accepted == {"version": "2026-11", "at": str(house.now), "address": "203.0.113.9", "documents": {}}
    assert house.again(booking).policy_accepted


def test_who_opens_a_payment_has_ten_minutes_to_make_it(house):
    booking = house.hold()
    house.wait(9)
    house.open_payment(booking)
    assert house.again(booking).held_until == house.now + timedelta(minutes=10)
    house.wait(5)
    house.open_payment(booking)
    assert house.again(booking).held_until == house.now + timedelta(minutes=5)


def test_an_ended_hold_opens_no_payment(house):
    booking = house.hold()
    house.wait(10)
    with pytest.raises(HoldEnded):
        house.open_payment(booking)
    assert house.again(booking).payments == ()


@pytest.mark.parametrize("end", ["cancel", "confirm", "nobody"])
def test_what_waits_for_no_money_opens_no_payment(house, end):
    booking = house.confirmed() if end == "confirm" else house.hold(contact=None if end == "nobody" else GUEST)
    if end == "cancel":
        house.cancel(booking)
    with pytest.raises(WrongState):
        house.open_payment(booking)


def test_two_clicks_at_once_open_one_page(house):
    house.stripe.faults = Faults(latency_ms=100)
    booking = house.hold()
    urls = at_once(5, lambda _: house.open_payment(booking))
    assert len(set(urls)) == 1
    assert len(house.stripe.state()["sessions"]) == house.count("payments") == 1


def test_a_stripe_that_is_down_keeps_the_place_and_the_next_click_works(house):
    house.stripe.faults = Faults(error_rate=1)
    booking = house.hold()
    with pytest.raises(VendorUnavailable):
        house.open_payment(booking)
    assert house.status(booking) == "paying"
    house.stripe.faults = Faults()
    house.pay(house.open_payment(booking))
    house.tell(COMPLETED)
    assert house.status(booking) == "confirmed"


def test_a_lost_answer_at_opening_is_asked_for_again_as_the_same_attempt(house):
    house.stripe.faults = Faults(drop_rate=1)
    booking = house.hold()
    with pytest.raises(VendorUnavailable):
        house.open_payment(booking)
    house.stripe.faults = Faults()
    url = house.open_payment(booking)
    (session,) = house.stripe.state()["sessions"]
    assert (session["url"], house.count("payments")) == (url, 1)


def test_what_stripe_refuses_leaves_the_place_held_for_another_try(house):
    booking = house.hold()
    give_contact(booking.id, type(GUEST)("Daniel", "no address"), bookings=house.bookings, now=house.now)
    with pytest.raises(VendorRefused):
        house.open_payment(booking)
    assert house.again(booking).open_payment is None
    assert house.status(booking) == "held"
    give_contact(booking.id, GUEST, bookings=house.bookings, now=house.now)
    house.pay(house.open_payment(booking))
    house.tell(COMPLETED)
    assert [payment.status for payment in house.again(booking).payments] == ["expired", "paid"]


def test_a_checkout_that_ends_by_itself_leaves_the_booking_held(house):
    booking, url = house.paying()
    house.payments.expire(house.again(booking).open_payment.checkout_id)
    house.tell(EXPIRED)
    assert house.status(booking) == "held"
    assert house.open_payment(booking) != url


def test_a_payment_page_that_ended_before_it_was_noted_is_given_to_nobody(house, monkeypatch):
    """The expiry comes between Stripe's answer and our note of it."""
    booking = house.hold()
    opened = house.payments.open

    def open_slowly(order):
        checkout = opened(order)
        house.let_go(booking)
        return checkout

    monkeypatch.setattr(house.payments, "open", open_slowly)
    with pytest.raises(HoldEnded):
        house.open_payment(booking)


def test_news_that_can_not_be_published_now_goes_out_by_the_relay(house):
    booking = house.hold()
    house.wire.cut = True
    url = house.open_payment(booking)
    house.pay(url)
    assert house.tell(COMPLETED) == [204]
    assert house.wire.types == []
    house.wire.cut = False
    assert house.relay_outbox() == 200
    assert house.wire.types == ["booking.held", "booking.paying", "payment.captured", "booking.confirmed"]
    house.relay_outbox()
    assert len(house.wire.events) == 4


def test_money_for_a_payment_that_nobody_noted_is_not_dropped_in_silence(house):
    booking, url = house.paying()
    house.pay(url)
    checkout = house.payments.get_checkout(house.again(booking).open_payment.checkout_id)
    strange = dataclasses.replace(checkout, payment_id=uuid4())
    with pytest.raises(UnknownPayment):
        record_payment(strange, PaymentSource("stripe", "evt_1"), context=house.context, now=house.now)
    assert (house.status(booking), house.count("inbox")) == ("paying", 0)
