"""Whatever is typed gets an answer, and nothing is made up from it."""

import itertools
import sys
from datetime import datetime

import pytest

from shared_lib.agent.language import Meaning, understand
from tests.score import fuzz

NOW = datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 -- the spa's wall clock
MOST_CALLS = 150_000


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u200b", "\n\t\n"])
def test_nothing_means_nothing(text):
    assert understand(text, now=NOW) == Meaning()


@pytest.mark.parametrize(
    "text",
    [
        "31 February",
        "february 30th",
        "25:00",
        "00:99",
        "99/99/9999",
        "2026-13-45",
        "9" * 400,
        "in 999999 weeks",
        "1000000 fridays from now",
        "\U0001f600" * 500,
        "<script>alert('at')</script>",
        "https://example.org/at/3pm?friday=1",
        "a" * 2000,
        "\ud83d",
    ],
)
def test_what_is_no_time_makes_no_time(text):
    assert understand(text, now=NOW).when is None


@pytest.mark.parametrize("asked", [None, "time", "name", "email", "slot"])
@pytest.mark.parametrize(
    "text", ["to " * 660, "at 3 " * 400, "half past " * 200, "(" * 2000, "a@b." * 500, "+1" * 1000]
)
def test_a_message_of_two_thousand_characters_is_answered(text, asked):
    assert isinstance(understand(text, now=NOW, asked=asked), Meaning)


def test_strings_of_all_sorts_are_answered_with_bounded_work():
    """Count calls: a busy machine does not change them. `make score ARGS="--fuzz 50000"` measures the time."""
    worst = max((_calls(text, asked), text) for text, asked in fuzz.strings(200, seed=7))
    assert worst[0] < MOST_CALLS, worst[1]


def _calls(text, asked):
    count = itertools.count()
    sys.setprofile(lambda _frame, event, _value: next(count) if event == "call" else None)
    try:
        understand(text, now=NOW, asked=asked)
    finally:
        sys.setprofile(None)
    return next(count)


def test_letters_that_are_prefixes_in_hebrew_make_no_endless_word():
    assert isinstance(understand("\u05d1" * 2000, now=NOW), Meaning)


def test_a_zero_width_space_or_a_full_width_digit_hides_nothing():
    when = understand("fri\u200bday at \uff13 pm", now=NOW).when
    assert when
    assert (str(when.date), str(when.time)) == ("2026-11-27", "15:00:00")
