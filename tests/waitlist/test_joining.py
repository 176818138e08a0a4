"""Who may join the waitlist: once for the same, and only where waiting is not in vain."""

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.kernel.errors import AlreadyWaiting, BadInput, NotBookable, NotFound
from tests.snapshots import NOW, SATURDAY, at
from tests.waitlist.waitlist_house import MANICURE, QUARTER, THREE

DAY = timedelta(days=1)


def test_the_same_key_gives_the_same_entry_whatever_has_become_of_it(room):
    entry = room.join(key="call-1")
    assert room.join("Vera", key="call-1") == entry
    room.leave(entry)
    assert room.join(key="call-1").id == entry.id
    assert room.house.count("waitlist_entries") == 1


def test_nobody_waits_twice_for_the_same(room):
    entry = room.join(key="1")
    with pytest.raises(AlreadyWaiting):
        room.join(key="2", email="DANIEL@example.com ", windows=((THREE - DAY, THREE + DAY),))
    room.join(key="3", start=THREE + DAY * 3)
    room.join(key="4", treatment_id="pedicure")
    room.leave(entry)
    room.join(key="5")


def test_who_never_joined_can_not_leave(room):
    entry = dataclasses.replace(room.join(), id=uuid4())
    with pytest.raises(NotFound):
        room.leave(entry)


@pytest.mark.parametrize(
    ("asked_for", "refusal"),
    [
        ({"treatment_id": "gone"}, NotFound),
        ({"technician": "Nobody"}, NotFound),
        ({"tier": "Gold"}, NotFound),
        ({"email": ""}, BadInput),
        ({"windows": ()}, BadInput),
        ({"windows": ((THREE, THREE),)}, BadInput),
        ({"also": (RequestedItem(MANICURE, guest=9),)}, BadInput),
    ],
)
def test_what_makes_no_sense_is_refused(room, asked_for, refusal):
    with pytest.raises(refusal):
        room.join(**asked_for)
    assert room.house.count("waitlist_entries") == 0


@pytest.mark.parametrize(
    ("asked_for", "why"),
    [
        ({"start": THREE - 2 * DAY}, RejectionCode.PAST),
        ({"start": NOW + QUARTER}, RejectionCode.TOO_SOON),
        ({"start": NOW + 401 * DAY}, RejectionCode.OUTSIDE_HORIZON),
        ({"start": at(SATURDAY, "15:00")}, RejectionCode.CLOSED),
        ({"technician": "Sam"}, RejectionCode.NOT_THEIR_WORK),
    ],
)
def test_nobody_waits_in_vain(room, asked_for, why):
    with pytest.raises(NotBookable) as refused:
        room.join(**asked_for)
    assert refused.value.rejection.code == why


def test_one_window_that_can_come_true_is_enough(room):
    room.join(windows=((NOW - DAY, NOW), (THREE, THREE + QUARTER)))
    assert room.run()["offered"] == 1
