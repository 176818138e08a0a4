"""The project's own sentences: what guests of the spa say, by kind of difficulty, each with what it means."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from shared_lib.agent.language import Meaning, understand

FOLDER = Path(__file__).parents[1] / "agent" / "language"
NOW = datetime(2026, 11, 25, 10, 0)  # noqa: DTZ001 -- the spa's wall clock, a Wednesday


@dataclass(frozen=True)
class Sentence:
    """A line of a file of sentences."""

    kind: str
    say: str
    means: dict[str, Any]  # only the fields that it is about
    asked: str | None = None
    now: str | None = None
    system: str | None = None  # what we said just before

    @property
    def got(self) -> dict[str, Any]:
        """What it is understood to mean, in the same fields."""
        now = datetime.fromisoformat(self.now) if self.now else NOW
        said = plain(understand(self.say, now=now, asked=self.asked, system=self.system))
        return {key: sorted(said[key]) if key == "intents" else said.get(key) for key in self.means}


def sentences(lang: str = "en") -> list[Sentence]:
    """Return the sentences of a language."""
    name = "sentences.jsonl" if lang == "en" else f"sentences_{lang}.jsonl"
    return [Sentence(**json.loads(line)) for line in (FOLDER / name).read_text("utf-8").splitlines()]


def languages() -> Iterator[str]:
    """Yield the languages that have sentences, English first."""
    yield "en"
    yield from sorted(path.stem.removeprefix("sentences_") for path in FOLDER.glob("sentences_*.jsonl"))


def plain(meaning: Meaning) -> dict[str, Any]:
    """Return all fields of a meaning, of its time and of its choice in the spelling of the files."""
    said = asdict(meaning) | (asdict(meaning.choice) if meaning.choice else {})
    when = asdict(meaning.when) if meaning.when else {}
    whens = {"dates": [w.date for w in meaning.whens], "times": [w.time for w in meaning.whens]}
    more = {"none": meaning.when is None, "cues": sorted(meaning.cues)}
    return {key: spelt(value) for key, value in (said | when | whens | more).items()}


def spelt(value: Any) -> Any:
    """Return a value as JSON has it: days and times as text, lengths in minutes."""
    if isinstance(value, (list, tuple)):
        return [spelt(one) for one in value]
    if hasattr(value, "hour"):
        return f"{value:%H:%M}"
    if hasattr(value, "total_seconds"):
        return int(value.total_seconds() // 60)
    return value.isoformat() if hasattr(value, "isoformat") else value
