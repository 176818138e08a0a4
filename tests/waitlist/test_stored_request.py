"""What somebody waits for rests on the list as plain JSON, and is the same request again."""

import dataclasses
import json

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.waitlist.stored_request import stored_request, to_stored
from tests.snapshots import THURSDAY, at
from tests.waitlist.test_entry import BEGINS, ENDS, an_entry

WINDOWS = ((BEGINS, ENDS),)
WISHED = BookingRequest(
    (
        RequestedItem("couples-massage", 1, ("aromatherapy",), "Anna", None, ("Lena",)),
        RequestedItem("pedicure", 2, gender="f"),
    ),
    WINDOWS,
    at(THURSDAY, "15:00"),
    "Base",
    limit=1,
    longest_wait=30,
)


def again(asked):
    return stored_request(dataclasses.replace(an_entry(), asked=asked), WINDOWS)


def test_a_request_comes_back_with_everybody_whom_it_named():
    asked = json.loads(json.dumps(to_stored(WISHED)))
    assert again(asked) == WISHED
    assert "beside" not in asked["items"][1]  # an older release reads what names one person only


def test_what_an_older_release_wrote_is_read():
    items = [{"treatment_id": "pedicure", "guest": 1, "add_on_ids": [], "technician": "Nina", "gender": None}]
    asked = {"items": items, "longest_wait": 0, "wanted": None, "session": None}
    assert again(asked).items == (RequestedItem("pedicure", technician="Nina"),)
