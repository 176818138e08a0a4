"""What makes an event in a calendar of ours differ from its booking."""

import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest

from shared_lib.calendars.drift import Drift, DriftKind, DriftReport, judge
from shared_lib.calendars.event import CalendarEvent
from shared_lib.calendars.feed import SeenEvent, Window
from shared_lib.kernel.ids import derived_event_id
from tests.visits import NOW, SPA, STARTS

BOOKING = UUID("0b6f3c1e-6a53-4c0e-9d53-1c2a4b5d6e7f")
ID = derived_event_id(BOOKING)
HOUR = timedelta(hours=1)
WANTED = CalendarEvent(
    event_id=ID,
    booking_id=BOOKING,
    version=3,
    title="Booked",
    description="",
    starts_at=STARTS,
    ends_at=STARTS + HOUR,
    zone=SPA.zone,
)
SEEN = SeenEvent(
    event_id=ID,
    etag="1",
    gone=False,
    starts_at=STARTS,
    ends_at=STARTS + HOUR,
    booking_id=BOOKING,
    version=3,
    seal=WANTED.seal,
)
SHOWN = {ID: WANTED}


@pytest.mark.parametrize(
    ("changes", "wanted", "kind"),
    [
        ({}, SHOWN, None),
        ({"gone": True}, SHOWN, DriftKind.MISSING),
        ({"intact": False, "starts_at": STARTS + HOUR}, SHOWN, DriftKind.MOVED),
        ({"intact": False}, SHOWN, DriftKind.EDITED),
        ({"version": 2}, SHOWN, DriftKind.STALE),
        ({"seal": "older words"}, SHOWN, DriftKind.STALE),
        ({"event_id": "copy"}, SHOWN, DriftKind.DOUBLE),
        ({"event_id": "copy", "gone": True}, SHOWN, None),
        ({}, {}, DriftKind.EXTRA),
        ({"gone": True}, {}, None),
        ({"event_id": "copy"}, {}, DriftKind.DOUBLE),
    ],
)
def test_an_event_is_judged_by_its_booking(changes, wanted, kind):
    assert judge(dataclasses.replace(SEEN, **changes), BOOKING, wanted) is kind


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"title": " BOOKED "}, True),
        ({"description": "\r\n"}, True),
        ({"location": ""}, True),
        ({"version": 4}, True),
        ({"title": "Booked twice"}, False),
        ({"starts_at": STARTS + HOUR}, False),
        ({"location": "Room 1"}, False),
    ],
)
def test_a_seal_is_broken_by_words_and_times_alone(change, same):
    assert (dataclasses.replace(WANTED, **change).seal == WANTED.seal) is same


def test_a_report_counts_each_kind_and_says_nothing_about_people():
    drifts = [Drift(DriftKind.BUSY, "technician 1", times=3), Drift(DriftKind.MOVED, "master", BOOKING, ID, "etag")]
    report = DriftReport(drifts, unread=["private"])
    assert {name: count for name, count in report.counts.items() if count} == {"busy": 3, "moved": 1, "unread": 1}
    assert set(report.counts) == {*map(str, DriftKind), "unread"}
    assert drifts[1].item() == {
        "kind": "moved",
        "calendar": "master",
        "times": 1,
        "booking_id": str(BOOKING),
        "event_id": ID,
    }


@pytest.mark.parametrize(
    ("begins", "ends", "inside"),
    [
        (-48, 48, (-24, 48)),
        (1, 2, (1, 2)),
        (-48, -24, None),
        (24 * 400, 24 * 401, None),
        (24 * 399, 24 * 9999, (24 * 399, 24 * 400)),
        (5, 5, None),
        (6, 5, None),
    ],
)
def test_what_is_read_has_bounds(begins, ends, inside):
    cut = Window.around(NOW).cut(NOW + begins * HOUR, NOW + ends * HOUR)
    assert cut == (inside and tuple(NOW + hours * HOUR for hours in inside))
