"""The business clock, moved by hand."""

from datetime import datetime, timedelta
from http import HTTPStatus

import pytest

from shared_lib.kernel.clock import real_now

WEDNESDAY = "2026-11-25T10:00:00-05:00"


def test_the_clock_goes_where_it_is_told_and_back(house):
    told = house.console("clock", "POST", json={"at": WEDNESDAY}).json()
    assert told["now"].startswith("2026-11-25T10:0")
    assert told["zone"] == "America/New_York"
    house.console("clock", "POST", json={"advance": 3600})
    assert abs(house.clock() - datetime.fromisoformat(WEDNESDAY) - timedelta(hours=1)) < timedelta(minutes=1)
    assert house.console("clock", "POST", json={"advance": -7200}).json()["now"].startswith("2026-11-25T09:0")
    assert house.console("clock", "POST", json={"reset": True}).json()["offset_seconds"] == 0
    assert abs(house.clock() - real_now()) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-11-25T08:00:00-05:00", "2026-11-25T09:0"),
        ("2026-11-25T10:00:00-05:00", "2026-11-26T09:0"),
        ("2026-10-31T10:00:00-04:00", "2026-11-01T09:0"),  # over the end of summer time
    ],
)
def test_the_clock_goes_to_the_next_nine_on_the_spas_wall(house, start, expected):
    house.console("clock", "POST", json={"at": start})
    assert house.console("clock", "POST", json={"next": "09:00"}).json()["now"].startswith(expected)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"at": "tomorrow"}, "at"),
        ({"at": "2026-11-25T10:00:00"}, "at"),
        ({"at": "2026-11-25"}, "at"),
        ({"at": 5}, "at"),
        ({"at": "9999-12-31T23:59:59Z"}, "at"),
        ({"advance": "an hour"}, "advance"),
        ({"advance": True}, "advance"),
        ({"advance": 1e300}, "advance"),
        ({"next": "25:00"}, "next"),
        ({"reset": False}, "reset"),
        ({"to": 5}, "to"),
        ({}, "at"),
        ({"reset": True, "advance": 1}, "at"),
    ],
)
def test_a_time_that_is_none_names_its_field_and_moves_nothing(house, body, field):
    before = house.clock.offset()
    refused = house.console("clock", "POST", json=body)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert refused.json()["field"] == field
    assert house.clock.offset() == before


@pytest.mark.parametrize("text", ['{"advance": NaN}', '{"advance": Infinity}', "not json", ""])
def test_a_body_that_is_no_json_moves_nothing(house, text):
    refused = house.console("clock", "POST", data=text)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
