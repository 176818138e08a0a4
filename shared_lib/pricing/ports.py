"""The owner's spreadsheet."""

from datetime import datetime
from typing import Protocol

from shared_lib.pricing.price_book import PriceBook


class PriceBooks(Protocol):
    """Versions are immutable; the newest one is in force."""

    def current(self, spa_id: str) -> PriceBook:
        """Return the version in force; raise NotFound before the first one."""
        ...

    def version(self, spa_id: str, version: int) -> PriceBook:
        """Return one version; raise NotFound."""
        ...

    def publish(self, spa_id: str, book: PriceBook, *, now: datetime) -> PriceBook:
        """Make the content a new version and return it, or return the one in force if nothing changed."""
        ...


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
