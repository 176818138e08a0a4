"""Public sentences with accepted answers, which stay outside the project: their licences are not ours."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

NOW = "2026-11-22T10:00"  # for sentences that are about no time
OUT_OF_SCOPE = frozenset({"oos"})
Answer = Mapping[str, Any]  # the contract's `when`, or one accepted answer of a sentence


class Marks(NamedTuple):
    """What was right of a time; None where nothing was asked."""

    day: bool | None
    clock: bool | None
    both: bool
    whole: bool | None  # with the end of the range

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """How good this is, among several accepted answers."""
        return bool(self.whole), self.both, bool(self.day) + bool(self.clock)

    @property
    def wrong(self) -> str:
        """Name the kind of failure; empty where all is right."""
        if self.both:
            return "end" if self.whole is False else ""
        return " and ".join(name for name, right in (("day", self.day), ("time", self.clock)) if right is False)


@dataclass(frozen=True)
class Dated:
    """A sentence about a time."""

    source: str
    lang: str
    text: str
    now: str
    gold: list[dict[str, Any]]

    def marks(self, when: Answer) -> Marks:
        """Compare with the accepted answer that is nearest."""
        return max((_marks(gold, when) for gold in self.gold), key=lambda marks: marks.rank)


@dataclass(frozen=True)
class Intended:
    """A sentence with its intents; `system` is what was said just before."""

    source: str
    text: str
    labels: frozenset[str]
    system: str | None


def dated(folder: Path) -> list[Dated]:
    """Read the sentences about times."""
    return [Dated(r["source"], r["lang"], r["text"], r["ref"], r["gold"]) for r in _rows(folder.glob("dates*.jsonl"))]


def intended(folder: Path) -> list[Intended]:
    """Read the sentences with intents."""
    rows = _rows(folder.glob("intents*.jsonl"))
    return [Intended(r["source"], r["text"], frozenset(r["labels"]), r.get("system")) for r in rows]


def _rows(paths: Iterable[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for path in sorted(paths) for line in path.read_text("utf-8").splitlines()]


def _marks(gold: Answer, when: Answer) -> Marks:
    only_end = not gold["date"] and not gold["time"]
    day, clock = (_first(gold["end_date"]), _first(gold["end_time"])) if only_end else (gold["date"], gold["time"])
    ends = only_end or gold["open"] == "before"
    said_day, said_clock = _bound(when, at_its_end=ends)
    right_day = day == said_day if day else None
    right_clock = clock in _halves(said_clock, when) if clock else None
    both = right_day is not False and right_clock is not False
    ranged = not only_end and bool(gold["end_date"] or gold["end_time"])
    return Marks(right_day, right_clock, both, both and _ends_right(gold, when) if ranged else None)


def _bound(when: Answer, *, at_its_end: bool) -> tuple[str | None, str | None]:
    if at_its_end and (when.get("end_date") or when.get("end_time")):
        return when.get("end_date"), when.get("end_time")
    return when.get("date"), when.get("time")


def _ends_right(gold: Answer, when: Answer) -> bool:
    day_right = not gold["end_date"] or when.get("end_date") in gold["end_date"]
    return day_right and (not gold["end_time"] or bool(set(gold["end_time"]) & _halves(when.get("end_time"), when)))


def _halves(clock: str | None, when: Answer) -> set[str | None]:
    """Return a clock time, and the one twelve hours from it where am or pm was left open."""
    if not clock or not when.get("either_half"):
        return {clock}
    hour, minute = clock.split(":")
    return {clock, f"{(int(hour) + 12) % 24:02d}:{minute}"}


def _first(values: list[str] | None) -> str | None:
    return values[0] if values else None
