"""Refunds of the stand-in: never more than came."""

import pytest
import stripe


def test_a_part_and_then_the_rest_is_given_back(client, paid, hook, eventually):
    part = {"payment_intent": paid, "amount": 5000, "reason": "requested_by_customer", "metadata": {"booking": "1"}}
    refund = client.v1.refunds.create(part)
    assert (refund.status, refund.amount, refund.metadata["booking"]) == ("succeeded", 5000, "1")
    charge = client.v1.charges.retrieve(refund.charge)
    assert (charge.amount_refunded, charge.refunded) == (5000, False)
    assert client.v1.refunds.create({"payment_intent": paid}).amount == 8500
    assert client.v1.charges.retrieve(refund.charge).refunded is True
    eventually(lambda: hook.types[-3:] == ["refund.created", "charge.refunded", "refund.updated"])


def test_no_more_than_the_rest_can_be_given_back(client, paid):
    client.v1.refunds.create({"payment_intent": paid, "amount": 13000})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.refunds.create({"payment_intent": paid, "amount": 501})
    assert refused.value.param == "amount"
    assert "($5.01) is greater than unrefunded amount on charge ($5.00)" in str(refused.value)


def test_a_refunded_charge_is_not_refunded_again(client, paid):
    client.v1.refunds.create({"payment_intent": paid})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.refunds.create({"payment_intent": paid, "amount": 100})
    assert refused.value.code == "charge_already_refunded"


def test_what_was_never_paid_is_not_given_back(client, session, pay):
    tried = pay(session.id, "4000000000000002")["payment_intent"]
    with pytest.raises(stripe.InvalidRequestError, match="does not have a successful charge"):
        client.v1.refunds.create({"payment_intent": tried})


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        ({}, "parameter_missing"),
        ({"amount": 0}, "parameter_invalid_integer"),
        ({"payment_intent": "pi_none"}, "resource_missing"),
        ({"charge": "ch_none"}, "resource_missing"),
    ],
)
def test_a_refund_names_what_and_how_much(client, paid, wishes, code):
    named = wishes if "amount" not in wishes else wishes | {"payment_intent": paid}
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.refunds.create(named)
    assert (refused.value.http_status, refused.value.code) == (400, code)


def test_refunds_are_listed_by_payment_and_inside_their_charge(client, paid):
    made = client.v1.refunds.create({"payment_intent": paid, "amount": 100})
    assert [one.id for one in client.v1.refunds.list({"payment_intent": paid}).data] == [made.id]
    charge = client.v1.charges.retrieve(made.charge, {"expand": ["refunds"]})
    assert [one.amount for one in charge.refunds.data] == [100]
    assert client.v1.refunds.update(made.id, {"metadata": {"by": "staff"}}).metadata["by"] == "staff"
    assert client.v1.refunds.retrieve(made.id).metadata["by"] == "staff"
