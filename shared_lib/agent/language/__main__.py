"""Reads lines of JSON and answers each with one, in order: what was said, and what it means."""

import json
import sys
from dataclasses import replace
from datetime import datetime
from typing import Any

from .meaning import Meaning, When
from .soonest import soonest
from .understanding import understand


def answer(line: str) -> dict[str, Any]:
    """Return what one line of input means, as the contract spells it."""
    question = json.loads(line)
    now, context = datetime.fromisoformat(question["now"]), {key: question.get(key) for key in ("asked", "system")}
    meaning = understand(question["text"], now=now, lang=question.get("lang"), **context)
    if meaning.when and not any(context.values()):
        meaning = replace(meaning, when=soonest(meaning.when, now))
    return as_json(meaning)


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
    """Answer line by line until the input ends."""
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(json.dumps(answer(line), ensure_ascii=False) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
