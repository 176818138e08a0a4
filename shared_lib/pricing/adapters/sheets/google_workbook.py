"""One Google spreadsheet, read whole and written tab by tab."""

import time
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, cast

import gspread
from google.auth.credentials import Credentials
from gspread.utils import absolute_range_name
from typing_extensions import override

from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.pricing.adapters.sheets.client import VENDOR, ClientAt, own_credentials, reading, writing
from shared_lib.pricing.adapters.sheets.layout import sheet_of
from shared_lib.pricing.ports import Workbook
from shared_lib.pricing.reading.sheet import Sheet

Grid = dict[str, Any]
"""What Google tells of a tab: its properties, merges, and rows that are hidden."""
Answer = dict[str, Any]

PAUSES = (0.5, 2.0)
"""Seconds before each further try of a read."""
TABS = "sheets.properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount))"
LAYOUT = "sheets(properties(title,sheetType,hidden),merges,data(startRow,rowMetadata(hiddenByUser)))"
"""With a mask, of a tab's grid only what it names is sent: no cell."""
SEEN = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "FORMATTED_STRING"}
"""Amounts as numbers, whatever their format; days and times as text, not as counts of days."""


class GoogleWorkbook(Workbook):
    """A spreadsheet that the service account may edit, or without keys one at `api_base`.

    `timeout` in seconds for each call; `pause` waits between the tries of a read.
    """

    def __init__(
        self,
        *,
        spreadsheet_id: str,
        api_base: str | None = None,
        credentials: Callable[[], Credentials] = own_credentials,
        timeout: float = 10,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self._id = spreadsheet_id
        self._api_base = api_base
        self._credentials = credentials
        self._timeout = timeout
        self._pause = pause

    @override
    def tabs(self) -> dict[str, Sheet]:
        """Return all tabs by two reads, with rows filled up to the longest of their tab."""
        sheets = self._sheets(LAYOUT)
        ranges = [absolute_range_name(title) for title in sheets]
        answer = self._read(lambda: self._google.values_batch_get(self._id, ranges, params=dict(SEEN)))
        values = (found.get("values", []) for found in answer["valueRanges"])
        return {title: sheet_of(sheets[title], _even(rows)) for title, rows in zip(sheets, values, strict=True)}

    @override
    def write(self, tab: str, rows: list[list[str]]) -> None:
        """Overwrite a tab by one RAW write that also empties what it held: no formula, no moment without content."""
        grids = {title.casefold(): grid for title, grid in self._grids().items()}
        grid = grids.get(tab.casefold())
        held = self._held(grid["title"]) if grid else []
        height, width = max(len(rows), len(held)), max(_width(rows), _width(held))
        if not width:
            return
        self._make_room(tab, grid, height, width)
        blank = [[""] * width] * (height - len(rows))
        values = [row + [""] * (width - len(row)) for row in rows] + blank
        with writing():
            self._google.values_update(
                self._id,
                absolute_range_name(grid["title"] if grid else tab, "A1"),
                params={"valueInputOption": "RAW"},
                body={"values": values},
            )

    @cached_property
    def _google(self) -> gspread.HTTPClient:
        google = ClientAt(self._api_base) if self._api_base else gspread.HTTPClient(self._credentials())
        google.set_timeout(self._timeout)
        return google

    def _grids(self) -> dict[str, Grid]:
        return {title: sheet["properties"] for title, sheet in self._sheets(TABS).items()}

    def _sheets(self, fields: str) -> dict[str, Grid]:
        answer = self._read(lambda: self._google.fetch_sheet_metadata(self._id, params={"fields": fields}))
        found = ((sheet["properties"], sheet) for sheet in answer["sheets"])
        # A chart may be a tab too.
        return {properties["title"]: sheet for properties, sheet in found if properties["sheetType"] == "GRID"}

    def _held(self, title: str) -> list[list[object]]:
        answer = self._read(lambda: self._google.values_get(self._id, absolute_range_name(title)))
        return cast("list[list[object]]", answer.get("values", []))

    def _make_room(self, tab: str, grid: Grid | None, height: int, width: int) -> None:
        size = grid["gridProperties"] if grid else {"rowCount": 0, "columnCount": 0}
        if height <= size["rowCount"] and width <= size["columnCount"]:
            return
        room = {"rowCount": max(height, size["rowCount"]), "columnCount": max(width, size["columnCount"])}
        with writing():
            self._google.batch_update(self._id, {"requests": [_enlarged(grid, room) if grid else _added(tab, room)]})

    def _read(self, ask: Callable[[], Any]) -> Answer:
        for seconds in PAUSES:
            try:
                return _asked(ask)
            except VendorUnavailable:
                self._pause(seconds)
        return _asked(ask)


def _asked(ask: Callable[[], Any]) -> Answer:
    with reading():
        answer = ask()
    if not isinstance(answer, dict):
        raise VendorUnavailable(VENDOR, "answered something that is no object")
    return answer


def _even(rows: list[list[object]]) -> list[list[object]]:
    return [row + [""] * (_width(rows) - len(row)) for row in rows]


def _width(rows: Sequence[Sequence[object]]) -> int:
    return max(map(len, rows), default=0)


def _added(tab: str, room: dict[str, int]) -> Answer:
    return {"addSheet": {"properties": {"title": tab, "gridProperties": room}}}


def _enlarged(grid: Grid, room: dict[str, int]) -> Answer:
    properties = {"sheetId": grid["sheetId"], "gridProperties": room}
    fields = "gridProperties.rowCount,gridProperties.columnCount"
    return {"updateSheetProperties": {"properties": properties, "fields": fields}}
