"""The stand-in when it is told to misbehave, as the real client sees it."""

import pytest
import requests
import stripe

from infra.local.stand_ins.stripe import StripeStandIn


@pytest.fixture
def fail(stand_in: StripeStandIn):
    def fail(**faults):
        requests.post(f"{stand_in.url}/_faults", json=faults, timeout=10).raise_for_status()

    return fail


def test_stripe_in_trouble_says_so_in_its_own_words(client, fail, told):
    fail(error_rate=1, status=503)
    with pytest.raises(stripe.APIError, match="An unknown error occurred") as refused:
        client.v1.customers.create({})
    assert (refused.value.http_status, told(refused).type) == (503, "api_error")


def test_too_many_calls_are_told_apart_from_a_busy_object(client, fail, told):
    fail(error_rate=1, status=429)
    with pytest.raises(stripe.RateLimitError) as busy:
        client.v1.customers.create({})
    with pytest.raises(stripe.RateLimitError) as many:
        client.v1.customers.list()
    assert (told(busy).code, told(many).code) == ("lock_timeout", "rate_limit")


def test_a_lost_answer_is_found_again_by_its_key(client, fail, stand_in):
    fail(drop_rate=1)
    with pytest.raises(stripe.APIConnectionError):
        client.v1.customers.create({}, {"idempotency_key": "guest:1"})
    fail()
    found = client.v1.customers.create({}, {"idempotency_key": "guest:1"})
    assert [one["id"] for one in stand_in.state()["customers"]] == [found.id]


def test_the_client_s_own_retries_make_nothing_twice(stand_in, fail):
    client = stripe.StripeClient("sk_test_1", base_addresses={"api": stand_in.url}, max_network_retries=9)
    fail(drop_rate=0.5)
    made = client.v1.customers.create({})
    assert [one["id"] for one in stand_in.state()["customers"]] == [made.id]


def test_the_guest_s_page_is_spared(session, fail):
    fail(error_rate=1, drop_rate=1)
    assert requests.get(session.url, timeout=10).ok


def test_the_state_shows_everything_and_a_reset_forgets_it(client, stand_in, paid):
    client.v1.refunds.create({"payment_intent": paid})
    shown = requests.get(f"{stand_in.url}/_state", timeout=10).json()
    groups = ("payment_intents", "sessions", "refunds", "charges", "events", "deliveries")
    assert all(shown[group] for group in groups)
    assert shown["customers"] == []
    requests.post(f"{stand_in.url}/_reset", timeout=10)
    assert not any(requests.get(f"{stand_in.url}/_state", timeout=10).json().values())
