"""Tokens come back as they were handed out, letter by letter."""

import pytest

from shared_lib.kernel.adapters.signer import TokenSigner
from shared_lib.kernel.errors import InvalidSignature

SIGNER = TokenSigner(["old key", "new key"])
TOKENS = [SIGNER.sign(payload, purpose="channel") for payload in ("x", "1" * 36, "a longer one " * 30)]


@pytest.mark.parametrize("token", TOKENS)
def test_a_token_comes_back(token):
    assert SIGNER.sign(SIGNER.read(token, purpose="channel"), purpose="channel") == token


def test_a_token_of_the_key_before_is_still_good():
    before = TokenSigner(["old key"]).sign("x", purpose="channel")
    assert SIGNER.read(before, purpose="channel") == "x"


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("change", ["{}=", "{}==", "={}", "{} ", " {}", "{}\n", "{}.", "{}A"])
def test_another_way_to_write_it_is_another_token(token, change):
    with pytest.raises(InvalidSignature):
        SIGNER.read(change.format(token), purpose="channel")


@pytest.mark.parametrize("token", TOKENS)
def test_bits_that_decoding_throws_away_are_part_of_it(token):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for last in set(alphabet) - {token[-1]}:
        with pytest.raises(InvalidSignature):
            SIGNER.read(token[:-1] + last, purpose="channel")
