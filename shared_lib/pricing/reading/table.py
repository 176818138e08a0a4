"""A tab as a table: its heading is found by name, wherever it stands, and each cell can be named."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from shared_lib.pricing.reading.cells import Kind, is_error, key, words
from shared_lib.pricing.reading.nearest import nearest
from shared_lib.pricing.reading.sheet import Sheet, as_sheet

T = TypeVar("T")
Rows = Sequence[Sequence[object]]
Names = Mapping[str, tuple[str, ...]]
"""The columns of a table, each with what else it may be called."""

_DEEPEST_HEADING = 20
_LONGEST_QUOTE = 40
_MISSPELT = 0.8
"""A heading that is so like a column's name is that name misspelt."""


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """The columns that a table needs and those that it may have; whether it may have no rows, and hidden ones.

    A hidden row of what is offered is not offered. Of rules, a tab may be out of sight, but a row among others that
    nobody sees is a mistake.
    """

    needed: Names
    optional: Names = dataclasses.field(default_factory=dict)
    may_be_empty: bool = False
    may_hide: bool = False

    @property
    def names(self) -> Names:
        """Return all columns."""
        return {**self.needed, **self.optional}


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One row below the heading; what can't be read is noted in `problems` and read on as a stand-in.

    `flaws` says of cells, by their place, why nothing in them counts.
    """

    tab: str
    index: int
    cells: Sequence[object]
    columns: Mapping[str, int]
    problems: list[str]
    flaws: Mapping[int, str]

    def words(self, column: str) -> str:
        """Return what a cell says; nothing if the tab has no such column, or if the cell does not count."""
        place = self.columns.get(column)
        if place is None or place >= len(self.cells) or self._is_flawed(column):
            return ""
        return words(self.cells[place])

    def needed(self, column: str, kind: Kind[T]) -> T:
        """Read a cell that must hold something."""
        text = self.words(column)
        if text:
            return self._parse(column, kind, text)
        if column in self.columns and not self._is_flawed(column):
            self.note(column, f"is empty, {kind.name} is needed")
        return kind.stand_in

    def optional(self, column: str, kind: Kind[T], default: T) -> T:
        """Read a cell of a column that the tab may lack: where the column is there, an empty cell has no meaning."""
        return self.needed(column, kind) if column in self.columns else default

    def name(self, column: str) -> str:
        """Return the cell's name as the owner knows it: `Massages!D7`."""
        return cell_name(self.tab, self.index, self.columns[column])

    def note(self, column: str, why: str) -> None:
        """Note what is wrong with a cell, once."""
        problem = f"{self.name(column)}: {why}"
        if problem not in self.problems:
            self.problems.append(problem)

    def _is_flawed(self, column: str) -> bool:
        flaw = self.flaws.get(self.columns[column])
        if flaw:
            self.note(column, flaw)
        return flaw is not None

    def _parse(self, column: str, kind: Kind[T], text: str) -> T:
        value = kind.parse(text)
        if value is not None:
            return value
        self.note(column, kind.complaint(quote(text), text))
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
    sheet, at = as_sheet(rows), heading_row(rows, layout)
    heading = sheet[at] if sheet else []
    columns = _columns(heading, layout.names)
    missing = [name for name in layout.needed if name not in columns]
    problems += (f"{tab}!{at + 1}: there is no column {name}" for name in missing)
    problems += [*_broken(tab, at, heading), *_twins(tab, at, heading, layout.names)]
    problems += _misspelt(tab, at, heading, layout)
    below = [] if missing else written_rows(sheet, at)
    if not below and not missing and not layout.may_be_empty:
        problems.append(f"{tab}!{at + 2}: there is nothing below the heading")
    if not layout.may_hide:
        problems += (f"{tab}!{n + 1}: is hidden; show the row, or delete it" for n, _ in below if n in sheet.hidden)
    read = [number for number, _ in below if not (layout.may_hide and sheet.hides(number))]
    shown = tuple(Row(tab, n, sheet[n], columns, problems, _flaws(sheet, n)) for n in read)
    return Table(tab, tuple(map(words, heading)), at, columns, shown)


def heading_row(rows: Rows, layout: Layout) -> int:
    """Return which row, counted from 0, has most of the needed columns."""
    counts = [len(_columns(row, layout.needed)) for row in rows[:_DEEPEST_HEADING]]
    return counts.index(max(counts)) if counts else 0


def written_rows(rows: Rows, heading: int) -> list[tuple[int, Sequence[object]]]:
    """Return the rows below a heading in which anything is written, each with its number from 0."""
    return [(number, row) for number, row in enumerate(rows) if number > heading and any(map(words, row))]


def _flaws(sheet: Sheet, number: int) -> dict[int, str]:
    """Return by place what keeps cells of a row from being read: nobody wrote what they seem to say."""
    flaws: dict[int, str] = {}
    for place, cell in enumerate(sheet[number]):
        text = words(cell)
        if is_error(text):
            flaws[place] = f"{quote(text)} is what is left of a formula that failed"
        elif merge := sheet.cover(number, place):
            first = cell_name("", merge.top, merge.left).lstrip("!")
            flaws[place] = f"is merged with {first}; unmerge them, and write into each cell what it says"
    return flaws


def _broken(tab: str, at: int, heading: Sequence[object]) -> list[str]:
    said = ((place, words(cell)) for place, cell in enumerate(heading))
    return [f"{cell_name(tab, at, place)}: {quote(text)} is no heading" for place, text in said if is_error(text)]


def _misspelt(tab: str, at: int, heading: Sequence[object], layout: Layout) -> list[str]:
    """Return the headings that are nearly those of columns which are missing: what they hold would not be read."""
    known = {key(spelling) for name, others in layout.names.items() for spelling in (name, *others)}
    there = _columns(heading, layout.names)
    missing = {key(name): name for name in layout.optional if name not in there}
    said = ((place, words(cell)) for place, cell in enumerate(heading) if key(words(cell)) not in known)
    meant = ((place, text, nearest(text, missing, near=_MISSPELT)) for place, text in said)
    return [
        f"{cell_name(tab, at, place)}: did you mean {name}? {quote(text)} is no column"
        for place, text, name in meant
        if name
    ]


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
