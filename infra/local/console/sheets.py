"""The owner's workbook in the stand-in of Google Sheets: read, and typed into as the owner would."""

from collections.abc import Mapping
from typing import Any

from infra.local.environment import PRICE_BOOK_ID
from infra.local.stand_ins.google.errors import GoogleError
from infra.local.stand_ins.sheets import SheetsStandIn
from shared_lib.kernel.errors import BadInput, NotFound
from shared_lib.web.http import text_field

_LONGEST_CELL_NAME = 10


def tabs(stand_in: SheetsStandIn) -> list[str]:
    """Return the names of the workbook's tabs, in its order."""
    return list(_rows_by_tab(stand_in))


def tab(stand_in: SheetsStandIn, name: str) -> dict[str, Any]:
    """Return one tab's rows, as people see them."""
    rows = _rows_by_tab(stand_in).get(name)
    if rows is None:
        raise NotFound(f"no tab is named {name}")
    return {"tab": name, "rows": rows}


def edit(stand_in: SheetsStandIn, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Type `value` into `cell` and return the tab; the owner's script then calls CoreSync."""
    tab(stand_in, name)
    cell = str(text_field(body, "cell", longest=_LONGEST_CELL_NAME))
    try:
        stand_in.edit_cell(PRICE_BOOK_ID, name, cell, _value(body))
    except GoogleError as error:
        raise BadInput("cell", error.message) from error
    return tab(stand_in, name)


def _rows_by_tab(stand_in: SheetsStandIn) -> dict[str, list[list[Any]]]:
    workbook: dict[str, list[list[Any]]] = stand_in.state().get(PRICE_BOOK_ID, {})
    return workbook


def _value(body: Mapping[str, Any]) -> str:
    """Return what is typed; nothing empties the cell."""
    value = body.get("value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadInput("value", "must be a text")
    return str(value)
