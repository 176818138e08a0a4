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
        "SELECT * FROM visits WHERE paid = 1; -- drop",
        "for (int i = 0; i < 99; i++) { a[i] += 0x1F; }",
        "\u4f60\u597d\uff0c\u8bf7\u95ee\u4f60\u4eec\u51e0\u70b9\u5f00\u95e8",
        "\u0645\u0631\u062d\u0628\u0627 \u0643\u064a\u0641 \u0627\u0644\u062d\u0627\u0644",
        "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
        "\u202e\u202eabc\u202c \u2067\u05d0\u05d1\u2069",
        "\U0001f9d6\u200d\u2642\ufe0f\U0001f486\U0001f3fd",
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
    """Count calls: a busy machine does not change them. `make language ARGS="--fuzz 50000"` measures the time."""
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


def test_letters_that_only_look_latin_break_nothing():
    meaning = understand("b\u043e\u043ek a sh\u0430ve", now=NOW)
    assert (meaning.when, meaning.lang) == (None, "en")


def test_a_zero_width_space_or_a_full_width_digit_hides_nothing():
    when = understand("fri\u200bday at \uff13 pm", now=NOW).when
    assert when
    assert (str(when.date), str(when.time)) == ("2026-11-27", "15:00:00")
