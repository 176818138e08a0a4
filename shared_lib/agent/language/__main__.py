"""Reads lines of JSON and answers each with one, in order: what was said, and what it means.

A line that asks nothing is answered too, by an empty meaning and its `error`, and keeps no other from its answer.
"""

import io
import json
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from .meaning import Meaning, When
from .next_occurrence import next_occurrence
from .understanding import understand

_YEARS = range(1900, 9000)
_OPTIONAL = ("asked", "system", "lang")


class NoQuestion(ValueError):
    """A line that asks nothing, with what is wrong with it: NOT_JSON, or BAD_ and the field's name."""


@dataclass(frozen=True)
class Question:
    """What one line asks; `now` is the spa's wall clock."""

    text: str
    now: datetime
    asked: str | None = None
    system: str | None = None
    lang: str | None = None

    @classmethod
    def read(cls, line: str) -> Self:
        """Take a line of JSON; raise NoQuestion."""
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            raise NoQuestion("NOT_JSON") from None
        if not isinstance(said, dict):
            raise NoQuestion("NOT_JSON")
        if not isinstance(said.get("text"), str):
            raise NoQuestion("BAD_TEXT")
        if wrong := next((name for name in _OPTIONAL if not isinstance(said.get(name), str | None)), None):
            raise NoQuestion(f"BAD_{wrong.upper()}")
        return cls(said["text"], _instant(said.get("now")), **{name: said.get(name) for name in _OPTIONAL})

    @property
    def meaning(self) -> Meaning:
        """Return what is meant; where no context is told, the day of a time said alone is the next that has it."""
        meant = understand(self.text, now=self.now, asked=self.asked, system=self.system, lang=self.lang)
        if meant.when and not (self.asked or self.system):
            return replace(meant, when=next_occurrence(meant.when, self.now))
        return meant


def _instant(said: object) -> datetime:
    try:
        now = datetime.fromisoformat(str(said)).replace(tzinfo=None)
    except ValueError:
        raise NoQuestion("BAD_NOW") from None
    if now.year not in _YEARS:
        raise NoQuestion("BAD_NOW")
    return now


def answer(line: str) -> dict[str, Any]:
    """Return what one line of input means, as the contract spells it."""
    try:
        return as_json(Question.read(line).meaning)
    except NoQuestion as trouble:
        return as_json(Meaning()) | {"error": str(trouble)}


def as_json(meaning: Meaning) -> dict[str, Any]:
    """Return a meaning in the contract's fields; a treatment only where it is certain."""
    return {
        "intents": list(meaning.intents),
        "when": _when(meaning.when),
        "treatment": meaning.treatments[0] if len(meaning.treatments) == 1 else None,
        "treatments": list(meaning.treatments),
        "technician": meaning.technician,
        "technicians": list(meaning.technicians),
        "not_technicians": list(meaning.not_technicians),
        "party": meaning.party,
        "minutes": meaning.minutes,
        "lang": meaning.lang,
    }


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "date": when.date.isoformat() if when.date else None,
        "time": f"{when.time:%H:%M}" if when.time else None,
        "end_date": when.end_date.isoformat() if when.end_date else None,
        "end_time": f"{when.end_time:%H:%M}" if when.end_time else None,
        "open": when.open,
        "part": when.part,
        "either_half": when.either_half,
    }


def main() -> None:
    """Answer line by line, in UTF-8 whatever the locale, until the input ends."""
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"):
        if line.strip():
            sys.stdout.buffer.write(json.dumps(answer(line), ensure_ascii=False).encode() + b"\n")
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
