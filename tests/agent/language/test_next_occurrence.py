"""A time said alone, with nothing spoken of before, is the next such time."""

import json

import pytest

from shared_lib.agent.language.__main__ import answer


def said(text, now="2026-11-25T10:00", **context):
    when = answer(json.dumps({"text": text, "now": now, **context}))["when"]
    return when["date"], when["time"], when["end_date"], when["end_time"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("at 3 pm", ("2026-11-25", "15:00", None, None)),
        ("at 9 am", ("2026-11-26", "09:00", None, None)),
        ("10:00 am", ("2026-11-25", "10:00", None, None)),
        ("midnight", ("2026-11-26", "00:00", None, None)),
        ("after 9 am", ("2026-11-25", "09:00", None, None)),
        ("before 9 am", ("2026-11-26", "09:00", None, None)),
        ("from 9 am to 11 am", ("2026-11-25", "09:00", "2026-11-25", "11:00")),
        ("from 8 am to 9 am", ("2026-11-26", "08:00", "2026-11-26", "09:00")),
        ("from 10 pm to 1 am", ("2026-11-25", "22:00", "2026-11-26", "01:00")),
        ("un masaje a las tres de la tarde, por favor", ("2026-11-25", "15:00", None, None)),
        ("о 9 ранку", ("2026-11-26", "09:00", None, None)),  # noqa: RUF001 -- Cyrillic is meant
    ],
)
def test_a_time_alone_is_today_or_tomorrow_if_it_has_passed(text, meant):
    assert said(text) == meant


def test_the_next_day_may_be_another_month_or_year():
    assert said("at 9 am", now="2026-12-31T18:00")[0] == "2027-01-01"


def test_a_day_that_was_refused_is_not_the_next():
    assert said("at 3 pm but not today")[0] == "2026-11-26"


@pytest.mark.parametrize("context", [{"asked": "time"}, {"system": "What time would suit you on Friday?"}])
def test_in_a_dialogue_the_day_is_not_made_up(context):
    assert said("at 3 pm", **context)[0] is None


@pytest.mark.parametrize("text", ["in the morning", "any evening"])
def test_a_part_of_the_day_alone_fixes_no_day(text):
    assert said(text)[:2] == (None, None)


def test_a_day_that_was_said_stays():
    assert said("friday at 9 am")[0] == "2026-11-27"
