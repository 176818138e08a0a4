"""Stripe's webhook: 204 for what it signed, 400 and no effect for anybody else, 503 where it should come again."""

import json
import logging
from types import SimpleNamespace
from uuid import UUID

import pytest
import stripe
from flask import Flask, request

from functions.hook_stripe import main
from shared_lib.bookings import handle_payment_event as handling
from shared_lib.bookings.record_payment import UnknownPayment
from shared_lib.bookings.send_refunds import SendRefundsResult
from shared_lib.kernel.errors import NotFound, VendorUnavailable
from shared_lib.kernel.events import EventType
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.payments.adapters.stripe.gateway import StripeGateway
from shared_lib.payments.payment import Checkout
from tests.manager_alerts import AlertsAtHand
from tests.visits import NOW, a_visit, heard
from tests.webhooks import PayloadsAtHand

SECRET = "whsec_of_a_test"
BOOKING = UUID(int=7)
PAID = Checkout("cs_1", "", "complete", paid=True, payment_intent_id="pi_1", booking_id=BOOKING, payment_id=UUID(int=8))
OURS = {"booking_id": str(BOOKING), "payment_id": str(UUID(int=8))}


def known(booking_id: UUID):
    if booking_id != BOOKING:
        raise NotFound("no such booking")
    return a_visit()


@pytest.fixture
def lines(monkeypatch):
    """What was logged."""
    written = []
    monkeypatch.setattr(
        handling, "alert", lambda _code, message, level=logging.ERROR, **_: written.append((message, level))
    )
    return written


@pytest.fixture
def deps(monkeypatch):
    """What the hook works with, and what it did."""
    did = []
    gateway = StripeGateway(api_key="sk_test_1", api_base="http://127.0.0.1:1", webhook_secret=SECRET, seconds=1)
    monkeypatch.setattr(gateway, "get_checkout", lambda checkout: did.append(("get_checkout", checkout)) or PAID)
    told = [heard(EventType.CONFIRMED, a_visit())]
    for name, given in (("record_payment", told), ("send_refunds", SendRefundsResult()), ("record_failed_try", told)):
        monkeypatch.setattr(handling, name, lambda *a, name=name, given=given, **_: did.append((name, *a)) or given)
    dispatcher = SimpleNamespace(publish_now=lambda events, now: did.append(("announce", len(events))))
    parts = SimpleNamespace(payments=gateway, clock=lambda: NOW, dispatcher=dispatcher, did=did)
    parts.pending_payments, parts.manager_alerts = None, AlertsAtHand()
    parts.webhook_payloads = PayloadsAtHand()
    parts.context = SimpleNamespace(bookings=SimpleNamespace(get=known))
    monkeypatch.setattr(main, "services", lambda: parts)
    return parts


def post(kind: str, about: dict, *, secret: str = SECRET, **when: int):
    body = json.dumps({"id": "evt_1", "object": "event", "type": kind, "data": {"object": about}})
    header = stripe.WebhookSignature.generate_signature_header(body, secret, **when)
    with Flask("hook").test_request_context(
        "/api/stripe/events", method="POST", data=body, headers={"Stripe-Signature": header}
    ):
        return main.hook_stripe(request)


def session(**changes) -> dict:
    return {"id": "cs_1", "object": "checkout.session", "metadata": OURS} | changes


@pytest.mark.parametrize("kind", ["completed", "expired", "async_payment_succeeded", "async_payment_failed"])
def test_a_checkout_is_looked_at_again_applied_and_announced(deps, kind):
    assert post(f"checkout.session.{kind}", session()).status_code == 204
    assert [done[0] for done in deps.did] == ["get_checkout", "record_payment", "send_refunds", "announce"]


def test_a_declined_card_is_noted(deps):
    about = {"id": "pi_1", "object": "payment_intent", "metadata": OURS}
    assert post("payment_intent.payment_failed", about).status_code == 204
    assert deps.did == [("record_failed_try", BOOKING, "evt_1"), ("announce", 1)]


@pytest.mark.parametrize("kind", ["checkout.session.completed", "payment_intent.payment_failed"])
def test_what_is_not_ours_is_acknowledged_without_a_look(deps, kind):
    assert post(kind, {"id": "x", "object": "thing", "metadata": {}}).status_code == 204
    assert deps.did == []


@pytest.mark.parametrize("kind", ["checkout.session.completed", "payment_intent.payment_failed"])
@pytest.mark.parametrize("booking", ["nope", str(UUID(int=99))])
def test_somebody_elses_sale_is_acknowledged_and_logged(deps, lines, kind, booking):
    assert post(kind, {"id": "x", "object": "thing", "metadata": {"booking_id": booking}}).status_code == 204
    assert deps.did == []
    assert lines == [("an event about somebody else's sale", logging.WARNING)]


def test_money_for_an_unknown_payment_calls_a_person(deps, lines, monkeypatch):
    def unknown(*_, **__):
        raise UnknownPayment("paid")

    monkeypatch.setattr(handling, "record_payment", unknown)
    assert post("checkout.session.completed", session()).status_code == 204
    assert lines == [("money for an unknown payment needs a person", logging.ERROR)]


def test_an_event_without_use_is_acknowledged(deps):
    assert post("customer.created", {"id": "cus_1", "object": "customer"}).status_code == 204
    assert deps.did == []


@pytest.mark.parametrize("wrong", [{"secret": "whsec_else"}, {"timestamp": 1_700_000_000}])
def test_a_forged_or_old_signature_has_no_effect(deps, wrong):
    answer = post("checkout.session.completed", session(), **wrong)
    assert (answer.status_code, answer.get_json()["code"]) == (400, "NOT_GENUINE")
    assert deps.did == []


def test_an_event_comes_again_while_stripe_can_not_be_asked(deps, monkeypatch):
    def away(_):
        raise VendorUnavailable("stripe", "APIConnectionError")

    monkeypatch.setattr(deps.payments, "get_checkout", away)
    assert post("checkout.session.completed", session()).status_code == 503


def test_trouble_that_nobody_thought_of_tells_nothing_outside(deps, monkeypatch):
    def burst(_):
        raise ZeroDivisionError("daniel@example.com")

    monkeypatch.setattr(deps.payments, "get_checkout", burst)
    answer = post("checkout.session.completed", session())
    assert answer.status_code == 500
    assert set(answer.get_json()) == {"code", "message"}
    assert b"daniel" not in answer.get_data()


def test_a_refund_that_a_bank_sent_back_is_an_alarm(deps, lines):
    assert post("refund.failed", {"id": "re_1", "object": "refund", "metadata": {}}).status_code == 204
    assert lines == [("a refund failed at the bank", logging.CRITICAL)]
    assert deps.manager_alerts.of(AlertKind.REFUND_FAILED) == [{"code": "sent back"}]
