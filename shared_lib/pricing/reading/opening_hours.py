"""The tab Hours: the week of each area of the house, and the dates that differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.pricing.reading.cells import NAME, key
from shared_lib.pricing.reading.clock import CLOSES, DAYS, OPENS, span
from shared_lib.pricing.reading.nearest import known_as, suggestion
from shared_lib.pricing.reading.table import Layout, Row, Rows, quote, tabulate

TAB = "Hours"
LAYOUT = Layout(
    {"Area": ("where",), "Day": ("days", "date", "when"), "Opens": ("open", "from"), "Closes": ("close", "to", "until")}
)
_CLOSED = ({"closed"}, {"closed", ""})

Day = int | date
"""A weekday (0 is Monday) or a date."""


def read_hours(rows: Rows | None, areas: Sequence[str], problems: list[str]) -> dict[str, WeeklyHours]:
    """Read the hours by area, one of the spa's where these are known.

    A night ends on the next day, and `closed` is a day off.
    """
    known = known_as(areas)
    read: dict[str, dict[Day, tuple[Span, ...]]] = defaultdict(dict)
    for row in tabulate(TAB, rows, LAYOUT, problems).rows:
        _add(read[_area(row, known)], row)
    return {area: _hours(days) for area, days in read.items()}


def _area(row: Row, known: Mapping[str, str]) -> str:
    area = row.needed("Area", NAME)
    if area and known and key(area) not in known:
        row.note("Area", f"{quote(area)} is no area of the spa; {suggestion(area, known)}")
    return known.get(key(area), area)


def _add(days: dict[Day, tuple[Span, ...]], row: Row) -> None:
    spans = _spans(row)
    said = row.needed("Day", DAYS)
    for day in said if isinstance(said, tuple) else (said,):
        if day in days and _clash(days[day], spans):
            row.note("Day", "these hours overlap with those of an earlier row")
        days[day] = tuple(sorted({*days.get(day, ()), *spans}))


def _spans(row: Row) -> tuple[Span, ...]:
    if {row.words("Opens").casefold(), row.words("Closes").casefold()} in _CLOSED:
        return ()
    return (span(row.needed("Opens", OPENS), row.needed("Closes", CLOSES)),)


def _clash(earlier: tuple[Span, ...], later: tuple[Span, ...]) -> bool:
    """Tell whether two rows of a day contradict each other; closed beside open does."""
    if not earlier or not later:
        return True
    return any(begin < other_end and other < end for begin, end in earlier for other, other_end in later)


def _hours(days: dict[Day, tuple[Span, ...]]) -> WeeklyHours:
    return WeeklyHours(
        week={day: spans for day, spans in days.items() if isinstance(day, int)},
        exceptions={day: spans for day, spans in days.items() if isinstance(day, date)},
    )
