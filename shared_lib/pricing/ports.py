"""What a spa is known to have."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from shared_lib.pricing.price_book import PriceBook
from shared_lib.pricing.reading.sheet import Sheet
from shared_lib.pricing.resources import ResourceNames


class PriceBooks(Protocol):
    """Versions are immutable; the newest one is in force."""

    def current(self, spa_id: str) -> PriceBook:
        """Return the version in force; raise NotFound before the first one."""
        ...

    def version(self, spa_id: str, version: int) -> PriceBook:
        """Return one version; raise NotFound."""
        ...

    def publish(self, spa_id: str, book: PriceBook, *, now: datetime, after: int | None = None) -> PriceBook:
        """Make the content a new version and return it, or return the one in force if nothing changed.

        `after` names the version that the content was compared with (0 for none): where another one is in force by
        now, that one is returned and nothing is published.
        """
        ...


class Workbook(Protocol):
    """Tabs by name, each a table of rows."""

    def tabs(self) -> Mapping[str, Sheet]:
        """Return all tabs in their order: numbers as numbers, days and times as they are shown, "" where nothing is.

        The rows of a tab are equally long; a tab tells which of them are hidden, and which cells are merged.
        """
        ...

    def write(self, tab: str, rows: list[list[str]]) -> None:
        """Make a tab hold these rows and nothing else, as plain text; the tab is made if it is missing."""
        ...


class Resources(Protocol):
    """The rooms and technicians that were set up."""

    def names(self, spa_id: str) -> ResourceNames:
        """Return what there is, by name, whether it is in use or not."""
        ...
