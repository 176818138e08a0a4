"""The price book: what is sold for how much, read from the owner's workbook and published in versions."""
