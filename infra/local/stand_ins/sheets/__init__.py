"""Google Sheets on loopback."""

from infra.local.stand_ins.sheets.stand_in import SheetsStandIn

__all__ = ["SheetsStandIn"]
