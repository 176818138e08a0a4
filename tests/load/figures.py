"""Figures and how they are printed: what was measured, in what unit, and what was aimed at."""

import dataclasses
import math
import statistics
from collections.abc import Sequence


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
    """Return p50 and p95 of some durations, and how many there were."""
    ordered = sorted(milliseconds)
    half, most = statistics.median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1]
    return Figure(name, f"p50 {half:7.1f} ms   p95 {most:7.1f} ms   of {len(ordered)}", aim)


def middle(name: str, seconds: Sequence[float], aim: str = "") -> Figure:
    """Return the median of some long durations."""
    return Figure(name, f"{statistics.median(seconds):6.2f} s   (median of {len(seconds)})", aim)


def table(title: str, figures: Sequence[Figure]) -> str:
    """Return a titled table with aligned columns."""
    widest = max(len(figure.value) for figure in figures)
    lines = [f"  {figure.name:<44}{figure.value:<{widest + 3}}{figure.aim}".rstrip() for figure in figures]
    return "\n".join(["", title, *lines])
