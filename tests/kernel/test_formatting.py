"""What a guest reads is the spa's day and hour, wherever the guest and the server are."""

from datetime import UTC, datetime, timedelta

import pytest

from shared_lib.kernel.formatting import say_day, say_duration, say_list, say_moment, say_span, say_time
from shared_lib.kernel.spa import Spa

SPA = Spa(id="coresync", name="CoreSync", zone="America/New_York")
NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)


def test_a_moment_is_told_in_the_spas_zone_by_name():
    at = datetime(2026, 11, 27, 20, tzinfo=UTC)
    assert say_moment(at, SPA, now=NOW) == "Friday 27 November, 3:00 PM New York time"


def test_the_year_is_told_when_it_is_not_this_one():
    at = datetime(2027, 1, 2, 20, tzinfo=UTC)
    assert say_day(at, SPA, now=NOW) == "Saturday 2 January 2027"


def test_the_year_turns_at_the_spas_midnight_not_at_utcs():
    new_year_in_utc = datetime(2027, 1, 1, 3, tzinfo=UTC)
    assert say_day(new_year_in_utc, SPA, now=NOW) == "Thursday 31 December"


def test_a_span_names_its_zone_once():
    begins = datetime(2026, 11, 27, 20, tzinfo=UTC)
    said = say_span(begins, begins + timedelta(minutes=50), SPA, now=NOW)
    assert said == "Friday 27 November, 3:00 PM to 3:50 PM New York time"


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        (datetime(2026, 11, 1, 4, 30, tzinfo=UTC), "12:30 AM"),
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "1:30 AM EDT"),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "1:30 AM EST"),
        (datetime(2026, 11, 1, 7, 30, tzinfo=UTC), "2:30 AM"),
        (datetime(2027, 3, 14, 6, 59, tzinfo=UTC), "1:59 AM"),
        (datetime(2027, 3, 14, 7, 0, tzinfo=UTC), "3:00 AM"),
    ],
)
def test_an_hour_that_comes_twice_says_which_one(instant, said):
    assert say_time(instant, SPA) == said


@pytest.mark.parametrize(
    ("minutes", "said"), [(50, "50 minutes"), (60, "1 hour"), (90, "1 hour 30 minutes"), (120, "2 hours")]
)
def test_a_length_is_told_in_hours_and_minutes(minutes, said):
    assert say_duration(timedelta(minutes=minutes)) == said


@pytest.mark.parametrize(
    ("names", "said"), [((), ""), (("Anna",), "Anna"), (("Anna", "Lena"), "Anna & Lena"), ("ABC", "A, B & C")]
)
def test_the_last_of_several_names_has_a_word_before_it(names, said):
    assert say_list(names, "&") == said
