"""The weekday that today is: today while the hour is ahead, else in a week."""

from datetime import date

import pytest

from tests.agent.dialogue.house import WEDNESDAY, Guest, House

TODAY, IN_A_WEEK = date(2026, 11, 25), date(2026, 12, 2)


@pytest.fixture
def guest():
    return Guest(House(WEDNESDAY))


@pytest.mark.parametrize("said", ["wednesday 3pm", "wed at 4", "on Wednesday evening", "wednesday"])
def test_todays_weekday_is_today_while_the_hour_is_ahead(guest, said):
    guest.says("swedish", said)
    assert guest.state.when.date == TODAY
    assert "Wednesday 25 November" in guest.heard


@pytest.mark.parametrize(
    "said",
    [
        "wednesday 9am",
        "next wednesday 3pm",
        "december 2 3pm",
        "wednesday the 2nd, 3pm",
        "wednesday the second, 3pm",
        "next week wednesday 3pm",
    ],
)
def test_a_past_hour_or_a_named_week_is_not_today(guest, said):
    guest.says("swedish", said)
    assert guest.state.when.date == IN_A_WEEK


def test_the_hour_that_was_said_before_counts(guest):
    guest.says("swedish at 3pm", "wednesday")
    assert guest.state.when.date == TODAY


def test_a_day_that_was_ruled_out_is_not_meant_by_its_name(guest):
    guest.says("swedish not today, wednesday at 3pm")
    assert guest.state.when.date == IN_A_WEEK


def test_another_weekday_is_the_next_of_its_name(guest):
    guest.says("swedish friday 3pm")
    assert guest.state.when.date == date(2026, 11, 27)
