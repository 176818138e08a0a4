"""How well trouble is heard: `python -m tests.agent.language.care.measure` prints recall and false alarms by language.

Of the sentences the sets `first` and `wider` were there when the patterns were written; `later`, `last`, `fresh`,
`newest`, `hurried` and `told` were written after them, and the patterns were mended by kind once they had been
measured.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shared_lib.agent.language.care import Trouble, trouble_in

SETS = ("first", "later", "last", "wider", "fresh", "newest", "hurried", "told")
LANGUAGES = ("en", "es", "ru", "uk", "he")
NAMES = ("Swedish Massage", "Deep Tissue Massage", "Executive Cut")


def rows(lang: str) -> Iterator[dict[str, Any]]:
    """Yield the sentences of a language: what is said, of which kind (None where it is no trouble), of which set."""
    path = Path(__file__).with_name(f"sentences_{lang}.jsonl")
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def wanted(row: dict[str, Any]) -> Trouble | None:
    """Return what is to be heard in a sentence."""
    danger, self_harm = row.get("emergency", False), row.get("self_harm", False)
    return Trouble(row["kind"], emergency=danger, self_harm=self_harm) if row["kind"] else None


def measure(lang: str, which: str) -> str:
    """Return one line of figures."""
    told = [(row, trouble_in(row["say"], lang, NAMES)) for row in rows(lang) if row["set"] == which]
    troubled = [(row, heard) for row, heard in told if row["kind"]]
    calm = [(row, heard) for row, heard in told if not row["kind"]]
    recall = sum(bool(heard) for _, heard in troubled)
    right = sum(heard == wanted(row) for row, heard in troubled)
    alarms = sum(bool(heard) for _, heard in calm)
    heard = f"heard {recall}/{len(troubled)}, of the right kind {right}"
    return f"{lang} {which:5}  {heard}, false alarms {alarms}/{len(calm)}"


def main() -> None:
    """Print all figures, and how long a sentence takes."""
    for lang in LANGUAGES:
        for which in SETS:
            sys.stdout.write(f"{measure(lang, which)}\n")
    took = []
    for row in [row for lang in LANGUAGES for row in rows(lang)]:
        began = time.perf_counter()
        trouble_in(row["say"], "en", NAMES)
        took.append(1000 * (time.perf_counter() - began))
    took.sort()
    p50, p95 = took[len(took) // 2], took[len(took) * 95 // 100]
    sys.stdout.write(f"a sentence: p50 {p50:.2f} ms, p95 {p95:.2f} ms\n")


if __name__ == "__main__":
    main()
