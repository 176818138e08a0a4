"""Workbooks: tabs by name or id, ranges within them, and changes of their structure."""

import copy
import dataclasses
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Self

from infra.local.stand_ins.google.errors import GoogleError, invalid
from infra.local.stand_ins.google.fields import Mask, read_mask
from infra.local.stand_ins.sheets import layout
from infra.local.stand_ins.sheets.a1 import Area, read_cells, split, unparsable
from infra.local.stand_ins.sheets.tab import Tab

Reply = dict[str, Any]


@dataclasses.dataclass
class Workbook:
    """One spreadsheet; `document` and `read` take it to the store and back."""

    id: str
    title: str
    tabs: list[Tab]

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> Self:
        """Take a workbook from its document."""
        return cls(document["id"], document["title"], [Tab(**tab) for tab in document["tabs"]])

    def document(self) -> dict[str, Any]:
        """Return it as JSON."""
        return dataclasses.asdict(self)

    def metadata(self, *, with_rows: bool = False) -> Reply:
        """Return what Google tells of a workbook without its cells."""
        for n, tab in enumerate(self.tabs):
            tab.properties["index"] = n
        return {
            "spreadsheetId": self.id,
            "properties": {"title": self.title, "locale": "en_US", "timeZone": "America/New_York"},
            "sheets": [layout.described(tab, with_rows=with_rows) for tab in self.tabs],
            "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{self.id}/edit",
        }

    def find(self, text: str) -> tuple[Tab, Area]:
        """Return the tab and the area that a range means; without a tab it is the first one."""
        title, cells = split(text)
        if title is None and (whole := self.named(text)):
            return whole, Area()
        tab = self.tabs[0] if title is None else self.named(title)
        area = Area() if cells is None else read_cells(cells)
        if tab is None or area is None:
            raise unparsable(text)
        return tab, area

    def named(self, title: str) -> Tab | None:
        """Return the tab of that name; Google does not tell upper from lower case."""
        return next((tab for tab in self.tabs if tab.title.lower() == title.lower()), None)

    def change(self, requests: list[Mapping[str, Any]]) -> list[Reply]:
        """Apply requests in order, all or none: a caller keeps the workbook only if none is refused."""
        if not requests:
            raise invalid("Must specify at least one request.")
        return [self._change(n, request) for n, request in enumerate(requests)]

    def _change(self, n: int, request: Mapping[str, Any]) -> Reply:
        if len(request) != 1:
            raise invalid(f"Invalid requests[{n}]: exactly one kind of request must be set.")
        ((kind, body),) = request.items()
        changes: Mapping[str, Callable[[str, Any], Reply]] = {
            "addSheet": self._add,
            "appendDimension": self._append,
            "deleteSheet": self._delete,
            "mergeCells": self._on_range(layout.merge),
            "unmergeCells": self._on_range(layout.unmerge),
            "updateDimensionProperties": self._on_range(layout.update_rows),
            "updateSheetProperties": self._update,
        }
        if kind not in changes:
            raise GoogleError(HTTPStatus.NOT_IMPLEMENTED, "notImplemented", f"The stand-in does not play {kind}.")
        return changes[kind](f"Invalid requests[{n}].{kind}", body)

    def add(self, tab: Tab) -> None:
        """Put a tab at the end."""
        self.tabs.append(tab)

    def free_id(self) -> int:
        """Return an id that no tab has: the first tab's is 0."""
        taken = {tab.properties["sheetId"] for tab in self.tabs}
        return secrets.randbelow(2**31 - 1) + 1 if taken else 0

    def _add(self, where: str, body: Mapping[str, Any]) -> Reply:
        properties = dict(body.get("properties") or {})
        properties.setdefault("title", f"Sheet{len(self.tabs) + 1}")
        properties.setdefault("sheetId", self.free_id())
        self._check_title(where, properties["title"])
        if self._by_id(properties["sheetId"]):
            raise invalid(f"{where}: Sheet with id {properties['sheetId']} already exists.")
        tab = Tab.new(properties)
        self.tabs.insert(properties.get("index", len(self.tabs)), tab)
        self.metadata()
        return {"addSheet": {"properties": copy.deepcopy(tab.properties)}}

    def _append(self, where: str, body: Mapping[str, Any]) -> Reply:
        tab = self._wanted(where, body)
        name = {"ROWS": "rowCount", "COLUMNS": "columnCount"}.get(body.get("dimension", ""))
        if name is None or body.get("length", 0) < 1:
            raise invalid(f"{where}: a dimension and a positive length are needed.")
        tab.properties["gridProperties"][name] += body["length"]
        return {}

    def _delete(self, where: str, body: Mapping[str, Any]) -> Reply:
        tab = self._wanted(where, body)
        if len(self.tabs) == 1:
            raise invalid(f"{where}: You can't remove all the sheets in a document.")
        self.tabs.remove(tab)
        return {}

    def _update(self, where: str, body: Mapping[str, Any]) -> Reply:
        properties = body.get("properties") or {}
        tab = self._wanted(where, properties)
        if not body.get("fields"):
            raise invalid(f"{where}: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
        if properties.get("title", tab.title) != tab.title:
            self._check_title(where, properties["title"])
        _copy(read_mask(body["fields"]), properties, tab.properties)
        tab.resize()
        return {}

    def _on_range(self, change: Callable[[Tab, str, Mapping[str, Any]], None]) -> Callable[[str, Any], Reply]:
        """Return a change that is told its tab by the range that it is about."""

        def changed(where: str, body: Mapping[str, Any]) -> Reply:
            change(self._wanted(where, body.get("range") or {}), where, body)
            return {}

        return changed

    def _check_title(self, where: str, title: str) -> None:
        if self.named(title):
            raise invalid(f'{where}: A sheet with the name "{title}" already exists. Please enter another name.')

    def _wanted(self, where: str, body: Mapping[str, Any]) -> Tab:
        tab = self._by_id(body.get("sheetId", 0))
        if tab is None:
            raise invalid(f"{where}: No grid with id: {body.get('sheetId', 0)}")
        return tab

    def _by_id(self, sheet_id: int) -> Tab | None:
        return next((tab for tab in self.tabs if tab.properties["sheetId"] == sheet_id), None)


def _copy(mask: Mask, source: Mapping[str, Any], target: dict[str, Any]) -> None:
    for name, inner in mask.items():
        if name == "*":
            target.update(source)
        elif inner:
            _copy(inner, source.get(name, {}), target.setdefault(name, {}))
        elif name in source:
            target[name] = source[name]
        else:
            target.pop(name, None)
