"""Our gateway on Stripe's own client: what is asked, what comes back, and what trouble is called."""

import contextlib
import dataclasses
import json
import threading
import time
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import stripe

from infra.local.stand_ins.faults import Faults
from shared_lib.kernel.clock import real_now
from shared_lib.kernel.errors import AccessLost, BadInput, InvalidSignature, VendorRefused, VendorUnavailable
from shared_lib.payments.adapters.stripe import gateway as module
from shared_lib.payments.adapters.stripe.gateway import StripeGateway
from shared_lib.payments.payment import CheckoutOrder, RefundDue
from tests.payments.stripe.conftest import SECRET

BOOKING = UUID(int=7)


@pytest.fixture
def gateway(stand_in):
    return StripeGateway(api_key="sk_test_1", api_base=stand_in.url, webhook_secret=SECRET, seconds=5)


@pytest.fixture
def order():
    return CheckoutOrder(
        payment_id=uuid4(),
        booking_id=BOOKING,
        reference="CS-2026-000123",
        lines=(("Swedish Massage", 18000), ("A gift", 0), ("Sales tax", 810)),
        email="daniel@example.com",
        page_url="http://127.0.0.1/pay/token",
        ends_at=real_now() + timedelta(minutes=31),
    )


@pytest.fixture
def due(gateway, order, pay):
    """A refund of a payment that was made."""
    checkout = gateway.open(order)
    pay(checkout.id)
    intent = gateway.get_checkout(checkout.id).payment_intent_id
    return RefundDue(uuid4(), BOOKING, intent, 18810, 1)


def test_a_page_asks_for_the_lines_and_leads_back(gateway, order, client):
    checkout = gateway.open(order)
    session = client.v1.checkout.sessions.retrieve(checkout.id, {"expand": ["line_items"]})
    assert [(line.description, line.amount_total) for line in session.line_items.data] == [
        ("Swedish Massage", 18000),
        ("Sales tax", 810),
    ]
    assert (session.amount_total, session.customer_email) == (18810, "daniel@example.com")
    assert (session.success_url, session.cancel_url) == (f"{order.page_url}?from=stripe", order.page_url)
    assert session.expires_at == int(order.ends_at.timestamp())
    assert (checkout.status, checkout.paid, checkout.url) == ("open", False, session.url)


@pytest.mark.parametrize(
    ("lang", "locale"), [("en", "en"), ("es", "es-419"), ("ru", "ru"), ("uk", "auto"), ("he", "auto")]
)
def test_the_page_speaks_the_guests_language_where_stripe_knows_it(gateway, order, client, lang, locale):
    checkout = gateway.open(dataclasses.replace(order, lang=lang))
    assert client.v1.checkout.sessions.retrieve(checkout.id).locale == locale


def test_only_cards_are_taken(gateway, order, client):
    """A transfer completes the page days before its money comes, or does not."""
    session = client.v1.checkout.sessions.retrieve(gateway.open(order).id)
    assert session.allowed_payment_method_types == ["card"]


def test_the_same_attempt_opens_the_same_page(gateway, order, stand_in):
    assert gateway.open(order) == gateway.open(order)
    assert len(stand_in.state()["sessions"]) == 1


def test_an_attempt_that_changed_is_refused(gateway, order):
    gateway.open(order)
    with pytest.raises(VendorRefused, match="IdempotencyError"):
        gateway.open(dataclasses.replace(order, email="else@example.com"))


def test_a_click_that_comes_while_the_first_is_under_way_waits_for_it(
    gateway, order, stand_in, eventually, monkeypatch
):
    pauses = []
    monkeypatch.setattr(module.time, "sleep", lambda seconds: (pauses.append(seconds), threading.Event().wait(0.05)))
    opened = []
    first = threading.Thread(target=lambda: opened.append(gateway.open(order)))
    second = threading.Thread(target=lambda: opened.append(gateway.open(order)))
    with stand_in.store.exclusive():
        first.start()
        eventually(lambda: stand_in.idempotency.in_flight)
        second.start()
        eventually(lambda: pauses)
    first.join()
    second.join()
    assert opened[0] == opened[1]


def test_a_call_that_stays_under_way_is_given_up(gateway, order, stand_in, eventually, monkeypatch):
    monkeypatch.setattr(module, "PAUSES", (0.01, 0.01))
    first = threading.Thread(target=lambda: gateway.open(order))
    with stand_in.store.exclusive():
        first.start()
        eventually(lambda: stand_in.idempotency.in_flight)
        with pytest.raises(VendorUnavailable):
            gateway.open(order)
    first.join()


def test_a_paid_page_says_so(gateway, order, pay):
    checkout = gateway.open(order)
    pay(checkout.id)
    paid = gateway.get_checkout(checkout.id)
    assert (paid.status, paid.paid, paid.booking_id, paid.payment_id) == ("complete", True, BOOKING, order.payment_id)
    assert paid.payment_intent_id.startswith("pi_")


def test_ending_a_page_says_how_it_stands(gateway, order, pay):
    left, paid = gateway.open(order), gateway.open(dataclasses.replace(order, payment_id=uuid4()))
    pay(paid.id)
    for _ in range(2):
        assert gateway.expire(left.id).status == "expired"
        assert gateway.expire(paid.id).paid


