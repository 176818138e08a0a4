"""Telephone numbers as people write them."""

import subprocess
import sys

import pytest

from shared_lib.kernel.phone_number import parse_phone


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("(212) 555-0123", "+12125550123"),
        ("tel:+1 212 555 0123", "+12125550123"),
        ("212.555.0123", "+12125550123"),
        ("1 (212) 555 0123", "+12125550123"),
        ("+1 555 010 0111", "+15550100111"),
        ("it's 212 555 0123", "+12125550123"),
        ("sip:+12125550123@carrier.example", "+12125550123"),
        ("212 555 0123 ext 5", "+12125550123;ext=5"),
        ("+44 20 7946 0958", "+442079460958"),
        ("\u05d4\u05de\u05e1\u05e4\u05e8 \u05e9\u05dc\u05d9 +972 54 123 4567", "+972541234567"),
        ("\u043c\u0456\u0439 \u043d\u043e\u043c\u0435\u0440 +380 44 123 45 67", "+380441234567"),
    ],
)
def test_a_number_is_read_as_it_is_written(text, kept):
    assert parse_phone(text) == kept


@pytest.mark.parametrize(
    "text",
    ["", "+", "12", "anonymous", "Restricted", "+266696687", "555 0123", "0541234567", "4242 4242 4242 4242",
     "212-555-0123 or 212-555-0124", "212 555 0123, room 4", "1" * 5000],
)  # fmt: skip
def test_what_is_no_number_or_more_than_one_is_none(text):
    assert parse_phone(text) is None


def test_nobody_who_reads_no_number_pays_for_the_library():
    loaded = "import sys, shared_lib.agent.phone.contacts; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
