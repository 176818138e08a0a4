"""The values of a workbook: read, written, appended, cleared."""

from collections.abc import Mapping
from typing import Any

from infra.local.stand_ins.google.discovery import Call
from infra.local.stand_ins.google.errors import invalid
from infra.local.stand_ins.google.google_stand_in import Answer
from infra.local.stand_ins.sheets.a1 import Area
from infra.local.stand_ins.sheets.entry import raw, typed
from infra.local.stand_ins.sheets.tab import Enter, Rows, Tab, without_tail
from infra.local.stand_ins.sheets.workbook import Workbook

ENTER: Mapping[str, Enter] = {"RAW": raw, "USER_ENTERED": typed}


def read(workbook: Workbook, call: Call) -> Answer:
    """Return one range."""
    return _values(workbook, call.path["range"], call.query)


def read_many(workbook: Workbook, call: Call) -> Answer:
    """Return several ranges, in the order in which they were asked for."""
    ranges = [_values(workbook, text, call.query) for text in call.query.get("ranges", [])]
    return {"spreadsheetId": workbook.id, "valueRanges": ranges}


def update(workbook: Workbook, call: Call) -> Answer:
    """Write one range."""
    return _write(workbook, call.path["range"], call.body, _enter(call.query))


def update_many(workbook: Workbook, call: Call) -> Answer:
    """Write several ranges, all or none."""
    enter = _enter(call.body)
    answers = [_write(workbook, piece.get("range", ""), piece, enter) for piece in call.body.get("data") or []]
    return {"spreadsheetId": workbook.id, "responses": answers}


def append(workbook: Workbook, call: Call) -> Answer:
    """Write below a table."""
    tab, area = workbook.find(call.path["range"])
    rows = _rows(call.body)
    insert = call.query.get("insertDataOption") == "INSERT_ROWS"
    table, touched = tab.append(area, rows, _enter(call.query), insert=insert)
    found = {"tableRange": tab.name(table)} if table else {}
    return {"spreadsheetId": workbook.id, "updates": _written(workbook, tab, touched, rows), **found}


def clear(workbook: Workbook, call: Call) -> Answer:
    """Empty one range."""
    tab, area = workbook.find(call.path["range"])
    return {"spreadsheetId": workbook.id, "clearedRange": tab.name(tab.clear(area))}


def clear_many(workbook: Workbook, call: Call) -> Answer:
    """Empty several ranges, all or none."""
    found = [workbook.find(text) for text in call.body.get("ranges") or []]
    return {"spreadsheetId": workbook.id, "clearedRanges": [tab.name(tab.clear(area)) for tab, area in found]}


def _values(workbook: Workbook, text: str, query: Mapping[str, Any]) -> Answer:
    tab, area = workbook.find(text)
    option = query.get("valueRenderOption", "FORMATTED_VALUE")
    rows = tab.read(area, option, query.get("dateTimeRenderOption", "SERIAL_NUMBER"))
    dimension = query.get("majorDimension", "ROWS")
    answer = {"range": tab.name(area), "majorDimension": dimension}
    return answer | ({"values": _columns(rows) if dimension == "COLUMNS" else rows} if rows else {})


def _turned(rows: Rows) -> Rows:
    width = max(map(len, rows), default=0)
    return [[row[n] if n < len(row) else "" for row in rows] for n in range(width)]


def _columns(rows: Rows) -> Rows:
    return [without_tail(column, "") for column in _turned(rows)]


def _enter(options: Mapping[str, Any]) -> Enter:
    option = str(options.get("valueInputOption"))
    if option not in ENTER:
        raise invalid("'valueInputOption' is required but not specified")
    return ENTER[option]


def _rows(body: Mapping[str, Any]) -> Rows:
    rows: Rows = body.get("values") or []
    return _turned(rows) if body.get("majorDimension") == "COLUMNS" else rows


def _write(workbook: Workbook, text: str, body: Mapping[str, Any], enter: Enter) -> Answer:
    tab, area = workbook.find(text)
    if body.get("range", text) != text:
        raise invalid(f"Requested writing within range [{text}], but the body says [{body['range']}]")
    rows = _rows(body)
    return _written(workbook, tab, tab.write(area, rows, enter), rows)


def _written(workbook: Workbook, tab: Tab, touched: Area, rows: Rows) -> Answer:
    return {
        "spreadsheetId": workbook.id,
        "updatedRange": tab.name(touched),
        "updatedRows": len(rows),
        "updatedColumns": max(map(len, rows), default=0),
        "updatedCells": sum(map(len, rows)),
    }
