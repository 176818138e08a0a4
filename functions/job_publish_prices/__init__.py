"""Each five minutes: the poll behind the workbook's hook."""
