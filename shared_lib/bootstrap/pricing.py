"""The price book and the owner's workbook."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.kernel import KernelServices

if TYPE_CHECKING:
    from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
    from shared_lib.pricing.adapters.resources import PostgresResources
    from shared_lib.pricing.adapters.sheets import GoogleWorkbook
    from shared_lib.pricing.price_book import PriceBook
    from shared_lib.web.signatures import TimedSignature


class PricingServices(KernelServices):
    """Published versions, and where they come from."""

    @cached_property
    def price_books(self) -> "PostgresPriceBooks":
        """Published versions of the price book."""
        from shared_lib.pricing.adapters.postgres import PostgresPriceBooks

        return PostgresPriceBooks(self.database)

    @cached_property
    def resources(self) -> "PostgresResources":
        """What the spa is known to have."""
        from shared_lib.pricing.adapters.resources import PostgresResources

        return PostgresResources(self.database)

    def price_book(self) -> "PriceBook":
        """Return the version in force."""
        return self.price_books.current(self.settings.spa_id)

    @cached_property
    def workbook(self) -> "GoogleWorkbook":
        """The owner's price book in Google Sheets."""
        from shared_lib.pricing.adapters.sheets import GoogleWorkbook

        return GoogleWorkbook(
            spreadsheet_id=self.settings.price_book_id, api_base=self.settings.sheets_api_base or None
        )

    @cached_property
    def sheets_signature(self) -> "TimedSignature":
        """What the price book's script signs with."""
        from shared_lib.web.signatures import TimedSignature

        return TimedSignature(self.settings.sheets_webhook_secret)