def test_a_refund_is_made_once_for_its_id(gateway, due, client):
    assert gateway.refund(due) == gateway.refund(due)
    (refund,) = client.v1.refunds.list({"payment_intent": due.payment_intent_id}).data
    assert (refund.amount, refund.metadata.to_dict()["refund_id"]) == (18810, str(due.id))


def test_more_than_was_paid_is_never_returned(gateway, due):
    gateway.refund(due)
    with pytest.raises(VendorRefused):
        gateway.refund(dataclasses.replace(due, id=uuid4()))


def test_a_refund_that_was_made_is_found_though_its_key_is_forgotten(gateway, due):
    assert gateway.refund(due) == gateway.refund(dataclasses.replace(due, attempt=2))


def test_what_was_given_back_by_hand_is_not_given_again(gateway, due, client):
    by_hand = client.v1.refunds.create({"payment_intent": due.payment_intent_id})
    assert gateway.refund(due) == by_hand.id


def test_a_page_that_stripe_does_not_know_is_none(gateway, order, stand_in):
    checkout = gateway.open(order)
    stand_in.reset()
    assert gateway.expire(checkout.id) is None


def test_a_checkout_of_somebody_else_is_not_ours(gateway, session):
    with pytest.raises(VendorRefused, match="did not open"):
        gateway.get_checkout(session.id)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Faults(error_rate=1, status=503), VendorUnavailable),
        (Faults(error_rate=1, status=429), VendorUnavailable),
        (Faults(error_rate=1, status=500), VendorUnavailable),
        (Faults(drop_rate=1), VendorUnavailable),
        (Faults(error_rate=1, status=401), AccessLost),
        (Faults(error_rate=1, status=403), AccessLost),
        (Faults(error_rate=1, status=400), VendorRefused),
    ],
    ids=["503", "429", "500", "dropped", "401", "403", "400"],
)
def test_trouble_is_named_by_whether_a_later_try_may_help(gateway, order, stand_in, fault, kind):
    stand_in.faults = fault
    with pytest.raises(kind) as trouble:
        gateway.open(order)
    assert trouble.value.vendor == "stripe"
    assert "daniel" not in str(trouble.value)


def test_a_slow_stripe_is_given_up(stand_in, order):
    stand_in.faults = Faults(latency_ms=1500)
    hasty = StripeGateway(api_key="sk_test_1", api_base=stand_in.url, webhook_secret=SECRET, seconds=0.2)
    with pytest.raises(VendorUnavailable, match="APIConnectionError"):
        hasty.open(order)


def signed(body: str, secret: str = SECRET, **when: int) -> str:
    return str(stripe.WebhookSignature.generate_signature_header(body, secret, **when))


def test_an_event_is_read_for_what_it_is_about(gateway, order, pay, hook, eventually):
    checkout = gateway.open(order)
    pay(checkout.id)
    eventually(lambda: "checkout.session.completed" in hook.types)
    event = next(event for event in hook.events if event.type == "checkout.session.completed")
    body = json.dumps(event.to_dict(), default=str)
    read = gateway.read_event(body.encode(), signed(body))
    assert (read.id, read.type, read.about) == (event.id, event.type, checkout.id)
    assert read.metadata == {"booking_id": str(BOOKING), "payment_id": str(order.payment_id)}


def test_an_event_that_is_not_stripes_is_not_genuine(gateway):
    body = '{"object": "event"}'
    for header in ("", "t=1", signed(body, "whsec_else"), signed(body, timestamp=1_700_000_000), signed(body + " ")):
        with pytest.raises(InvalidSignature):
            gateway.read_event(body.encode(), header)


@pytest.mark.parametrize("body", ["no JSON", "[]", '{"object": "event"}', '{"object": "event", "data": {}}', "null"])
def test_a_signed_body_that_is_no_event_is_bad_input(gateway, body):
    with pytest.raises(BadInput):
        gateway.read_event(body.encode(), signed(body))


@pytest.mark.parametrize(("seconds", "authentication"), [(-301, False), (-290, True), (290, True), (301 + 60, False)])
def test_a_signature_is_good_for_five_minutes_of_real_time_in_both_directions(gateway, seconds, authentication):
    body = json.dumps({"id": "evt_1", "object": "event", "type": "x", "data": {"object": {"id": "pi_1"}}})
    header = signed(body, timestamp=int(time.time()) + seconds)
    with contextlib.nullcontext() if authentication else pytest.raises(InvalidSignature):
        assert gateway.read_event(body.encode(), header).id == "evt_1"


def test_a_second_time_in_the_header_does_not_make_a_signature_younger(gateway):
    body = json.dumps({"id": "evt_1", "object": "event", "type": "x", "data": {"object": {"id": "pi_1"}}})
    header = signed(body, timestamp=int(time.time()) + 3600)
    for odd in (f"t={int(time.time())},{header}", f"{header},t={int(time.time())}"):
        with pytest.raises(InvalidSignature):
            gateway.read_event(body.encode(), odd)
