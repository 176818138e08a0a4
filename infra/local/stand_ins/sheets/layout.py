"""What a tab has beside its cells' values: merged cells and hidden rows, as Google tells and changes them."""

from collections.abc import Callable, Mapping
from typing import Any

from infra.local.stand_ins.google.errors import invalid
from infra.local.stand_ins.google.fields import read_mask
from infra.local.stand_ins.sheets.a1 import Area
from infra.local.stand_ins.sheets.tab import Tab

ROW_HEIGHT = 21
"""Pixels."""

Body = Mapping[str, Any]


def described(tab: Tab, *, with_rows: bool) -> dict[str, Any]:
    """Return a tab as a workbook's metadata has it; of its grid only what is known of rows."""
    sheet: dict[str, Any] = {"properties": dict(tab.properties)}
    if tab.merges:
        sheet["merges"] = [_grid_range(tab, Area(*merge)) for merge in tab.merges]
    if with_rows:
        sheet["data"] = [{"rowMetadata": [_row(tab, number) for number in range(tab.height)]}]
    return sheet


def merge(tab: Tab, where: str, body: Body) -> None:
    """Play mergeCells."""
    area = _area(tab, where, body.get("range") or {})
    pieces: Mapping[str, Callable[[Area], list[Area]]] = {
        "MERGE_ALL": lambda whole: [whole],
        "MERGE_ROWS": lambda whole: [Area(n, whole.left, n, whole.right) for n in _span(whole.top, whole.bottom)],
        "MERGE_COLUMNS": lambda whole: [Area(whole.top, n, whole.bottom, n) for n in _span(whole.left, whole.right)],
    }
    if body.get("mergeType") not in pieces:
        raise invalid(f"{where}: a mergeType is needed.")
    unmerge(tab, where, body)
    for piece in pieces[body["mergeType"]](area):
        tab.merge(piece)


def unmerge(tab: Tab, where: str, body: Body) -> None:
    """Play unmergeCells."""
    area = _area(tab, where, body.get("range") or {})
    if not tab.unmerge(area):
        raise invalid(f"{where}: You must select all cells in a merged range to merge or unmerge them.")


def update_rows(tab: Tab, where: str, body: Body) -> None:
    """Play updateDimensionProperties, as far as it hides and shows rows."""
    span = body.get("range") or {}
    if span.get("dimension") != "ROWS" or set(read_mask(body.get("fields") or "*")) != {"hiddenByUser"}:
        raise invalid(f"{where}: the stand-in only hides and shows rows.")
    first, last = span.get("startIndex", 0), span.get("endIndex", tab.height)
    if not 0 <= first < last <= tab.height:
        raise invalid(f"{where}: there are no such rows.")
    tab.hide(range(first, last), hidden=bool((body.get("properties") or {}).get("hiddenByUser")))


def _row(tab: Tab, number: int) -> dict[str, Any]:
    return {"pixelSize": ROW_HEIGHT} | ({"hiddenByUser": True} if number in tab.hidden_rows else {})


def _grid_range(tab: Tab, area: Area) -> dict[str, int]:
    return {
        "sheetId": tab.properties["sheetId"],
        "startRowIndex": area.top,
        "endRowIndex": (area.bottom or 0) + 1,
        "startColumnIndex": area.left,
        "endColumnIndex": (area.right or 0) + 1,
    }


def _area(tab: Tab, where: str, found: Body) -> Area:
    top, left = found.get("startRowIndex", 0), found.get("startColumnIndex", 0)
    bottom, right = found.get("endRowIndex", tab.height), found.get("endColumnIndex", tab.width)
    if not (0 <= top < bottom <= tab.height and 0 <= left < right <= tab.width):
        raise invalid(f"{where}.range: is empty, or outside the grid.")
    return Area(top, left, bottom - 1, right - 1)


def _span(first: int, last: int | None) -> range:
    return range(first, (last or 0) + 1)
