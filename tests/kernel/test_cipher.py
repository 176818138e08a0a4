"""Personal data opens for its purpose, with a key of the house, and unaltered; else not at all."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.keys import data_keys_from_file, signing_keys_from_file
from shared_lib.kernel.errors import InvalidSignature

OLD, NEW = bytes(range(32)), bytes(range(1, 33))
CIPHER = DataCipher({1: OLD})


@given(st.text())
def test_any_text_comes_back(text):
    assert CIPHER.open(CIPHER.seal(text, purpose="chat"), purpose="chat") == text


def test_the_same_text_never_looks_the_same():
    assert CIPHER.seal("Daniel", purpose="chat") != CIPHER.seal("Daniel", purpose="chat")


@given(st.data())
def test_an_altered_byte_opens_nothing(data):
    sealed = bytearray(CIPHER.seal("Daniel", purpose="chat"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(InvalidSignature):
        CIPHER.open(bytes(sealed), purpose="chat")


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + bytes(11), b"\x02" + bytes(40)])
def test_what_was_never_sealed_opens_nothing(sealed):
    with pytest.raises(InvalidSignature):
        CIPHER.open(sealed, purpose="chat")


def test_a_text_opens_for_its_own_purpose_only():
    with pytest.raises(InvalidSignature):
        CIPHER.open(CIPHER.seal("Daniel", purpose="chat"), purpose="booking.contact")


def test_a_new_key_seals_and_the_old_one_still_opens():
    rotated = DataCipher({1: OLD, 2: NEW})
    assert rotated.open(CIPHER.seal("Daniel", purpose="chat"), purpose="chat") == "Daniel"
    with pytest.raises(InvalidSignature):
        CIPHER.open(rotated.seal("Daniel", purpose="chat"), purpose="chat")


def test_look_up_outlives_a_new_key_and_forgives_case_and_space():
    rotated = DataCipher({1: OLD, 2: NEW})
    assert CIPHER.fingerprint("Daniel@Example.com ") == rotated.fingerprint("daniel@example.com")
    assert CIPHER.fingerprint("a@example.com") != CIPHER.fingerprint("b@example.com")
    assert DataCipher({1: NEW}).fingerprint("a@example.com") != CIPHER.fingerprint("a@example.com")


def test_keys_are_read_from_files(tmp_path):
    (tmp_path / "data").write_text(json.dumps({"1": base64.b64encode(OLD).decode()}))
    (tmp_path / "signing").write_text("old\n\n new \n")
    assert data_keys_from_file(tmp_path / "data") == {1: OLD}
    assert signing_keys_from_file(tmp_path / "signing") == ["old", "new"]
