"""What the telephone shows: a number to call back, or nobody."""

import pytest

from shared_lib.agent.phone.caller_id import shown_number


@pytest.mark.parametrize("shown", ["+1 555 010 0199", "+12125550123", "212-555-0123", "+44 20 7946 0958"])
def test_a_number_is_kept_as_it_came(shown):
    assert shown_number(f" {shown} ") == shown


WORDS = ["", "anonymous", "Anonymous", "RESTRICTED", "unknown", "private", "unavailable", "blocked", "No Caller ID"]
STAND_INS = ["+266696687", "266696687", "+1266696687", "+7378742833", "+17378742883", "+8656696", "+86282452253"]
NO_NUMBERS = ["+2562533", "0000000000", "+10000000000", "1111111", "12345", "sip:anonymous@anonymous.invalid", "+", "-"]


@pytest.mark.parametrize("shown", [*WORDS, *STAND_INS, *NO_NUMBERS])
def test_who_hides_their_number_shows_none(shown):
    assert shown_number(shown) == ""
