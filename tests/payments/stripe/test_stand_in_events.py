"""Events of the stand-in: signed, tried again, doubled, reversed, kept over a restart."""

from pathlib import Path

import pytest
import requests
import stripe

from infra.local.stand_ins.store import Store
from infra.local.stand_ins.stripe import StripeStandIn
from infra.local.stand_ins.stripe.webhook_delivery import wait_seconds

SECRET = "whsec_of_a_test"


def test_a_payment_is_told_in_signed_snapshots(session, paid, hook, eventually):
    eventually(lambda: "checkout.session.completed" in hook.types)
    told = next(event for event in hook.events if event.type == "checkout.session.completed")
    assert told.api_version == "2026-10-28.endive"
    assert told.data.object.id == session.id
    assert told.data.object.payment_intent == paid
    assert told.data.object.client_reference_id == "booking-1"
    assert told.request.id is None


def test_an_event_names_the_call_behind_it(client, paid, hook, eventually):
    client.v1.refunds.create({"payment_intent": paid}, {"idempotency_key": "refund:1"})
    eventually(lambda: "charge.refunded" in hook.types)
    told = next(event for event in hook.events if event.type == "charge.refunded")
    assert told.request.idempotency_key == "refund:1"
    assert told.data.previous_attributes["amount_refunded"] == 0
    assert (told.data.object.amount_refunded, told.data.object.refunded) == (13500, True)


def test_an_event_comes_again_until_it_is_taken(client, stand_in, hook, eventually):
    hook.status = 500
    client.v1.customers.create({})
    eventually(lambda: len(hook.events) > 2)
    assert client.v1.events.list({"delivery_success": False}).data[0].pending_webhooks == 1
    hook.status = 200
    eventually(lambda: stand_in.state()["deliveries"][0]["status"] == "delivered")
    assert len({event.id for event in hook.events}) == 1
    assert client.v1.events.list({"delivery_success": True}).data[0].pending_webhooks == 0


def test_the_waits_grow_and_end():
    assert [wait_seconds(attempts) for attempts in (1, 2, 3, 9)] == [0.2, 0.4, 0.8, 10.0]


def test_each_event_may_come_twice(client, stand_in, hook, eventually):
    requests.post(f"{stand_in.url}/_faults", json={"duplicate": True}, timeout=10)
    client.v1.customers.create({})
    eventually(lambda: hook.types == ["customer.created"] * 2)
    assert hook.events[0].id == hook.events[1].id


def test_events_may_come_newest_first(client, stand_in, hook, eventually):
    requests.post(f"{stand_in.url}/_faults", json={"reorder": True}, timeout=10)
    with stand_in.store.exclusive():
        made = [stand_in.account.create("customer", {"n": n}) for n in range(3)]
        for customer in made:
            stand_in.account.emit("customer.created", customer)
    eventually(lambda: len(hook.events) == 3)
    assert [event.data.object.n for event in hook.events] == [2, 1, 0]
    assert client


def test_what_was_not_delivered_comes_after_a_restart(hook, tmp_path: Path, eventually):
    file = tmp_path / "stripe.sqlite"
    with StripeStandIn(hook_url="http://127.0.0.1:9/hook", webhook_secret=SECRET, store=Store(file)) as first:
        key = {"object": first.account.create("customer", {})}["object"]["id"]
        first.account.emit("customer.created", first.account.find("customer", key))
        eventually(lambda: first.state()["deliveries"][0]["answer"] == "ConnectionError")
    first.store.close()
    with StripeStandIn(hook_url=hook.url, webhook_secret=SECRET, store=Store(file)) as second:
        eventually(lambda: second.state()["deliveries"][0]["status"] == "delivered")
    second.store.close()
    assert hook.events[0].data.object.id == key


def test_an_event_can_be_sent_once_more(client, stand_in, hook, eventually):
    client.v1.customers.create({})
    eventually(lambda: hook.events)
    told = hook.events[0].id
    answer = requests.post(f"{stand_in.url}/_events/{told}/deliver", timeout=10)
    assert answer.json()["status"] == "delivered"
    assert [event.id for event in hook.events] == [told, told]
    assert requests.post(f"{stand_in.url}/_events/evt_none/deliver", timeout=10).status_code == 404


def test_events_are_listed_by_type(client, paid):
    refunded = client.v1.refunds.create({"payment_intent": paid, "amount": 100})
    types = [event.type for event in client.v1.events.list({"types": ["charge.refunded", "refund.created"]}).data]
    assert types == ["charge.refunded", "refund.created"]
    last = client.v1.events.list({"type": "refund.*", "limit": 1}).data[0]
    assert last.data.object.id == refunded.id
    assert client.v1.events.retrieve(last.id).type == "refund.updated"


def test_a_forged_event_is_told_by_its_signature(client, hook, paid, eventually):
    eventually(lambda: hook.events)
    payload = str(hook.events[0])
    header = stripe.WebhookSignature.generate_signature_header(payload, SECRET)
    assert client.construct_event(payload.encode(), header, SECRET).id == hook.events[0].id
    forged = stripe.WebhookSignature.generate_signature_header(payload, "whsec_of_a_thief")
    with pytest.raises(stripe.SignatureVerificationError, match="No signatures found matching"):
        client.construct_event(payload.encode(), forged, SECRET)
    assert paid
