"""A tab as its owner has it: the cells, and what can be seen of them without being written in any."""

import dataclasses
from collections.abc import Collection, Iterable, Sequence


@dataclasses.dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are shown as one, counted from 0, the ends not included; only the first of them holds anything."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Return whether a cell lies under another one."""
        inside = self.top <= row < self.bottom and self.left <= column < self.right
        return inside and (row, column) != (self.top, self.left)


class Sheet(list[list[object]]):
    """The rows of a tab; `hidden` are those, counted from 0, that its owner hid by hand, `is_hidden` the tab itself.

    What only a filter keeps from sight is not hidden: filters are for looking.
    """

    def __init__(
        self,
        rows: Iterable[list[object]] = (),
        *,
        hidden: Collection[int] = (),
        is_hidden: bool = False,
        merges: Sequence[Merge] = (),
    ) -> None:
        super().__init__(rows)
        self.hidden = frozenset(hidden)
        self.is_hidden = is_hidden
        self.merges = tuple(merges)

    def hides(self, row: int) -> bool:
        """Return whether its owner does not see a row."""
        return self.is_hidden or row in self.hidden

    def cover(self, row: int, column: int) -> Merge | None:
        """Return what lies over a cell."""
        return next((merge for merge in self.merges if merge.covers(row, column)), None)


def as_sheet(rows: Iterable[Sequence[object]]) -> Sheet:
    """Return rows as a tab in which nothing is hidden or merged, unless they are one already."""
    return rows if isinstance(rows, Sheet) else Sheet(list(row) for row in rows)
