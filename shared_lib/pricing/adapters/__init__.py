"""Price books in PostgreSQL, the owner's workbook in Google Sheets."""
