"""Signatures that carry their time: what is wrong with one is said in its own words."""

from datetime import timedelta

import pytest

from shared_lib.kernel.clock import real_now
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.web.signatures import TimedSignature

SIGNATURE = TimedSignature("a secret")


@pytest.mark.parametrize(("minutes", "says"), [(-6, "is too old"), (6, "is from the future")])
def test_a_stamp_far_from_now_is_refused_in_its_own_words(minutes, says):
    with pytest.raises(InvalidSignature, match=says):
        SIGNATURE.verify(SIGNATURE.sign(b"{}", at=real_now() + timedelta(minutes=minutes)), b"{}")


@pytest.mark.parametrize("minutes", [-4, 0, 4])
def test_a_stamp_near_to_now_is_accepted(minutes):
    SIGNATURE.verify(SIGNATURE.sign(b"{}", at=real_now() + timedelta(minutes=minutes)), b"{}")
