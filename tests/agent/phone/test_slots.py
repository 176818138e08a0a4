"""An offered time as a token."""

import dataclasses

import pytest

from shared_lib.agent.phone.slot_tokens import LIFE, SlotToken
from shared_lib.availability.slots import OfferedPlaces
from shared_lib.kernel.adapters.signer import TokenSigner
from shared_lib.kernel.errors import InvalidSignature
from tests.snapshots import FRIDAY, NOW, at

SIGNER = TokenSigner(["a key"])
SLOT = SlotToken("swedish-massage", at(FRIDAY, "14:00"), NOW + LIFE, "Anna", None, ("hot-stone",), 2)


def test_a_slot_comes_back_as_it_was_given():
    assert SlotToken.read(SLOT.token(SIGNER), SIGNER) == SLOT


def test_a_token_is_short_enough_to_be_copied():
    assert len(SLOT.token(SIGNER)) < 150


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


def test_a_slot_of_an_earlier_release_is_none():
    with pytest.raises(InvalidSignature):
        SlotToken.read(SIGNER.sign('["swedish-massage", 1795201200]', purpose="slot"), SIGNER)


def test_further_guests_have_the_same_at_the_same_time_with_anybody():
    [first, second] = SLOT.request.items
    assert (first.technician, second.technician) == ("Anna", None)
    assert (second.treatment_id, second.add_on_ids, second.guest) == ("swedish-massage", ("hot-stone",), 2)
