"""The owner's workbook in the stand-in of Google Sheets: read, and typed into as the owner would."""

from collections.abc import Mapping
from typing import Any

from infra.local.environment import PRICE_BOOK_ID
from infra.local.stand_ins.google.errors import GoogleError
from infra.local.stand_ins.sheets import SheetsStandIn
from shared_lib.kernel.errors import BadInput, NotFound
from shared_lib.web.http import text_field

_LONGEST_CELL_NAME = 10
_MOST_ROWS = 1000


def tabs(stand_in: SheetsStandIn) -> list[str]:
    """Return the names of the workbook's tabs, in its order."""
    return list(_rows_by_tab(stand_in))


def tab(stand_in: SheetsStandIn, name: str) -> dict[str, Any]:
    """Return one tab as people see it: its rows, which of them are hidden, and what is merged."""
    if name not in _rows_by_tab(stand_in):
        raise NotFound(f"no tab is named {name}")
    return stand_in.look(PRICE_BOOK_ID, name)


def edit(stand_in: SheetsStandIn, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Do in a tab what the owner would, and return it; the owner's script then calls CoreSync.

    `value` is typed into `cell`; a `row`, counted from 1, is `hidden` or shown; `cells` such as G2:G3 are `merged`.
    """
    tab(stand_in, name)
    edits = {"row": _hide, "cells": _merge}
    do = next((do for field, do in edits.items() if field in body), _type)
    try:
        do(stand_in, name, body)
    except GoogleError as error:
        raise BadInput("cell", error.message) from error
    return tab(stand_in, name)


def _type(stand_in: SheetsStandIn, name: str, body: Mapping[str, Any]) -> None:
    cell = str(text_field(body, "cell", longest=_LONGEST_CELL_NAME))
    stand_in.edit_cell(PRICE_BOOK_ID, name, cell, _value(body))


def _hide(stand_in: SheetsStandIn, name: str, body: Mapping[str, Any]) -> None:
    row = body["row"]
    if isinstance(row, bool) or not isinstance(row, int) or not 1 <= row <= _MOST_ROWS:
        raise BadInput("row", f"must be a number from 1 to {_MOST_ROWS}")
    stand_in.hide_rows(PRICE_BOOK_ID, name, [row], hidden=_truth(body, "hidden"))


def _merge(stand_in: SheetsStandIn, name: str, body: Mapping[str, Any]) -> None:
    cells = str(text_field(body, "cells", longest=2 * _LONGEST_CELL_NAME))
    stand_in.merge_cells(PRICE_BOOK_ID, name, cells, merged=_truth(body, "merged"))


def _truth(body: Mapping[str, Any], field: str) -> bool:
    value = body.get(field)
    if not isinstance(value, bool):
        raise BadInput(field, "must be true or false")
    return value


def _rows_by_tab(stand_in: SheetsStandIn) -> dict[str, list[list[Any]]]:
    workbook: dict[str, list[list[Any]]] = stand_in.state().get(PRICE_BOOK_ID, {})
    return workbook


def _value(body: Mapping[str, Any]) -> str:
    """Return what is typed; nothing empties the cell."""
    value = body.get("value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadInput("value", "must be a text")
    return str(value)
