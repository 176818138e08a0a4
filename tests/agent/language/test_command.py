"""The command reads lines of JSON and answers each with one, in order."""

import json
import subprocess
import sys

import pytest

from shared_lib.agent.language.__main__ import answer

QUESTION = {
    "text": "tomorrow after 5 if Anna is free",
    "now": "2026-11-22T10:00",
    "asked": "time",
    "system": "What time would suit you?",
}


def test_a_line_is_answered_in_the_fields_of_the_contract():
    assert answer(json.dumps(QUESTION)) == {
        "intents": ["give_date", "give_time"],
        "when": {
            "date": "2026-11-23",
            "time": "17:00",
            "end_date": None,
            "end_time": None,
            "open": "after",
            "part": None,
            "either_half": True,
        },
        "treatment": None,
        "treatments": [],
        "technician": "Anna",
        "technicians": ["Anna"],
        "not_technicians": [],
        "party": None,
        "minutes": None,
        "lang": "en",
    }


def test_lines_are_answered_one_by_one_and_in_order():
    texts = ["a shave", "", "bye"]
    said = "".join(json.dumps({"text": text, "now": "2026-11-22T10:00"}) + "\n" for text in texts)
    command = [sys.executable, "-m", "shared_lib.agent.language"]
    done = subprocess.run(command, input=said, capture_output=True, text=True, check=True)
    assert [json.loads(line)["intents"] for line in done.stdout.splitlines()] == [["book"], [], ["goodbye"]]


def test_a_treatment_is_named_only_where_it_is_certain():
    shave, massage = (
        answer(json.dumps({"text": text, "now": "2026-11-22T10:00"})) for text in ("a shave", "a massage")
    )
    assert shave["treatment"] == "Classic Hot Towel Shave"
    assert massage["treatment"] is None
    assert "Swedish Massage" in massage["treatments"]


def test_what_we_asked_is_read_from_our_own_words_where_no_name_is_given():
    line = {"text": "yes", "now": "2026-11-22T10:00", "system": "So that is Friday at 3 pm, is that right?"}
    assert answer(json.dumps(line))["intents"] == ["affirm"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("friday at 3", "NOT_JSON"),
        ("{", "NOT_JSON"),
        ("[" * 100_000, "NOT_JSON"),
        ("[]", "NOT_JSON"),
        ('"friday"', "NOT_JSON"),
        ('{"now": "2026-11-22T10:00"}', "BAD_TEXT"),
        ('{"text": null, "now": "2026-11-22T10:00"}', "BAD_TEXT"),
        ('{"text": "friday"}', "BAD_NOW"),
        ('{"text": "friday", "now": "today"}', "BAD_NOW"),
        ('{"text": "friday", "now": 5}', "BAD_NOW"),
        ('{"text": "friday", "now": "9999-12-31T23:59"}', "BAD_NOW"),
        ('{"text": "friday", "now": "2026-11-22T10:00", "asked": ["time"]}', "BAD_ASKED"),
        ('{"text": "friday", "now": "2026-11-22T10:00", "system": 5}', "BAD_SYSTEM"),
        ('{"text": "friday", "now": "2026-11-22T10:00", "lang": 5}', "BAD_LANG"),
    ],
)
def test_a_line_that_asks_nothing_is_answered_with_an_empty_meaning_and_its_error(line, error):
    told = answer(line)
    assert (told["error"], told["intents"], told["when"]) == (error, [], None)


def test_what_is_wrong_with_one_line_keeps_no_other_from_its_answer():
    lines = [json.dumps(QUESTION), "{", json.dumps(QUESTION)]
    command = [sys.executable, "-m", "shared_lib.agent.language"]
    strange = b"\xff\n" + "\n".join(lines).encode()
    done = subprocess.run(command, input=strange, capture_output=True, check=True, env={"LC_ALL": "C"})
    errors = [json.loads(line).get("error") for line in done.stdout.splitlines()]
    assert errors == ["NOT_JSON", None, "NOT_JSON", None]


@pytest.mark.parametrize(("lang", "spoken"), [("ES", "es"), ("es-MX", "es"), ("fr", "en"), ("", "en"), (None, "en")])
def test_a_language_that_we_do_not_have_is_recognised_from_the_text(lang, spoken):
    assert answer(json.dumps(QUESTION | {"lang": lang}))["lang"] == spoken
