"""Merged cells and hidden rows: the stand-in has them as Google does, and our reading sees them."""

import pytest
from gspread.exceptions import APIError

from infra.local.stand_ins.sheets import SheetsStandIn
from infra.local.stand_ins.store import Store
from shared_lib.pricing.adapters.sheets import GoogleWorkbook
from shared_lib.pricing.reading import Merge
from tests.pricing.sheets.conftest import NOBODY, TABS, WORKBOOK

LAYOUT = {"fields": "sheets(properties.title,merges,data(rowMetadata(hiddenByUser)))"}


@pytest.fixture
def book(google):
    return GoogleWorkbook(spreadsheet_id=WORKBOOK, api_base=google.url)


def told(workbook):
    answer = workbook.client.fetch_sheet_metadata(WORKBOOK, params=LAYOUT)
    return answer["sheets"][0]


def refused(act):
    with pytest.raises(APIError) as error:
        act()
    return error.value.response.status_code, error.value.error["message"]


def test_merged_cells_are_told_and_only_the_first_keeps_what_it_held(google, workbook, massages):
    massages.merge_cells("B2:C3")
    area = {"startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 1, "endColumnIndex": 3}
    assert told(workbook)["merges"] == [area | {"sheetId": massages.id}]
    assert massages.get("A2:C3") == [["Swedish Massage", "60 min"], ["Deep Tissue Massage"]]
    google.edit_cell(WORKBOOK, "Massages", "C3", "240")
    assert massages.get("A2:C3") == [["Swedish Massage", "60 min"], ["Deep Tissue Massage"]]
    massages.unmerge_cells("B2:C3")
    assert "merges" not in told(workbook)
    google.edit_cell(WORKBOOK, "Massages", "C3", "240")
    assert massages.acell("C3").value == "240"


@pytest.mark.parametrize(("kind", "count"), [("MERGE_ALL", 1), ("MERGE_ROWS", 2), ("MERGE_COLUMNS", 3)])
def test_cells_are_merged_whole_by_rows_or_by_columns(workbook, massages, kind, count):
    massages.merge_cells("A2:C3", kind)
    assert len(told(workbook)["merges"]) == count


def test_a_part_of_what_is_merged_is_neither_merged_nor_unmerged(massages):
    massages.merge_cells("A2:B3")
    for act in (lambda: massages.merge_cells("B3:C3"), lambda: massages.unmerge_cells("A2:A3")):
        status, message = refused(act)
        assert status == 400
        assert message.endswith("You must select all cells in a merged range to merge or unmerge them.")
    massages.merge_cells("A1:C3")


def test_hidden_rows_are_told_and_only_where_a_mask_or_a_wish_asks_for_the_grid(workbook, massages):
    massages.hide_rows(1, 2)
    rows = told(workbook)["data"][0]["rowMetadata"]
    assert [n for n, row in enumerate(rows) if row.get("hiddenByUser")] == [1]
    assert len(rows) == massages.row_count
    client = workbook.client
    assert "data" not in client.fetch_sheet_metadata(WORKBOOK)["sheets"][0]
    assert "data" in client.fetch_sheet_metadata(WORKBOOK, params={"includeGridData": "true"})["sheets"][0]
    massages.unhide_rows(0, 3)
    assert not any(row.get("hiddenByUser") for row in told(workbook)["data"][0]["rowMetadata"])


def test_what_is_hidden_and_merged_goes_down_with_its_row(workbook, massages):
    massages.merge_cells("A3:B3")
    massages.hide_rows(2, 3)
    massages.append_rows([["new"]], insert_data_option="INSERT_ROWS", table_range="A1")
    massages.hide_rows(0, 1)
    assert told(workbook)["merges"][0]["startRowIndex"] == 2
    massages.update([["a note"]], "A6")
    massages.append_rows([["x"], ["y"]], insert_data_option="INSERT_ROWS", table_range="A1")
    assert [n for n, row in enumerate(told(workbook)["data"][0]["rowMetadata"]) if row] == [0, 2]


@pytest.mark.parametrize(
    "request_",
    [
        {"mergeCells": {"range": {"sheetId": 0, "startRowIndex": 5, "endRowIndex": 5}, "mergeType": "MERGE_ALL"}},
        {"mergeCells": {"range": {"sheetId": 0, "endRowIndex": 2}}},
        {"mergeCells": {"range": {"sheetId": 9}, "mergeType": "MERGE_ALL"}},
        {
            "updateDimensionProperties": {
                "range": {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1},
                "properties": {"hiddenByUser": True},
                "fields": "hiddenByUser",
            }
        },
        {
            "updateDimensionProperties": {
                "range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 0, "endIndex": 5000},
                "properties": {"hiddenByUser": True},
                "fields": "hiddenByUser",
            }
        },
    ],
    ids=["nothing", "how", "no such tab", "columns", "no such rows"],
)
def test_what_can_t_be_merged_or_hidden_is_refused(workbook, request_):
    assert refused(lambda: workbook.batch_update({"requests": [request_]}))[0] == 400


def test_our_reading_sees_hidden_rows_and_tabs_and_what_is_merged(google, book, massages, workbook):
    massages.merge_cells("B2:B3")
    massages.hide_rows(2, 3)
    workbook.worksheet("Membership Tiers").hide()
    tabs = book.tabs()
    seen = tabs["Massages"]
    assert (seen.hidden, seen.merges, seen.is_hidden) == ({2}, (Merge(1, 1, 3, 2),), False)
    assert seen.cover(2, 1) == seen.merges[0]
    assert seen.cover(1, 1) is seen.cover(2, 0) is None
    assert tabs["Membership Tiers"].is_hidden
    assert tabs["Membership Tiers"].hides(1)


def test_a_restart_and_the_owner_s_own_hand(tmp_path):
    store = Store(tmp_path / "sheets.db")
    with SheetsStandIn(hook_url=NOBODY, hook_secret="s", store=store) as google:
        google.create_workbook(WORKBOOK, "Prices", TABS)
        google.hide_rows(WORKBOOK, "Massages", [3])
        google.merge_cells(WORKBOOK, "Massages", "C2:C3")
        store.close()
    with SheetsStandIn(hook_url=NOBODY, hook_secret="s", store=Store(tmp_path / "sheets.db")) as google:
        seen = google.look(WORKBOOK, "Massages")
        assert (seen["hidden"], seen["merges"], seen["rows"][2]) == ([3], ["C2:C3"], ["Deep Tissue Massage", "50"])
        google.hide_rows(WORKBOOK, "Massages", [3], hidden=False)
        google.merge_cells(WORKBOOK, "Massages", "C2:C3", merged=False)
        assert (google.look(WORKBOOK, "Massages")["hidden"], google.look(WORKBOOK, "Massages")["merges"]) == ([], [])
        google.store.close()
