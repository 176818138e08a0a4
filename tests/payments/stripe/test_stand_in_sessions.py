"""Checkout Sessions of the stand-in, by the real client."""

from datetime import timedelta

import pytest
import requests
import stripe


def test_a_session_says_what_is_to_be_paid_and_where(client, session, stand_in):
    assert session.url == f"{stand_in.url}/checkout/{session.id}"
    assert (session.status, session.payment_status, session.amount_total) == ("open", "unpaid", 13500)
    assert session.client_reference_id == "booking-1"
    assert session.payment_intent is None
    assert client.v1.checkout.sessions.line_items.list(session.id).data[0].description == "Massage, 60 minutes"


def test_a_paid_session_carries_its_expanded_payment(client, session, paid):
    seen = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
    assert (seen.status, seen.payment_status, seen.url) == ("complete", "paid", None)
    assert (seen.payment_intent.id, seen.payment_intent.status) == (paid, "succeeded")
    assert seen.payment_intent.amount_received == 13500
    assert seen.payment_intent.metadata["booking"] == "CS-2026-000001"
    assert seen.customer_details.email == "guest@example.com"


def test_a_session_is_found_by_its_payment(client, session, paid):
    found = client.v1.checkout.sessions.list({"payment_intent": paid})
    assert [one.id for one in found.data] == [session.id]


def test_an_open_session_can_be_expired_once(client, session, hook, eventually):
    assert client.v1.checkout.sessions.expire(session.id).status == "expired"
    with pytest.raises(stripe.InvalidRequestError, match="has a status of `expired`"):
        client.v1.checkout.sessions.expire(session.id)
    eventually(lambda: hook.types == ["checkout.session.expired"])


def test_a_complete_session_can_not_be_expired(client, session, paid):
    with pytest.raises(stripe.InvalidRequestError, match="has a status of `complete`") as refused:
        client.v1.checkout.sessions.expire(session.id)
    assert refused.value.http_status == 400
    assert paid


@pytest.mark.parametrize(("seconds", "wording"), [(1700, "at least 30 minutes"), (90000, "less than 24 hours")])
def test_a_session_ends_between_half_an_hour_and_a_day_from_now(client, massage, seconds, wording):
    wrong = massage | {"expires_at": massage["expires_at"] - 1860 + seconds}
    with pytest.raises(stripe.InvalidRequestError, match=wording):
        client.v1.checkout.sessions.create(wrong)


def test_a_session_ends_when_its_time_has_run_out(client, session, hook, vendor_clock, eventually):
    vendor_clock.ahead = timedelta(minutes=32)
    eventually(lambda: hook.types == ["checkout.session.expired"])
    assert client.v1.checkout.sessions.retrieve(session.id).status == "expired"


def test_an_ended_session_can_not_be_paid(client, session, pay):
    client.v1.checkout.sessions.expire(session.id)
    assert pay(session.id)["status"] == "expired"
    assert client.v1.payment_intents.list().data == []


def test_a_test_can_let_a_session_run_out(client, session, stand_in, hook, eventually):
    requests.post(f"{stand_in.url}/_expire", json={"session": session.id}, timeout=10)
    assert client.v1.checkout.sessions.retrieve(session.id).status == "expired"
    eventually(lambda: hook.types == ["checkout.session.expired"])


def test_an_ended_session_cancels_the_payment_that_was_tried(client, session, pay):
    tried = pay(session.id, "4000000000000002")["payment_intent"]
    client.v1.checkout.sessions.expire(session.id)
    assert client.v1.payment_intents.retrieve(tried).status == "canceled"


@pytest.mark.parametrize(
    ("changes", "code", "param"),
    [
        ({"success_url": None}, "parameter_missing", "success_url"),
        ({"mode": None}, "parameter_missing", "mode"),
        ({"line_items": None}, "parameter_missing", "line_items"),
        ({"cancel_url": "the spa"}, "url_invalid", "cancel_url"),
        ({"customer_email": "somebody"}, "email_invalid", "customer_email"),
        ({"customer": "cus_1", "customer_email": None}, "resource_missing", "customer"),
        ({"customer": "cus_1"}, None, "customer"),
        ({"setup_intent_data": {"description": "later"}}, None, "setup_intent_data"),
        ({"mode": "subscription"}, None, "mode"),
        ({"mode": "setup", "line_items": None, "payment_intent_data": None}, "parameter_missing", "currency"),
        ({"ui_mode": "embedded_page"}, None, "ui_mode"),
        ({"payment_method_types": ["card"]}, "parameter_unknown", "payment_method_types"),
    ],
)
def test_a_session_that_stripe_would_not_open_is_refused(client, massage, changes, code, param):
    wishes = {name: value for name, value in (massage | changes).items() if value is not None}
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.checkout.sessions.create(wishes)
    assert (refused.value.http_status, refused.value.code, refused.value.param) == (400, code, param)


