"""Customers, kept cards, payments without a page, and captures."""

import pytest
import stripe

CHARGE = {"amount": 13500, "currency": "usd", "confirm": True, "off_session": True}


@pytest.fixture
def guest(client):
    return client.v1.customers.create({"email": "guest@example.com", "name": "Ada", "metadata": {"guest": "1"}})


@pytest.fixture
def keep(client, guest):
    """Keep a test card with the guest, and return its id."""

    def keep(card):
        wishes = {"customer": guest.id, "payment_method": card, "confirm": True}
        return client.v1.setup_intents.create(wishes).payment_method

    return keep


def test_a_customer_is_found_changed_and_listed_by_address(client, guest):
    client.v1.customers.create({"email": "other@example.com"})
    client.v1.customers.update(guest.id, {"phone": "+12125550100", "metadata": {"guest": "", "tier": "base"}})
    found = client.v1.customers.list({"email": "guest@example.com"}).data
    assert [one.id for one in found] == [guest.id]
    assert found[0].phone == "+12125550100"
    assert found[0].metadata.to_dict() == {"tier": "base"}
    assert client.v1.customers.retrieve(guest.id).name == "Ada"


def test_a_kept_card_pays_without_the_guest(client, guest, keep):
    paid = client.v1.payment_intents.create(
        CHARGE | {"customer": guest.id, "payment_method": keep("pm_card_visa"), "expand": ["latest_charge"]}
    )
    assert (paid.status, paid.amount_received) == ("succeeded", 13500)
    assert paid.latest_charge.payment_method_details.card.last4 == "4242"


def test_stripe_keeps_2_9_percent_and_30_cents(client, guest, keep):
    wishes = CHARGE | {"customer": guest.id, "payment_method": keep("pm_card_visa")}
    charge = client.v1.payment_intents.create(wishes).latest_charge
    entry = client.v1.charges.retrieve(charge, {"expand": ["balance_transaction"]}).balance_transaction
    assert (entry.amount, entry.fee, entry.net) == (13500, 422, 13078)
    assert client.v1.balance_transactions.retrieve(entry.id).fee == 422


def test_a_kept_card_may_still_be_declined(client, guest, keep, told):
    wishes = CHARGE | {"customer": guest.id, "payment_method": keep("pm_card_chargeCustomerFail")}
    with pytest.raises(stripe.CardError) as refused:
        client.v1.payment_intents.create(wishes)
    assert (refused.value.http_status, refused.value.code) == (402, "card_declined")
    failed = client.v1.payment_intents.retrieve(told(refused).payment_intent.id)
    assert (failed.status, failed.last_payment_error.decline_code) == ("requires_payment_method", "generic_decline")
    assert client.v1.charges.retrieve(failed.latest_charge).failure_code == "card_declined"


def test_a_bank_that_always_asks_stops_a_charge_without_the_guest(client, guest, told):
    wishes = {"customer": guest.id, "payment_method": "pm_card_authenticationRequired"}
    card = client.v1.payment_methods.attach("pm_card_authenticationRequired", {"customer": guest.id})
    with pytest.raises(stripe.CardError) as refused:
        client.v1.payment_intents.create(CHARGE | wishes | {"payment_method": card.id})
    assert refused.value.code == "authentication_required"
    assert told(refused).payment_intent.status == "requires_payment_method"


def test_a_bank_that_asks_waits_for_a_guest_who_is_there(client, guest):
    wishes = {"amount": 900, "currency": "usd", "customer": guest.id, "confirm": True}
    waiting = client.v1.payment_intents.create(wishes | {"payment_method": "pm_card_authenticationRequired"})
    assert (waiting.status, waiting.next_action.type) == ("requires_action", "use_stripe_sdk")


def test_a_declined_card_can_not_be_kept(client, guest, hook, eventually, told):
    with pytest.raises(stripe.CardError):
        client.v1.payment_methods.attach("pm_card_chargeDeclined", {"customer": guest.id})
    asked = client.v1.setup_intents.create({"customer": guest.id})
    with pytest.raises(stripe.CardError) as refused:
        client.v1.setup_intents.confirm(asked.id, {"payment_method": "pm_card_chargeDeclined"})
    assert told(refused).setup_intent.status == "requires_payment_method"
    eventually(lambda: "setup_intent.setup_failed" in hook.types)
    assert client.v1.setup_intents.cancel(asked.id).status == "canceled"


