"""Google Sheets on loopback, with what its owner types as a method and a control endpoint."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, ClassVar, Self

from flask import Response, jsonify, request

from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.google.discovery import Call
from infra.local.stand_ins.google.errors import invalid, not_found
from infra.local.stand_ins.google.google_stand_in import Answer, GoogleStandIn, Handler
from infra.local.stand_ins.google.webhook_delivery import WebhookDelivery
from infra.local.stand_ins.sheets import values
from infra.local.stand_ins.sheets.a1 import Area, cell_name, read_cells
from infra.local.stand_ins.sheets.edit_hook import EditHook
from infra.local.stand_ins.sheets.entry import seeded, typed
from infra.local.stand_ins.sheets.tab import Rows, Tab
from infra.local.stand_ins.sheets.workbook import Workbook
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock, real_now

Play = Callable[[Workbook, Call], Answer]


class SheetsStandIn(GoogleStandIn):
    """Workbooks by `create_workbook`; `edit_cell` and `PUT /_sheets/<tab>` type as the owner would, or hide and merge.

    An edit by hand calls `hook_url`, signed with `hook_secret`, as the owner's script does.
    Formulas are not calculated.
    """

    name = "sheets"
    document: ClassVar[str] = "sheets.v4"

    def __init__(
        self,
        *,
        hook_url: str,
        hook_secret: str,
        store: Store | None = None,
        clock: Clock = real_now,
        port: int = 0,
    ) -> None:
        super().__init__(store=store, clock=clock, port=port)
        self._delivery = WebhookDelivery(lambda: self.faults)
        self._hook = EditHook(hook_url, hook_secret, self._delivery)
        self.app.add_url_rule("/_sheets", view_func=self._show_tabs)
        self.app.add_url_rule("/_sheets/<path:tab>", endpoint="show tab", view_func=self._show_tab)
        self.app.add_url_rule("/_sheets/<path:tab>", endpoint="edit tab", view_func=self._edit_tab, methods=["PUT"])

    def start(self) -> Self:
        """Serve, and call after edits."""
        self._delivery.start()
        return super().start()

    def stop(self) -> None:
        """Stop serving and calling."""
        super().stop()
        self._delivery.stop()

    def create_workbook(self, spreadsheet_id: str, title: str, tabs: Mapping[str, Sequence[Sequence[object]]]) -> None:
        """Share a workbook with the service account; one that is there already keeps what was typed into it."""
        rows = {tab: [list(row) for row in rows] for tab, rows in tabs.items()}
        with self.store.exclusive():
            if self.store.get("workbooks", spreadsheet_id) is None:
                self.store.put("as_created", spreadsheet_id, {"id": spreadsheet_id, "title": title, "tabs": rows})
                self._fill(spreadsheet_id, title, rows)

    def edit_cell(self, spreadsheet_id: str, tab: str, cell: str, value: str) -> None:
        """Type into a cell such as `D7`, as the owner would; the owner's script then calls the hook."""
        area = read_cells(cell)
        if area is None or not area.is_cell:
            raise invalid(f"Unable to parse range: {cell}")
        with self.store.exclusive():
            workbook = self._workbook(spreadsheet_id)
            self._tab(workbook, tab).write(area, [[value]], typed)
            self._keep(workbook)
        self._hook.notify(spreadsheet_id, tab, cell, self.clock())

    def hide_rows(self, spreadsheet_id: str, tab: str, rows: Sequence[int], *, hidden: bool = True) -> None:
        """Hide rows, counted from 1 as people do, or show them; the owner's script then calls the hook."""
        self._arrange(spreadsheet_id, tab, lambda found: found.hide([row - 1 for row in rows], hidden=hidden))

    def merge_cells(self, spreadsheet_id: str, tab: str, cells: str, *, merged: bool = True) -> None:
        """Merge cells such as `G2:G3`, or unmerge them; the owner's script then calls the hook."""
        area = read_cells(cells)
        if area is None or area.bottom is None or area.right is None:
            raise invalid(f"Unable to parse range: {cells}")

        def change(found: Tab) -> None:
            if not found.unmerge(area):
                raise invalid("You must select all cells in a merged range to merge or unmerge them.")
            if merged:
                found.merge(area)

        self._arrange(spreadsheet_id, tab, change)

    def look(self, spreadsheet_id: str, title: str) -> dict[str, Any]:
        """Return a tab as people see it: its rows, which of them are hidden, counted from 1, and what is merged."""
        tab = self._tab(self._workbook(spreadsheet_id), title)
        merges = [f"{cell_name(top, left)}:{cell_name(bottom, right)}" for top, left, bottom, right in tab.merges]
        return {"tab": tab.title, "rows": _shown(tab), "hidden": [n + 1 for n in tab.hidden_rows], "merges": merges}

    def reset(self) -> None:
        """Put all workbooks back as they were created."""
        self.faults = Faults()
        self._delivery.forget()
        with self.store.exclusive():
            for made in self.store.all("as_created"):
                self._fill(made["id"], made["title"], made["tabs"])

    def state(self) -> dict[str, Any]:
        """Return all workbooks as people see them: rows by tab."""
        workbooks = [Workbook.read(document) for document in self.store.all("workbooks")]
        return {book.id: {tab.title: _shown(tab) for tab in book.tabs} for book in workbooks}

    def handlers(self) -> Mapping[str, Handler]:
        """Return who plays which method."""
        return {
            "sheets.spreadsheets.create": self._create,
            "sheets.spreadsheets.get": self._reading(describe),
            "sheets.spreadsheets.batchUpdate": self._writing(restructure),
            "sheets.spreadsheets.values.get": self._reading(values.read),
            "sheets.spreadsheets.values.batchGet": self._reading(values.read_many),
            "sheets.spreadsheets.values.update": self._writing(values.update),
            "sheets.spreadsheets.values.batchUpdate": self._writing(values.update_many),
            "sheets.spreadsheets.values.append": self._writing(values.append),
            "sheets.spreadsheets.values.clear": self._writing(values.clear),
            "sheets.spreadsheets.values.batchClear": self._writing(values.clear_many),
        }

    def _fill(self, spreadsheet_id: str, title: str, tabs: Mapping[str, Rows]) -> None:
        workbook = Workbook(spreadsheet_id, title, [])
        for name, rows in tabs.items():
            cells = [[seeded(value) for value in row] for row in rows]
            workbook.add(Tab.new({"sheetId": workbook.free_id(), "title": name}, cells))
        self._keep(workbook)

    def _workbook(self, spreadsheet_id: str) -> Workbook:
        document = self.store.get("workbooks", spreadsheet_id)
        if document is None:
            raise not_found("Requested entity was not found.")
        return Workbook.read(document)

    def _called(self, call: Call) -> Workbook:
        return self._workbook(call.path["spreadsheetId"])

    def _keep(self, workbook: Workbook) -> None:
        self.store.put("workbooks", workbook.id, workbook.document())

    def _tab(self, workbook: Workbook, title: str) -> Tab:
        tab = workbook.named(title)
        if tab is None:
            raise not_found(f"No tab is named {title}.")
        return tab

    def _arrange(self, spreadsheet_id: str, title: str, change: Callable[[Tab], None]) -> None:
        with self.store.exclusive():
            workbook = self._workbook(spreadsheet_id)
            change(self._tab(workbook, title))
            self._keep(workbook)
        self._hook.notify(spreadsheet_id, title, "", self.clock())

    def _create(self, call: Call) -> Answer:
        title = (call.body.get("properties") or {}).get("title", "Untitled spreadsheet")
        spreadsheet_id = secrets.token_urlsafe(32)
        self.create_workbook(spreadsheet_id, title, {"Sheet1": []})
        return self._workbook(spreadsheet_id).metadata()

    def _reading(self, play: Play) -> Handler:
        return lambda call: play(self._called(call), call)

    def _writing(self, play: Play) -> Handler:
        def handler(call: Call) -> Answer:
            workbook = self._called(call)
            answer = play(workbook, call)
            self._keep(workbook)
            return answer

        return handler

    def _asked(self) -> Workbook:
        first = next(iter(self.store.all("workbooks")), {"id": ""})
        return self._workbook(request.args.get("spreadsheet", first["id"]))

    def _show_tabs(self) -> Response:
        return jsonify([tab.title for tab in self._asked().tabs])

    def _show_tab(self, tab: str) -> Response:
        return jsonify(self.look(self._asked().id, tab))

    def _edit_tab(self, tab: str) -> tuple[Response, int]:
        edit = request.get_json(force=True)
        if not isinstance(edit, dict) or not all(isinstance(edit.get(name), str) for name in ("cell", "value")):
            raise invalid("An edit is {cell, value}, both text.")
        self.edit_cell(self._asked().id, tab, edit["cell"], edit["value"])
        return self._show_tab(tab), HTTPStatus.OK


def describe(workbook: Workbook, call: Call) -> Answer:
    """Return a workbook's metadata; of its grid what a mask asks for, or all that is known if that is wanted."""
    return workbook.metadata(with_rows="fields" in call.query or call.query.get("includeGridData") is True)


def restructure(workbook: Workbook, call: Call) -> Answer:
    """Change tabs, all as asked or none."""
    return {"spreadsheetId": workbook.id, "replies": workbook.change(call.body.get("requests") or [])}


def _shown(tab: Tab) -> Rows:
    return tab.read(Area(), "FORMATTED_VALUE", "")
