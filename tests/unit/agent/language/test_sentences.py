"""What guests of the spa say, by kind of difficulty, each with what it means on a Wednesday at ten in the morning."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from shared_lib.agent.language import Meaning, understand

NOW = datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 -- the spa's wall clock
SENTENCES = [json.loads(line) for line in (Path(__file__).parent / "sentences.jsonl").read_text("utf-8").splitlines()]


def plain(meaning: Meaning) -> dict[str, Any]:
    """All fields in the spelling of sentences.jsonl."""
    said = asdict(meaning) | (asdict(meaning.choice) if meaning.choice else {})
    when = asdict(meaning.when) if meaning.when else {}
    whens = {"dates": [w.date for w in meaning.whens], "times": [w.time for w in meaning.whens]}
    return {key: spelt(value) for key, value in (said | when | whens | {"none": meaning.when is None}).items()}


def spelt(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [spelt(one) for one in value]
    if hasattr(value, "hour"):
        return f"{value:%H:%M}"
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("row", SENTENCES, ids=[f"{row['kind']}: {row['say']}" for row in SENTENCES])
def test_a_sentence_means_what_the_guest_meant(row):
    said = plain(understand(row["say"], now=NOW, asked=row.get("asked")))
    got = {key: sorted(said[key]) if key == "intents" else said.get(key) for key in row["means"]}
    assert got == row["means"]
