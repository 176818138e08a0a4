"""By when somebody answers: while the desk is open, on the wall clock, on both sides of its changes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from shared_lib.concierge.promise import promise_at
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.kernel.spa import Spa

NEW_YORK = ZoneInfo("America/New_York")
SPA = Spa("new-york", "CoreSync", "America/New_York")
TEN_TO_NINE = WeeklyHours(dict.fromkeys(range(7), ((600, 1260),)), {date(2026, 11, 26): ()})
NIGHTS = WeeklyHours({5: ((1200, 1500),)})
"""Saturdays from 8 PM to 1 AM."""


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("told", "promised"),
    [
        ("2026-11-18T12:00", "2026-11-18T14:00"),
        ("2026-11-18T12:00:01", "2026-11-18T14:15"),
        ("2026-11-18T12:14:59", "2026-11-18T14:15"),
        ("2026-11-18T12:15:00", "2026-11-18T14:15"),
        ("2026-11-18T19:00", "2026-11-18T21:00"),
        ("2026-11-18T18:46", "2026-11-18T21:00"),
        ("2026-11-18T19:01", "2026-11-19T10:30"),
        ("2026-11-18T23:30", "2026-11-19T10:30"),
        ("2026-11-18T07:30", "2026-11-18T10:30"),
        ("2026-11-18T08:15", "2026-11-18T10:15"),
        ("2026-11-25T20:00", "2026-11-27T10:30"),  # Thanksgiving
        ("2026-10-31T20:00", "2026-11-01T10:30"),  # the clocks go back in the night
        ("2027-03-13T20:00", "2027-03-14T10:30"),  # they go ahead
    ],
)
def test_two_hours_while_the_desk_is_open_else_half_an_hour_after_it_opens(told, promised):
    assert promise_at(wall(told), spa=SPA, hours=[TEN_TO_NINE]).astimezone(NEW_YORK) == wall(promised)


def test_any_part_of_the_house_is_the_desk_and_a_night_runs_past_midnight():
    hours = [TEN_TO_NINE, NIGHTS]
    assert promise_at(wall("2026-11-21T22:30"), spa=SPA, hours=hours) == wall("2026-11-22T00:30")
    assert promise_at(wall("2026-11-21T23:30"), spa=SPA, hours=hours) == wall("2026-11-22T10:30")


def test_where_no_hours_are_known_it_is_a_day():
    assert promise_at(wall("2026-11-18T12:00"), spa=SPA, hours=[]) == wall("2026-11-19T12:00")
    assert promise_at(wall("2026-11-18T12:01"), spa=SPA, hours=[]) == wall("2026-11-19T12:15")
