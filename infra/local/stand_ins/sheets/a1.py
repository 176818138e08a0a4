"""A1 notation: `Massages!A1:D7`, `'Membership Tiers'!B:C`, `D7`, or a tab alone."""

import dataclasses
import re

from infra.local.stand_ins.google.errors import GoogleError, invalid

CELLS = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?(?:(:)\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?)?")
NEEDS_NO_QUOTES = re.compile(r"[A-Za-z_]+[A-Za-z_0-9]*")


@dataclasses.dataclass(frozen=True)
class Area:
    """Rows and columns from 0, both ends included; an open end is None."""

    top: int = 0
    left: int = 0
    bottom: int | None = None
    right: int | None = None

    @property
    def is_cell(self) -> bool:
        """Whether it is a single cell."""
        return (self.top, self.left) == (self.bottom, self.right)


def column_number(letters: str) -> int:
    """Count columns from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(number: int) -> str:
    """Name a column that is counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Name a cell that is counted from 0: (6, 3) is D7."""
    return f"{column_letters(column)}{row + 1}"


def quoted(tab: str) -> str:
    """Write a tab's name as Google does, in quotes where they are needed."""
    if NEEDS_NO_QUOTES.fullmatch(tab) and not read_cells(tab):
        return tab
    return "'" + tab.replace("'", "''") + "'"


def unparsable(text: str) -> GoogleError:
    """Return Google's refusal of a range, or of a tab that is not there."""
    return invalid(f"Unable to parse range: {text}")


def split(text: str) -> tuple[str | None, str | None]:
    """Return the tab's name, if one is quoted or followed by `!`, and the cells, if any are named."""
    if match := re.fullmatch(r"'((?:[^']|'')*)'(?:!(.*))?", text):
        return match[1].replace("''", "'"), match[2]
    tab, mark, rest = text.rpartition("!")
    return (tab, rest) if mark else (None, rest)


def read_cells(text: str) -> Area | None:
    """Read `A1`, `A1:B2`, `A:C` or `2:5`; None for anything else."""
    match = CELLS.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    left, top, colon, right, bottom = match.groups()
    whole = (left or top) and (right or bottom) if colon else left and top
    if not whole:
        return None
    if not colon:
        right, bottom = left, top
    return Area(
        top=int(top) - 1 if top else 0,
        left=column_number(left) if left else 0,
        bottom=int(bottom) - 1 if bottom else None,
        right=column_number(right) if right else None,
    )
