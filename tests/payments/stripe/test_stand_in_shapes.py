"""What the stand-in answers has the shape that the SDK knows."""

import pytest
from stripe._api_version import _ApiVersion
from stripe._object_classes import get_object_class

from infra.local.stand_ins.stripe.account import API_VERSION, COLLECTIONS

NOT_ALWAYS_SENT = {"refunds", "deleted"}


@pytest.fixture
def everything(client, paid, stand_in):
    """One object of each kind, by kind."""
    guest = client.v1.customers.create({})
    client.v1.setup_intents.create({"customer": guest.id, "payment_method": "pm_card_visa", "confirm": True})
    client.v1.refunds.create({"payment_intent": paid})
    return {kind: stand_in.account.every(kind)[-1] for kind in COLLECTIONS}


def test_every_field_is_one_of_the_resource(everything):
    for kind, document in everything.items():
        assert not set(document) - set(get_object_class("V1", kind).__annotations__), kind


def test_every_field_that_is_never_null_is_there(everything):
    for kind, document in everything.items():
        hints = get_object_class("V1", kind).__annotations__
        always = {name for name, hint in hints.items() if isinstance(hint, type) and hint in (int, str, bool)}
        assert not {name for name in always if document.get(name) is None}, kind


def test_the_version_is_the_sdk_s_own():
    assert _ApiVersion.CURRENT == API_VERSION
