"""A payment link names one booking and can not be made by anybody else."""

from uuid import UUID

import pytest

from shared_lib.kernel.adapters.signer import TokenSigner
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.payments.pay_links import booking_of, pay_url

SIGNER = TokenSigner(["a key"])
BOOKING = UUID(int=7)
TOKEN = pay_url(BOOKING, public_url="https://spa.example", signer=SIGNER).removeprefix("https://spa.example/pay/")


def test_a_link_leads_back_to_its_booking():
    assert booking_of(TOKEN, SIGNER) == BOOKING
    assert "/" not in TOKEN


@pytest.mark.parametrize(
    "token", ["", "x", TOKEN[:-1], TOKEN[1:], TOKEN.swapcase(), TOKEN + "x", "\u00e9" * 9, "." * 99]
)
def test_an_altered_link_leads_nowhere(token):
    with pytest.raises(InvalidSignature):
        booking_of(token, SIGNER)


def test_a_token_for_something_else_is_no_link():
    for token in (SIGNER.sign(BOOKING.hex, purpose="session"), SIGNER.sign("no id", purpose="pay")):
        with pytest.raises(InvalidSignature):
            booking_of(token, SIGNER)


def test_a_new_key_signs_and_the_old_ones_still_read():
    rotated = TokenSigner(["a key", "a newer key"])
    assert booking_of(TOKEN, rotated) == BOOKING
    fresh = pay_url(BOOKING, public_url="", signer=rotated).removeprefix("/pay/")
    with pytest.raises(InvalidSignature):
        booking_of(fresh, SIGNER)
