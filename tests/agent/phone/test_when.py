"""When a visit may begin, from words and from RFC 3339."""

from datetime import UTC, date, datetime

import pytest

from shared_lib.agent.phone.when import BadWhen, read_when
from tests.agent.phone.lines import a_line
from tests.snapshots import FRIDAY, NOW, SPA, at

AUTUMN = datetime(2026, 10, 31, 15, tzinfo=UTC)
"""The day before the clocks of New York go back."""


def heard(text, now=NOW):
    """Return the wall clock of the wanted instant and of the windows' ends."""
    stretch = read_when(text, a_line(now))
    wanted = f"{SPA.wall(stretch.wanted):%a %H:%M}" if stretch.wanted else None
    return wanted, [tuple(f"{SPA.wall(end):%a %H:%M}" for end in window) for window in stretch.windows]


WHOLE_FRIDAY = [("Fri 00:00", "Sat 00:00")]


@pytest.mark.parametrize(
    "text",
    [
        "friday 2pm",
        "Friday at two in the afternoon",
        "2026-11-20T14:00",
        "2026-11-20 14:00",
        "2026-11-20T14:00:00.000",
        " 2026-11-20T14:00:30 ",
        "2026-11-20T14:00:00-05:00",
        "2026-11-20T19:00:00Z",
        "2026-11-20t19:00z",
        "2026-11-20T20:00+0100",
    ],
)
def test_one_instant_means_the_day_around_it(text):
    assert heard(text) == ("Fri 14:00", WHOLE_FRIDAY)


@pytest.mark.parametrize("text", ["friday", "2026-11-20"])
def test_a_day_is_a_whole_day(text):
    assert heard(text) == (None, WHOLE_FRIDAY)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("2026-11-20T14:00/2026-11-20T16:00", ("Fri 14:00", "Fri 16:01")),
        ("2026-11-20T14:00-05:00 / 2026-11-21", ("Fri 14:00", "Sun 00:00")),
        ("2026-11-19/2026-11-20", ("Thu 00:00", "Sat 00:00")),
        ("friday afternoon", ("Fri 12:00", "Fri 17:00")),
        ("friday between 2 and 4", ("Fri 14:00", "Fri 16:01")),
    ],
)
def test_a_range_is_one_window(text, window):
    assert heard(text) == (None, [window])


def test_either_of_two_days_is_looked_at():
    assert len(heard("thursday or friday afternoon")[1]) == 2


def test_whoever_says_no_day_has_the_next_time_that_the_clocks_show_the_hour():
    assert heard("at 3 pm")[0] == "Wed 15:00"
    assert heard("at 9 am")[0] == "Thu 09:00"
    assert heard("in the morning")[1] == [("Wed 06:00", "Wed 12:00")]


@pytest.mark.parametrize("text", ["", "  ", "as soon as possible", "any time"])
def test_whoever_leaves_it_open_has_all_that_may_be_had(text):
    assert read_when(text, a_line()).windows == ((NOW, SPA.midnight(date(2026, 11, 22))),)


@pytest.mark.parametrize(
    ("text", "why", "near"),
    [
        ("2027-02-29", "no_such_time", at(date(2027, 2, 28), "12:00")),
        ("2026-11-31T10:00", "no_such_time", at(date(2026, 11, 30), "12:00")),
        ("2026-13-01", "no_such_time", None),
        ("2026-11-20T25:00", "no_such_time", at(date(2026, 11, 30), "12:00")),
        ("2027-03-14T02:30", "skipped", at(date(2027, 3, 14), "03:00")),
        ("march 14 2027 at 2:30 am", "skipped", at(date(2027, 3, 14), "03:00")),
        ("2026-11-20T16:00/2026-11-20T14:00", "backwards", at(FRIDAY, "16:00")),
        ("february 29th 2027", "not_understood", None),
        ("purple", "not_understood", None),
    ],
)
def test_what_can_not_be_meant_is_refused_with_what_is_near(text, why, near):
    with pytest.raises(BadWhen) as refused:
        read_when(text, a_line())
    assert (refused.value.why, refused.value.near) == (why, near)


def test_an_instant_of_the_skipped_hour_is_one_of_the_next():
    """With an offset it is no hour of the wall clock that could be missing."""
    assert heard("2027-03-14T02:30:00-05:00")[0] == "Sun 03:30"


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    assert read_when("2026-11-01T01:30", a_line(AUTUMN)).wanted == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["0000-01-01", "0001-01-01T00:00Z", "9999-12-31", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_the_calendar_are_days_like_others(text):
    assert read_when(text, a_line()).windows
