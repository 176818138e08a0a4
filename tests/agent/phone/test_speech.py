"""What a voice reads aloud."""

from datetime import date, timedelta

import pytest

from shared_lib.agent.phone import speech
from tests.snapshots import FRIDAY, NOW, SATURDAY, SPA, THURSDAY, at


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (20, "twenty"),
        (42, "forty-two"),
        (100, "one hundred"),
        (188, "one hundred eighty-eight"),
        (1000, "one thousand"),
        (12345, "twelve thousand three hundred forty-five"),
    ],
)
def test_numbers_are_words(count, words):
    assert speech.number(count) == words


def test_days_of_the_month_have_their_place_in_a_row():
    said = [speech.ordinal(day) for day in (1, 2, 3, 5, 8, 9, 12, 14, 20, 21, 30, 31)]
    assert " ".join(said) == (
        "first second third fifth eighth ninth twelfth fourteenth twentieth twenty-first thirtieth thirty-first"
    )


@pytest.mark.parametrize(
    ("minute", "said"),
    [
        (0, "midnight"),
        (12 * 60, "noon"),
        (24 * 60, "midnight"),
        (5, "twelve oh five AM"),
        (10 * 60, "ten AM"),
        (12 * 60 + 30, "twelve thirty PM"),
        (14 * 60 + 45, "two forty-five PM"),
        (25 * 60, "one AM"),
    ],
)
def test_the_clock_is_read_as_people_do(minute, said):
    assert speech.say_clock(minute) == said


def test_a_year_is_said_only_where_it_is_not_this_one():
    assert speech.say_date(date(2026, 11, 20), today=FRIDAY) == "Friday, November twentieth"
    assert speech.say_date(date(2027, 2, 16), today=FRIDAY) == "Tuesday, February sixteenth, twenty twenty-seven"
    assert speech.say_year(2005) == "two thousand five"


def test_an_hour_that_comes_twice_says_which_it_is():
    first = at(date(2026, 11, 1), "01:30")
    said = [speech.say_time(instant, SPA) for instant in (first, first + timedelta(hours=1))]
    assert said == ["one thirty AM before the clocks go back", "one thirty AM after the clocks go back"]


def test_each_day_is_named_once():
    moments = [at(THURSDAY, "10:00"), at(THURSDAY, "14:00"), at(FRIDAY, "12:00"), at(SATURDAY, "18:30")]
    assert speech.say_moments(moments, SPA, now=NOW) == (
        "Thursday, November nineteenth at ten AM or two PM, or Friday, November twentieth at noon,"
        " or Saturday, November twenty-first at six thirty PM"
    )


@pytest.mark.parametrize(
    ("cents", "said"),
    [
        (0, "zero dollars"),
        (1, "one cent"),
        (100, "one dollar"),
        (18810, "one hundred eighty-eight dollars and ten cents"),
    ],
)
def test_money_is_words(cents, said):
    assert speech.say_money(cents) == said


def test_an_address_is_read_back_sign_by_sign():
    assert speech.say_email("anna.berg92@my-mail.com") == "anna dot berg nine two at my dash mail dot com"


def test_a_number_is_read_figure_by_figure():
    assert speech.say_phone("+1 555 010") == "one, five five five, zero one zero"


def test_names_are_joined_as_people_do():
    assert speech.all_of(["Anna"]) == "Anna"
    assert speech.one_of(["Anna", "Lena", "David"]) == "Anna, Lena or David"


def test_what_several_guests_have_is_named_once():
    assert speech.say_treatments(["Swedish Massage"]) == "Swedish Massage"
    assert (
        speech.say_treatments(["Swedish Massage", "Facial", "Swedish Massage"]) == "Swedish Massage for two and Facial"
    )
