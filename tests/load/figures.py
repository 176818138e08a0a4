"""Figures and how they are printed: what was measured, in what unit, and what was aimed at."""

import dataclasses
import math
import random
import statistics
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from typing import Any


class NotMeasuredError(Exception):
    """Something could not be measured; its words say why, for the table."""


ENOUGH = 40
"""Calls from which on the slowest twentieth is more than two of them; of fewer no p95 is told."""

LONGEST_TROUBLE = 160  # letters
SHUFFLINGS = 2000


@dataclasses.dataclass(frozen=True)
class Figure:
    """One line of the table; `aim` is "" where none is set."""

    name: str
    value: str
    aim: str = ""


def say_days(days: int) -> str:
    """Return a number of days in words."""
    return "1 day" if days == 1 else f"{days} days"


def quantiles(name: str, milliseconds: Sequence[float], aim: str = "") -> Figure:
    """Return p50 and p95 of some durations, and how many there were; of few only p50, of none that there were none."""
    ordered = sorted(milliseconds)
    if not ordered:
        return Figure(name, "not measured", aim)
    most = f"   p95 {ordered[math.ceil(0.95 * len(ordered)) - 1]:7.1f} ms" if len(ordered) >= ENOUGH else ""
    return Figure(name, f"p50 {statistics.median(ordered):7.1f} ms{most}   of {len(ordered)}", aim)


def apart(name: str, some: Sequence[float], others: Sequence[float]) -> Figure:
    """Return how far two medians lie apart, and how often chance alone does as much: a permutation test."""
    if not (some and others):
        return Figure(name, "not measured")
    pool, dice = [*some, *others], random.Random(1)
    distance = _distance(pool, len(some))

    def shuffled() -> float:
        dice.shuffle(pool)
        return abs(_distance(pool, len(some)))

    chance = sum(shuffled() >= abs(distance) for _ in range(SHUFFLINGS)) / SHUFFLINGS
    said = f"medians {distance:+.2f} ms apart; chance alone does as much in {chance:.1%} of {SHUFFLINGS} shufflings"
    return Figure(name, said, "more than 1 %")


def _distance(pool: Sequence[float], first: int) -> float:
    return statistics.median(pool[:first]) - statistics.median(pool[first:])


def rate(done: Mapping[str, Any]) -> Figure:
    """Return what the clients were answered, how many answers came in a second, and why some calls were not made."""
    said = [", ".join(f"{count} {name}" for name, count in sorted(done["outcomes"].items()))]
    said += [f"{_in_a_second(done):.0f} a second"]
    if done["ended"]:
        said.append(f"{len(done['milliseconds'])} of {done['calls']} calls were made: {', '.join(done['ended'])}")
    return Figure("  answers", "; ".join(filter(None, said)))


def share(figure: Figure, done: Mapping[str, Any], floor: Mapping[str, Any]) -> Figure:
    """Return a figure with what part of the floor's answers came in a second."""
    if not (done["milliseconds"] and floor["milliseconds"]):
        return figure
    part = _in_a_second(done) / _in_a_second(floor)
    return dataclasses.replace(figure, value=f"{figure.value}, {part:.0%} of the floor")


def _in_a_second(done: Mapping[str, Any]) -> float:
    return len(done["milliseconds"]) / float(done["seconds"])


def told_if_not(figures: Iterator[Figure]) -> Iterator[Figure]:
    """Yield figures, and in the place of those that could not be measured why: the tables after them still come."""
    try:
        yield from figures
    except (NotMeasuredError, AssertionError, OSError, LookupError, subprocess.SubprocessError) as trouble:
        yield Figure("not measured, nor what comes after it", f"{type(trouble).__name__}: {trouble}"[:LONGEST_TROUBLE])


def middle(name: str, seconds: Sequence[float], aim: str = "") -> Figure:
    """Return the median of some long durations."""
    return Figure(name, f"{statistics.median(seconds):6.2f} s   (median of {len(seconds)})", aim)


def table(title: str, figures: Sequence[Figure]) -> str:
    """Return a titled table with aligned columns."""
    names, widest = max(len(figure.name) for figure in figures), max(len(figure.value) for figure in figures)
    lines = [f"  {figure.name:<{names + 3}}{figure.value:<{widest + 3}}{figure.aim}".rstrip() for figure in figures]
    return "\n".join(["", title, *lines])
