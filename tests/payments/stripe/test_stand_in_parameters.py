"""What the stand-in refuses because the SDK's typed parameters do."""

import pytest
import requests
import stripe

from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.forms import nested


@pytest.mark.parametrize(
    ("wishes", "param", "wording"),
    [
        ({"amonut": 5}, "amonut", "Received unknown parameter: amonut. Did you mean amount?"),
        ({"foo": 1, "bar": 2}, "foo", "Received unknown parameters: foo, bar"),
        ({"amount": "much"}, "amount", "Invalid integer: much"),
        ({"amount": ""}, "amount", "You passed an empty string for 'amount'"),
        ({"amount": {"cents": 5}}, "amount", "Invalid string"),
        ({"reason": "boredom"}, "reason", "must be one of duplicate, fraudulent, or requested_by_customer"),
        ({"reverse_transfer": "maybe"}, "reverse_transfer", "Invalid boolean: maybe"),
        ({"metadata": "booking"}, "metadata", "Invalid object"),
        ({"metadata": {"a": {"b": "c"}}}, "metadata[a]", "Invalid string"),
        ({"metadata": {"a" * 41: "b"}}, f"metadata[{'a' * 41}]", "under 41 characters"),
        ({"metadata": {str(n): "x" for n in range(51)}}, "metadata", "at most 50 keys"),
    ],
)
def test_a_parameter_that_stripe_does_not_know_so_is_refused(client, wishes, param, wording):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.refunds.create(wishes)
    assert (refused.value.http_status, refused.value.param) == (400, param)
    assert wording in str(refused.value)


def test_an_inner_parameter_is_named_by_its_way(client, massage):
    massage["line_items"][0]["price_data"]["colour"] = "red"
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.checkout.sessions.create(massage)
    assert refused.value.param == "line_items[0][price_data][colour]"
    assert refused.value.code == "parameter_unknown"


@pytest.mark.parametrize(("amount", "wording"), [("much", "Invalid decimal: much"), ("135.5", "unit_amount")])
def test_a_fraction_of_a_cent_is_a_number_and_not_sold_here(client, massage, amount, wording):
    price = massage["line_items"][0]["price_data"]
    price["unit_amount_decimal"] = amount
    del price["unit_amount"]
    with pytest.raises(stripe.InvalidRequestError, match=wording):
        client.v1.checkout.sessions.create(massage)


def test_what_a_call_needs_is_asked_for(client):
    with pytest.raises(stripe.InvalidRequestError, match="Missing required param: currency") as refused:
        client.v1.payment_intents.create({"amount": 900})
    assert refused.value.code == "parameter_missing"


@pytest.mark.parametrize("shape", [{"line_items": "a massage"}, {"line_items": {"name": "massage"}}])
def test_an_array_is_an_array(client, massage, shape):
    with pytest.raises(stripe.InvalidRequestError, match="Invalid array"):
        client.v1.checkout.sessions.create(massage | shape)


def test_a_word_among_other_types_is_a_word(client):
    made = client.v1.payment_intents.create(
        {"amount": 900, "currency": "usd", "confirm": True, "payment_method": "pm_card_visa", "off_session": "one_off"}
    )
    assert made.status == "succeeded"


def test_an_age_may_be_an_instant_or_bounds(client, paid):
    made = client.v1.payment_intents.retrieve(paid).created
    assert client.v1.charges.list({"created": {"gte": made, "lt": made + 60}}).data
    assert client.v1.charges.list({"created": made - 60}).data == []


@pytest.mark.parametrize(
    ("path", "wording"),
    [
        ("amount_total", r"cannot be expanded \(amount_total\)"),
        ("payment_intent.amount", r"cannot be expanded \(payment_intent.amount\)"),
        ("payment", r"cannot be expanded \(payment\)"),
    ],
)
def test_only_references_can_be_expanded(client, session, paid, path, wording):
    with pytest.raises(stripe.InvalidRequestError, match=wording):
        client.v1.checkout.sessions.retrieve(session.id, {"expand": [path]})
    assert paid


def test_lists_expand_what_they_hold(client, paid):
    found = client.v1.charges.list({"expand": ["data.payment_intent"]})
    assert found.data[0].payment_intent.id == paid
    with pytest.raises(stripe.InvalidRequestError, match=r"try expanding 'data.payment_intent' instead"):
        client.v1.charges.list({"expand": ["payment_intent"]})


@pytest.mark.parametrize("limit", [0, 101])
def test_a_page_holds_one_to_a_hundred(client, limit):
    with pytest.raises(stripe.InvalidRequestError, match="between 1 and 100"):
        client.v1.charges.list({"limit": limit})


def test_an_unknown_place_in_a_list_is_refused(client):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.charges.list({"starting_after": "ch_none"})
    assert (refused.value.code, refused.value.param) == ("resource_missing", "starting_after")


def test_brackets_make_objects_and_arrays():
    fields = [("a[b][0][c]", "1"), ("a[b][1][c]", "2"), ("d[]", "x"), ("d[]", "y"), ("e", "z")]
    assert nested(fields) == {"a": {"b": {"0": {"c": "1"}, "1": {"c": "2"}}}, "d": {"0": "x", "1": "y"}, "e": "z"}


@pytest.mark.parametrize("fields", [[("a[b", "1")], [("a", "1"), ("a[b]", "2")], [("[a]", "1")]])
def test_broken_brackets_are_refused(fields):
    with pytest.raises(RefusedError):
        nested(fields)


@pytest.mark.parametrize(
    ("key", "status"), [("", 401), ("Bearer ", 401), ("Bearer pk_test_1", 401), ("Bearer sk_test_1", 200)]
)
def test_who_calls_says_who_they_are(stand_in, key, status):
    answer = requests.get(f"{stand_in.url}/v1/charges", headers={"Authorization": key}, timeout=10)
    assert answer.status_code == status


def test_a_missing_object_is_named(client):
    with pytest.raises(stripe.InvalidRequestError, match=r"No such checkout\.session: 'cs_none'") as refused:
        client.v1.checkout.sessions.retrieve("cs_none")
    assert (refused.value.http_status, refused.value.code) == (404, "resource_missing")


def test_another_version_or_an_unknown_call_is_refused(client):
    with pytest.raises(stripe.InvalidRequestError, match="Invalid Stripe API version"):
        client.v1.charges.list({}, {"stripe_version": "2020-08-27"})
    with pytest.raises(stripe.InvalidRequestError, match="Unrecognized request URL") as refused:
        client.v1.invoices.list()
    assert refused.value.http_status == 404
