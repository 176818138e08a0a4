"""The owner's workbook tells us that somebody edited it."""
