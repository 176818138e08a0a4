"""The command reads lines of JSON and answers each with one, in order."""

import json
import subprocess
import sys

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
