"""How the owner's workbook becomes a price book, or a list of cells to mend."""

from shared_lib.pricing.reading.book import STATUS_TAB, Tabs, left_out, not_in_force, read
from shared_lib.pricing.reading.cells import key, words
from shared_lib.pricing.reading.sheet import Merge, Sheet
from shared_lib.pricing.reading.table import Rows

__all__ = ["STATUS_TAB", "Merge", "Rows", "Sheet", "Tabs", "key", "left_out", "not_in_force", "read", "words"]
