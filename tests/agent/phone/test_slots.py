"""An offered time as a token."""

import dataclasses

import pytest

from shared_lib.agent.phone.slot_tokens import LIFE, SlotToken
from shared_lib.availability.request import RequestedItem
from shared_lib.availability.slots import OfferedPlaces
from shared_lib.kernel.adapters.signer import TokenSigner
from shared_lib.kernel.errors import InvalidSignature
from tests.snapshots import FRIDAY, NOW, at

SIGNER = TokenSigner(["a key"])
FIRST = RequestedItem("swedish-massage", 1, ("hot-stone",), "Anna")
SECOND = dataclasses.replace(FIRST, guest=2, technician=None)
SLOT = SlotToken((FIRST, SECOND), at(FRIDAY, "14:00"), NOW + LIFE)
COUPLE = RequestedItem("couples-massage", 1, (), "Anna", None, ("Lena",))
FAMILY = (
    *(RequestedItem("classic-hot-towel-shave", guest, ("led-light-therapy",), gender="m") for guest in range(1, 4)),
    *(RequestedItem("gentlemans-facial", guest, ("aromatherapy", "oxygen-treatment")) for guest in range(1, 4)),
)


@pytest.mark.parametrize("items", [(FIRST, SECOND), (COUPLE,), (RequestedItem("pedicure"),), FAMILY])
def test_a_slot_comes_back_as_it_was_given(items):
    slot = dataclasses.replace(SLOT, items=items, longest_wait=30)
    assert SlotToken.read(slot.token(SIGNER), SIGNER) == slot
    assert (slot.request.items, slot.request.longest_wait) == (items, 30)


def test_a_token_is_short_enough_to_be_copied():
    assert len(SLOT.token(SIGNER)) < 150


def test_six_visits_of_three_guests_still_fit():
    assert len(dataclasses.replace(SLOT, items=FAMILY).token(SIGNER)) < 250


def test_the_offered_places_come_back_too_and_the_token_stays_short():
    two = OfferedPlaces(7, 12, ((3, 11), (4, 12)))
    token = dataclasses.replace(SLOT, offer=two).token(SIGNER)
    assert (SlotToken.read(token, SIGNER).offer, len(token) < 180) == (two, True)


def test_a_slot_of_somebody_else_is_none():
    with pytest.raises(InvalidSignature):
        SlotToken.read(SLOT.token(TokenSigner(["another key"])), SIGNER)


def test_a_token_for_something_else_is_no_slot():
    with pytest.raises(InvalidSignature):
        SlotToken.read(SIGNER.sign("[]", purpose="pay"), SIGNER)


@pytest.mark.parametrize("old", ['["swedish-massage",1795201200]', '["pedicure",1795201200,1795201800,1,null,null]'])
def test_a_slot_of_an_earlier_release_is_none(old):
    with pytest.raises(InvalidSignature):
        SlotToken.read(SIGNER.sign(old, purpose="slot"), SIGNER)