@pytest.mark.parametrize(
    ("line", "param"),
    [
        ({"price": "price_1", "quantity": 1}, "line_items[0][price]"),
        ({"quantity": 1}, "line_items[0][price_data]"),
        ({"price_data": {"currency": "usd", "product_data": {"name": "x"}}, "quantity": 1}, "[unit_amount]"),
        ({"price_data": {"currency": "usd", "product_data": {"name": "x"}, "unit_amount": 900}}, "[quantity]"),
        (
            {"price_data": {"currency": "usd", "product_data": {"name": "x"}, "unit_amount": -9}, "quantity": 1},
            "[unit_",
        ),
        ({"price_data": {"currency": "usd", "unit_amount": 900}, "quantity": 1}, "[product_data]"),
    ],
)
def test_a_line_that_can_not_be_sold_is_refused(client, massage, line, param):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.checkout.sessions.create(massage | {"line_items": [line]})
    assert param in refused.value.param


def test_less_than_half_a_dollar_can_not_be_paid(client, massage):
    massage["line_items"][0]["price_data"]["unit_amount"] = 49
    with pytest.raises(stripe.InvalidRequestError, match=r"at least \$0.50") as refused:
        client.v1.checkout.sessions.create(massage)
    assert refused.value.code == "amount_too_small"


def test_a_card_is_kept_by_a_session_in_setup_mode(client, pay, hook, eventually):
    guest = client.v1.customers.create({"email": "guest@example.com"})
    wishes = {"mode": "setup", "currency": "usd", "customer": guest.id, "success_url": "http://127.0.0.1/done"}
    session = client.v1.checkout.sessions.create(wishes)
    assert pay(session.id)["status"] == "paid"
    kept = client.v1.setup_intents.retrieve(client.v1.checkout.sessions.retrieve(session.id).setup_intent)
    assert kept.status == "succeeded"
    assert client.v1.payment_methods.retrieve(kept.payment_method).customer == guest.id
    eventually(lambda: hook.types[-2:] == ["setup_intent.succeeded", "checkout.session.completed"])


def test_a_card_that_is_refused_at_the_bank_is_not_kept(client, pay, hook, eventually):
    wishes = {"mode": "setup", "currency": "usd", "customer_creation": "always", "success_url": "http://127.0.0.1/done"}
    session = client.v1.checkout.sessions.create(wishes | {"setup_intent_data": {"description": "card on file"}})
    assert pay(session.id, "4000002760003184", authentication="refuse")["status"] == "declined"
    eventually(lambda: hook.types[-2:] == ["setup_intent.requires_action", "setup_intent.setup_failed"])
    assert pay(session.id)["status"] == "paid"
    assert client.v1.setup_intents.list().data[0].customer == client.v1.customers.list().data[0].id


def test_only_the_metadata_of_a_session_changes(client, session):
    changed = client.v1.checkout.sessions.update(session.id, {"metadata": {"by": "chat"}})
    assert changed.metadata.to_dict() == {"booking": "CS-2026-000001", "by": "chat"}
    assert client.v1.checkout.sessions.update(session.id, {"metadata": ""}).metadata.to_dict() == {}


def test_all_lines_are_in_one_currency(client, massage):
    price = {"currency": "eur", "unit_amount": 900, "product_data": {"name": "Tea"}}
    lines = [*massage["line_items"], {"price_data": price, "quantity": 1}]
    with pytest.raises(stripe.InvalidRequestError, match="same currency"):
        client.v1.checkout.sessions.create(massage | {"line_items": lines})


def test_a_card_paid_with_can_be_kept_for_later(client, massage, pay):
    massage["payment_intent_data"]["setup_future_usage"] = "off_session"
    session = client.v1.checkout.sessions.create(massage)
    pay(session.id, "4000002500003155", authentication="authorise")
    seen = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["customer", "payment_intent"]})
    assert seen.customer.email == "guest@example.com"
    later = {"amount": 5000, "currency": "usd", "customer": seen.customer.id, "off_session": True, "confirm": True}
    card = {"payment_method": seen.payment_intent.payment_method}
    assert client.v1.payment_intents.create(later | card).status == "succeeded"