def test_a_card_belongs_to_one_customer_until_it_is_forgotten(client, guest, keep):
    card = keep("pm_card_visa")
    other = client.v1.customers.create({})
    with pytest.raises(stripe.InvalidRequestError, match="already been attached"):
        client.v1.payment_methods.attach(card, {"customer": other.id})
    with pytest.raises(stripe.InvalidRequestError, match="does not have a payment method"):
        client.v1.payment_intents.create(CHARGE | {"customer": other.id, "payment_method": card})
    assert [one.id for one in client.v1.payment_methods.list({"customer": guest.id}).data] == [card]
    assert client.v1.payment_methods.detach(card).customer is None
    with pytest.raises(stripe.InvalidRequestError, match="not attached"):
        client.v1.payment_methods.detach(card)


def test_a_set_up_ends_once(client, guest):
    asked = client.v1.setup_intents.create({"customer": guest.id, "usage": "off_session"})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.setup_intents.confirm(asked.id)
    assert refused.value.code == "setup_intent_unexpected_state"
    assert client.v1.setup_intents.cancel(asked.id, {"cancellation_reason": "abandoned"}).status == "canceled"
    with pytest.raises(stripe.InvalidRequestError, match="cannot cancel"):
        client.v1.setup_intents.cancel(asked.id)
    assert [one.id for one in client.v1.setup_intents.list({"customer": guest.id}).data] == [asked.id]


def test_too_little_can_not_be_paid(client):
    with pytest.raises(stripe.InvalidRequestError, match=r"at least \$0.50"):
        client.v1.payment_intents.create({"amount": 49, "currency": "usd"})


def test_a_held_amount_is_captured_in_part(client, guest, keep, hook, eventually):
    wishes = {"customer": guest.id, "payment_method": keep("pm_card_visa"), "capture_method": "manual"}
    held = client.v1.payment_intents.create(CHARGE | wishes)
    assert (held.status, held.amount_capturable, held.amount_received) == ("requires_capture", 13500, 0)
    for wrong in (0, 13501):
        with pytest.raises(stripe.InvalidRequestError) as refused:
            client.v1.payment_intents.capture(held.id, {"amount_to_capture": wrong})
        assert refused.value.code == "amount_too_large"
    assert client.v1.payment_intents.capture(held.id, {"amount_to_capture": 5000}).amount_received == 5000
    eventually(lambda: "charge.captured" in hook.types)
    with pytest.raises(stripe.InvalidRequestError) as again:
        client.v1.payment_intents.capture(held.id)
    assert again.value.code == "payment_intent_unexpected_state"


def test_a_payment_is_confirmed_once_and_never_cancelled_after(client, told):
    opened = client.v1.payment_intents.create({"amount": 900, "currency": "usd"})
    with pytest.raises(stripe.InvalidRequestError, match="missing a payment method"):
        client.v1.payment_intents.confirm(opened.id)
    assert client.v1.payment_intents.confirm(opened.id, {"payment_method": "pm_card_visa"}).status == "succeeded"
    for move in (client.v1.payment_intents.confirm, client.v1.payment_intents.cancel):
        with pytest.raises(stripe.InvalidRequestError) as refused:
            move(opened.id)
        assert told(refused).payment_intent.status == "succeeded"


def test_an_unpaid_payment_is_cancelled_with_its_reason(client):
    opened = client.v1.payment_intents.create({"amount": 900, "currency": "usd", "payment_method": "pm_card_visa"})
    assert opened.status == "requires_confirmation"
    client.v1.payment_intents.update(opened.id, {"metadata": {"booking": "1"}})
    ended = client.v1.payment_intents.cancel(opened.id, {"cancellation_reason": "abandoned"})
    assert (ended.status, ended.cancellation_reason, ended.metadata["booking"]) == ("canceled", "abandoned", "1")


def test_a_charge_without_the_guest_must_be_confirmed_at_once(client):
    with pytest.raises(stripe.InvalidRequestError, match="off_session"):
        client.v1.payment_intents.create({"amount": 900, "currency": "usd", "off_session": True})


def test_payments_come_in_pages_newest_first(client, guest):
    made = [
        client.v1.payment_intents.create({"amount": 900, "currency": "usd", "customer": guest.id}).id for _ in range(5)
    ]
    first = client.v1.payment_intents.list({"customer": guest.id, "limit": 2})
    assert [one.id for one in first.data] == [made[4], made[3]]
    assert first.has_more
    assert [one.id for one in first.auto_paging_iter()] == made[::-1]
    before = client.v1.payment_intents.list({"ending_before": made[1], "limit": 2})
    assert [one.id for one in before.data] == [made[3], made[2]]
