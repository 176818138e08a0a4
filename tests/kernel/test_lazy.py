"""A property that is worked out once for each object, and never waits for another object's."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared_lib.kernel.lazy import lazy_property

PATIENCE = 10.0


class Guest:
    def __init__(self, look) -> None:
        self._look = look
        self.looks = 0

    @lazy_property
    def house(self) -> str:
        """What the guest sees."""
        self.looks += 1
        return str(self._look())


def test_it_is_worked_out_once():
    guest = Guest(lambda: "a house")
    assert (guest.house, guest.house, guest.looks) == ("a house", "a house", 1)


def test_each_object_has_its_own():
    assert [Guest(lambda name=name: name).house for name in "ab"] == ["a", "b"]


def test_what_failed_is_tried_again():
    found = iter([ZeroDivisionError, "a house"])

    def look() -> str:
        seen = next(found)
        if seen is ZeroDivisionError:
            raise ZeroDivisionError
        return seen

    guest = Guest(look)
    with pytest.raises(ZeroDivisionError):
        _ = guest.house
    assert guest.house == "a house"


def test_nobody_waits_for_the_look_of_another():
    both = threading.Barrier(2)  # opens only when both look at the same time
    with ThreadPoolExecutor(2) as pool:
        guests = [Guest(lambda: both.wait(PATIENCE)) for _ in range(2)]
        assert sorted(pool.map(lambda guest: guest.house, guests)) == ["0", "1"]


def test_it_says_what_it_is():
    assert Guest.house.__doc__ == "What the guest sees."
