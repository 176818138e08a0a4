"""The owner's spreadsheet."""

from typing import Protocol


class Workbook(Protocol):
    """Tabs by name, each a table of rows."""

    def tabs(self) -> dict[str, list[list[object]]]:
        """Return all tabs in their order: numbers as numbers, days and times as they are shown, "" where nothing is.

        The rows of a tab are equally long.
        """
        ...

    def write(self, tab: str, rows: list[list[str]]) -> None:
        """Make a tab hold these rows and nothing else, as plain text; the tab is made if it is missing."""
        ...
