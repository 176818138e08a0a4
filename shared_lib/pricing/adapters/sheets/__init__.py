"""Google Sheets: the owner's spreadsheets."""

from shared_lib.pricing.adapters.sheets.google_workbook import GoogleWorkbook

__all__ = ["GoogleWorkbook"]
