"""A tab as a table: its heading is found by name, wherever it stands, and each cell can be named."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from shared_lib.pricing.reading.cells import Kind, key, words

T = TypeVar("T")
Rows = Sequence[Sequence[object]]
Names = Mapping[str, tuple[str, ...]]
"""The columns of a table, each with what else it may be called."""

_DEEPEST_HEADING = 20
_LONGEST_QUOTE = 40


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """The columns that a table needs and those that it may have; and whether it may have no rows."""

    needed: Names
    optional: Names = dataclasses.field(default_factory=dict)
    may_be_empty: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One row below the heading; what can't be read is noted in `problems` and read on as a stand-in."""

    tab: str
    index: int
    cells: Sequence[object]
    columns: Mapping[str, int]
    problems: list[str]

    def words(self, column: str) -> str:
        """Return what a cell says; nothing if the tab has no such column."""
        place = self.columns.get(column)
        return words(self.cells[place]) if place is not None and place < len(self.cells) else ""

    def needed(self, column: str, kind: Kind[T]) -> T:
        """Read a cell that must hold something."""
        text = self.words(column)
        if text:
            return self._parse(column, kind, text)
        if column in self.columns:
            self.note(column, f"is empty, {kind.name} is needed")
        return kind.stand_in

    def optional(self, column: str, kind: Kind[T], default: T) -> T:
        """Read a cell that may be empty."""
        text = self.words(column)
        return self._parse(column, kind, text) if text else default

    def name(self, column: str) -> str:
        """Return the cell's name as the owner knows it: `Massages!D7`."""
        return cell_name(self.tab, self.index, self.columns[column])

    def note(self, column: str, why: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(f"{self.name(column)}: {why}")

    def _parse(self, column: str, kind: Kind[T], text: str) -> T:
        value = kind.parse(text)
        if value is not None:
            return value
        self.note(column, f"{quote(text)} is not {kind.name}")
        return kind.stand_in


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """A tab's heading, with the words over each column and its row from 0, and the rows below that are not blank."""

    tab: str
    headings: tuple[str, ...]
    heading: int
    columns: Mapping[str, int]
    rows: tuple[Row, ...]

    def with_columns(self, more: Mapping[str, int]) -> "Table":
        """Return the table with more columns known by name."""
        columns = {**self.columns, **more}
        return dataclasses.replace(
            self, columns=columns, rows=tuple(dataclasses.replace(row, columns=columns) for row in self.rows)
        )


def cell_name(tab: str, row: int, column: int) -> str:
    """Return the name of a cell from places counted from 0: `Massages!AB12`."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{tab}!{letters}{row + 1}"


def quote(text: str) -> str:
    """Return what a cell says, in quotes, short enough to be read in a sentence."""
    return f"'{text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + '...'}'"


def known_columns(rows: Rows, names: Names) -> int:
    """Return how many of these columns the best heading of a tab has."""
    return max((len(_columns(row, names)) for row in rows[:_DEEPEST_HEADING]), default=0)


def tabulate(tab: str, rows: Rows | None, layout: Layout, problems: list[str]) -> Table:
    """Find the heading and the rows below it; without its needed columns, or the tab itself, there are none."""
    if rows is None:
        problems.append(f"{tab}: there is no such tab")
        return Table(tab, (), 0, {}, ())
    names = {**layout.needed, **layout.optional}
    at = _heading(rows, layout.needed)
    heading = rows[at] if rows else ()
    columns = _columns(heading, names)
    missing = [name for name in layout.needed if name not in columns]
    problems += (f"{tab}!{at + 1}: there is no column {name}" for name in missing)
    problems += _twins(tab, at, heading, names)
    if missing:
        return Table(tab, (), at, columns, ())
    below = [(number, row) for number, row in enumerate(rows) if number > at and any(map(words, row))]
    if not below and not layout.may_be_empty:
        problems.append(f"{tab}!{at + 2}: there is nothing below the heading")
    return Table(
        tab,
        tuple(map(words, heading)),
        at,
        columns,
        tuple(Row(tab, number, row, columns, problems) for number, row in below),
    )


def _heading(rows: Rows, needed: Names) -> int:
    counts = [len(_columns(row, needed)) for row in rows[:_DEEPEST_HEADING]]
    return counts.index(max(counts)) if counts else 0


def _columns(heading: Sequence[object], names: Names) -> dict[str, int]:
    keys = [key(words(cell)) for cell in heading]
    found = ((name, _places(keys, name, others)) for name, others in names.items())
    return {name: places[0] for name, places in found if places}


def _places(keys: Sequence[str], name: str, others: Iterable[str]) -> list[int]:
    wanted = {key(spelling) for spelling in (name, *others)}
    return [place for place, heading in enumerate(keys) if heading in wanted]


def _twins(tab: str, at: int, heading: Sequence[object], names: Names) -> list[str]:
    keys = [key(words(cell)) for cell in heading]
    return [
        f"{cell_name(tab, at, place)}: there is a second column {name}"
        for name, others in names.items()
        for place in _places(keys, name, others)[1:]
    ]
