"""Idempotency keys of the stand-in, by the real client."""

import threading

import pytest
import stripe

KEY = {"idempotency_key": "refund:booking-1:1"}


def test_a_repeated_call_answers_the_same_and_does_nothing(client, paid):
    first = client.v1.refunds.create({"payment_intent": paid, "amount": 100}, KEY)
    again = client.v1.refunds.create({"payment_intent": paid, "amount": 100}, KEY)
    assert again.id == first.id
    assert again.last_response.headers["Idempotent-Replayed"] == "true"
    assert again.last_response.headers["Original-Request"] == first.last_response.request_id
    assert len(client.v1.refunds.list({"payment_intent": paid}).data) == 1


def test_a_key_is_not_used_for_something_else(client, paid):
    client.v1.refunds.create({"payment_intent": paid, "amount": 100}, KEY)
    with pytest.raises(stripe.IdempotencyError, match="same parameters they were first used with"):
        client.v1.refunds.create({"payment_intent": paid, "amount": 200}, KEY)
    with pytest.raises(stripe.IdempotencyError):
        client.v1.customers.create({}, KEY)


def test_a_declined_card_is_declined_again_under_its_key(client, told):
    wishes = {"amount": 900, "currency": "usd", "confirm": True, "payment_method": "pm_card_chargeDeclined"}
    failed = []
    for _ in range(2):
        with pytest.raises(stripe.CardError) as refused:
            client.v1.payment_intents.create(wishes, KEY)
        failed.append(told(refused).payment_intent.id)
    assert failed[0] == failed[1]
    assert len(client.v1.payment_intents.list().data) == 1


def test_a_state_that_refuses_is_remembered(client, session, paid):
    for _ in range(2):
        with pytest.raises(stripe.InvalidRequestError, match="can be expired"):
            client.v1.checkout.sessions.expire(session.id, {}, KEY)
    assert paid


def test_a_slip_in_the_parameters_spends_no_key(client, paid):
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.refunds.create({"payment_intent": paid, "amount": "much"}, KEY)
    assert client.v1.refunds.create({"payment_intent": paid, "amount": 100}, KEY).amount == 100


def test_a_key_whose_call_is_under_way_is_refused_for_now(client, stand_in, eventually):
    made = []
    slow = threading.Thread(target=lambda: made.append(client.v1.customers.create({}, KEY)))
    with stand_in.store.exclusive():
        slow.start()
        eventually(lambda: stand_in.idempotency.in_flight)
        with pytest.raises(stripe.APIError, match="another in-progress request") as refused:
            client.v1.customers.create({}, KEY)
    slow.join()
    assert refused.value.http_status == 409
    assert client.v1.customers.create({}, KEY).id == made[0].id


def test_an_endless_key_is_refused(client):
    with pytest.raises(stripe.IdempotencyError, match="at most 255"):
        client.v1.customers.create({}, {"idempotency_key": "k" * 256})
