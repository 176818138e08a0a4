"""How the owner's workbook becomes a price book, or a list of cells to mend."""

from shared_lib.domain.price_book_reading.book import STATUS_TAB, read

__all__ = ["STATUS_TAB", "read"]
