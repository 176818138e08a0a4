"""Published versions of the price book."""

from datetime import datetime
from typing import Protocol

from shared_lib.domain.price_book import PriceBook


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
