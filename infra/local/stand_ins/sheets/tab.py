"""One tab: a grid of cells that is read, written, appended to and cleared."""

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any, Self

from infra.local.stand_ins.google.errors import invalid
from infra.local.stand_ins.sheets.a1 import Area, cell_name, column_letters, quoted
from infra.local.stand_ins.sheets.entry import Cell, rendered

Rows = list[list[Any]]
Enter = Callable[[object], Cell | None]

ROWS, COLUMNS = 1000, 26
"""The grid of a new tab."""


@dataclasses.dataclass
class Tab:
    """A tab with Google's properties, and its cells row by row; rows are as long as they need to be.

    `merges` are top, left, bottom and right, the ends included; but for the first, their cells hold nothing.
    """

    properties: dict[str, Any]
    rows: list[list[Cell | None]]
    hidden_rows: list[int] = dataclasses.field(default_factory=list)
    merges: list[list[int]] = dataclasses.field(default_factory=list)

    @classmethod
    def new(cls, properties: dict[str, Any], rows: list[list[Cell | None]] | None = None) -> Self:
        """Make a tab, with a grid that is large enough."""
        rows = rows or []
        size = {"rowCount": max(ROWS, len(rows)), "columnCount": max([COLUMNS, *map(len, rows)])}
        grid = size | properties.get("gridProperties", {})
        return cls({"sheetType": "GRID"} | properties | {"gridProperties": grid}, rows)

    @property
    def title(self) -> str:
        """The name that people see."""
        return str(self.properties["title"])

    @property
    def height(self) -> int:
        """Rows of the grid."""
        return int(self.properties["gridProperties"]["rowCount"])

    @property
    def width(self) -> int:
        """Columns of the grid."""
        return int(self.properties["gridProperties"]["columnCount"])

    def name(self, area: Area) -> str:
        """Write an area in A1 notation."""
        inside = self.inside(area)
        first = cell_name(inside.top, inside.left)
        last = cell_name(inside.bottom or 0, inside.right or 0)
        return f"{quoted(self.title)}!{first}" + (f":{last}" if last != first else "")

    def inside(self, area: Area) -> Area:
        """Return the part of an area that the grid has; refuse one that begins outside."""
        if area.top >= self.height or area.left >= self.width:
            raise self._too_far(f"{cell_name(area.top, area.left)}")
        bottom = self.height - 1 if area.bottom is None else min(area.bottom, self.height - 1)
        right = self.width - 1 if area.right is None else min(area.right, self.width - 1)
        return Area(area.top, area.left, bottom, right)

    def read(self, area: Area, option: str, date_option: str) -> Rows:
        """Return values without the empty cells and rows at the ends, as Google does."""
        inside = self.inside(area)
        rows = [row[inside.left : (inside.right or 0) + 1] for row in self.rows[inside.top : (inside.bottom or 0) + 1]]
        return without_tail([without_tail([rendered(c, option, date_option) for c in row], "") for row in rows], [])

    def write(self, area: Area, values: Rows, enter: Enter) -> Area:
        """Write values from the area's corner on; null leaves a cell as it is. Returns what was touched."""
        touched = Area(
            area.top, area.left, area.top + len(values) - 1, area.left + max(map(len, values), default=1) - 1
        )
        self._check_room(area, touched)
        for n, row in enumerate(values):
            for m, value in enumerate(row):
                if value is not None:
                    self._put(area.top + n, area.left + m, enter(value))
        return touched

    def append(self, area: Area, values: Rows, enter: Enter, *, insert: bool) -> tuple[Area | None, Area]:
        """Write below the table that the area touches; returns the table, if there is one, and what was written."""
        table = self._table(area)
        start = Area(area.top, area.left) if table is None else Area((table.bottom or 0) + 1, table.left)
        if insert:
            self.rows[start.top : start.top] = [[] for _ in values]
            self._push_down(start.top, len(values))
            self._grow(self.height + len(values), 0)
        self._grow(start.top + len(values), start.left + max(map(len, values), default=0))
        return table, self.write(start, values, enter)

    def clear(self, area: Area) -> Area:
        """Empty an area."""
        inside = self.inside(area)
        for row in self.rows[inside.top : (inside.bottom or 0) + 1]:
            end = min(len(row), (inside.right or 0) + 1)
            row[inside.left : end] = [None] * max(0, end - inside.left)
        return inside

    def merge(self, area: Area) -> None:
        """Show cells as one: what all but the first held is gone."""
        inside = self.inside(area)
        bottom, right = inside.bottom or 0, inside.right or 0
        if inside.is_cell:
            return
        kept = self.rows[inside.top][inside.left : inside.left + 1] if inside.top < len(self.rows) else []
        self.clear(inside)
        if kept and kept[0]:
            self._put(inside.top, inside.left, kept[0])
        self.merges.append([inside.top, inside.left, bottom, right])

    def unmerge(self, area: Area) -> bool:
        """Show the cells of an area one by one; False, and nothing is done, where a merge lies only partly in it."""
        inside = self.inside(area)
        met = [merge for merge in self.merges if _meet(Area(*merge), inside)]
        if any(not _within(Area(*merge), inside) for merge in met):
            return False
        self.merges = [merge for merge in self.merges if merge not in met]
        return True

    def hide(self, rows: Iterable[int], *, hidden: bool) -> None:
        """Hide rows, or show them."""
        others = set(self.hidden_rows).difference(rows)
        self.hidden_rows = sorted(others.union(rows) if hidden else others)

    def resize(self) -> None:
        """Drop what the grid no longer has room for."""
        self.rows = [row[: self.width] for row in self.rows[: self.height]]

    def _push_down(self, row: int, count: int) -> None:
        """Let what lies at a row and below it stay with its rows when others are inserted there."""
        self.hidden_rows = [number + count * (number >= row) for number in self.hidden_rows]
        self.merges = [
            [t + count * (t >= row), left, b + count * (b >= row), right] for t, left, b, right in self.merges
        ]

    def _is_covered(self, row: int, column: int) -> bool:
        cell = Area(row, column, row, column)
        return any(_within(cell, Area(*merge)) and [row, column] != merge[:2] for merge in self.merges)

    def _put(self, row: int, column: int, cell: Cell | None) -> None:
        if self._is_covered(row, column):
            return
        self.rows += [[] for _ in range(row + 1 - len(self.rows))]
        self.rows[row] += [None] * (column + 1 - len(self.rows[row]))
        self.rows[row][column] = cell

    def _grow(self, rows: int, columns: int) -> None:
        size = {"rowCount": max(rows, self.height), "columnCount": max(columns, self.width)}
        self.properties["gridProperties"] |= size

    def _check_room(self, area: Area, touched: Area) -> None:
        bottom, right = touched.bottom or 0, touched.right or 0
        if not area.is_cell and area.bottom is not None and bottom > area.bottom:
            raise invalid(
                f"Requested writing within range [{self.name(area)}], but tried writing to row [{bottom + 1}]"
            )
        if not area.is_cell and area.right is not None and right > area.right:
            column = column_letters(area.right + 1)
            raise invalid(f"Requested writing within range [{self.name(area)}], but tried writing to column [{column}]")
        if max(bottom, area.top) >= self.height or max(right, area.left) >= self.width:
            raise self._too_far(f"{cell_name(area.top, area.left)}:{cell_name(bottom, right)}")

    def _too_far(self, where: str) -> Exception:
        limits = f"Max rows: {self.height}, max columns: {self.width}"
        return invalid(f"Range ({quoted(self.title)}!{where}) exceeds grid limits. {limits}")

    def _table(self, area: Area) -> Area | None:
        filled = [any(row) for row in self.rows]
        inside = self.inside(area)
        touched = [n for n in range(inside.top, min((inside.bottom or 0) + 1, len(filled))) if filled[n]]
        if not touched:
            return None
        top = bottom = touched[-1]
        while bottom + 1 < len(filled) and filled[bottom + 1]:
            bottom += 1
        while top and filled[top - 1]:
            top -= 1
        columns = [n for row in self.rows[top : bottom + 1] for n, cell in enumerate(row) if cell]
        return Area(top, min(columns), bottom, max(columns))


def _meet(one: Area, other: Area) -> bool:
    rows = one.top <= (other.bottom or 0) and other.top <= (one.bottom or 0)
    return rows and one.left <= (other.right or 0) and other.left <= (one.right or 0)


def _within(one: Area, other: Area) -> bool:
    rows = other.top <= one.top and (one.bottom or 0) <= (other.bottom or 0)
    return rows and other.left <= one.left and (one.right or 0) <= (other.right or 0)


def without_tail(items: list[Any], empty: object) -> list[Any]:
    """Return the items without those at the end that are empty."""
    end = len(items)
    while end and items[end - 1] == empty:
        end -= 1
    return items[:end]
