"""The sheets stand-in describes and changes workbooks as Google does."""

import pytest
import requests
from gspread.exceptions import APIError, SpreadsheetNotFound

from infra.local.stand_ins.sheets import SheetsStandIn
from infra.local.stand_ins.store import Store
from tests.pricing.sheets.conftest import NOBODY, TABS, WORKBOOK


def refusal(act):
    with pytest.raises(APIError) as error:
        act()
    return error.value.response.status_code, error.value.error["message"]


def renamed(title, fields):
    return {"updateSheetProperties": {"properties": {"sheetId": 0, "title": title}, "fields": fields}}


def test_a_workbook_tells_its_tabs_in_order(workbook):
    assert workbook.title == "CoreSync Pricing Tables"
    assert [(tab.title, tab.index) for tab in workbook.worksheets()] == [("Massages", 0), ("Membership Tiers", 1)]
    assert (workbook.sheet1.id, workbook.sheet1.row_count, workbook.sheet1.col_count) == (0, 1000, 26)


def test_a_workbook_tells_only_the_fields_that_were_asked_for(client):
    answer = client.http_client.fetch_sheet_metadata(WORKBOOK, params={"fields": "sheets.properties.title"})
    assert answer == {"sheets": [{"properties": {"title": title}} for title in TABS]}
    status, _ = refusal(lambda: client.http_client.fetch_sheet_metadata(WORKBOOK, params={"fields": "tabs"}))
    assert status == 400


def test_an_unknown_workbook_is_not_found(client):
    with pytest.raises(SpreadsheetNotFound):
        client.open_by_key("nothing")


def test_a_new_workbook_has_one_empty_tab(google):
    made = requests.post(f"{google.url}/v4/spreadsheets", json={"properties": {"title": "Hours"}}, timeout=5).json()
    assert (made["properties"]["title"], made["sheets"][0]["properties"]["title"]) == ("Hours", "Sheet1")


def test_tabs_are_added_renamed_resized_and_removed(workbook):
    status = workbook.add_worksheet("St/at'us", 10, 3, index=0)
    status.update([["a", "b"], ["c"]], "A1")
    assert status.get_all_values() == [["a", "b"], ["c", ""]]
    status.update_title("Status")
    status.resize(rows=1)
    status.add_cols(2)
    assert (status.row_count, status.col_count, status.get_all_values()) == (1, 5, [["a", "b"]])
    assert [tab.title for tab in workbook.worksheets()] == ["Status", "Massages", "Membership Tiers"]
    workbook.del_worksheet(status)
    assert [tab.title for tab in workbook.worksheets()] == ["Massages", "Membership Tiers"]


def test_a_tab_grows_by_rows_and_columns(workbook, massages):
    grow = {"sheetId": massages.id, "length": 5}
    requests_ = [{"appendDimension": grow | {"dimension": dimension}} for dimension in ("ROWS", "COLUMNS")]
    workbook.batch_update({"requests": requests_})
    fresh = workbook.worksheet("Massages")
    assert (fresh.row_count, fresh.col_count) == (1005, 31)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"addSheet": {"properties": {"title": "massages"}}}, "already exists"),
        ({"addSheet": {"properties": {"title": "New", "sheetId": 0}}}, "already exists"),
        ({"deleteSheet": {"sheetId": 77}}, "No grid with id: 77"),
        (renamed("Prices", ""), "At least one field"),
        (renamed("Membership Tiers", "title"), "already exists"),
        (renamed("Prices", "title,"), "Invalid field selection"),
        ({"appendDimension": {"sheetId": 0, "dimension": "ROWS"}}, "positive length"),
        ({"appendDimension": {"sheetId": 0, "dimension": "DEPTH", "length": 1}}, "Invalid value"),
        ({"addTab": {}}, 'Unknown name "addTab"'),
        ({}, "exactly one kind"),
    ],
)  # fmt: skip
def test_what_google_refuses_is_refused_and_nothing_is_changed(workbook, request_, message):
    good = {"addSheet": {"properties": {"title": "Good"}}}
    status, said = refusal(lambda: workbook.batch_update({"requests": [good, request_]}))
    assert status == 400
    assert message in said
    assert [tab.title for tab in workbook.worksheets()] == list(TABS)


def test_the_last_tab_stays_and_nothing_asked_is_refused(workbook):
    first, second = workbook.worksheets()
    workbook.del_worksheet(second)
    assert "can't remove all the sheets" in refusal(lambda: workbook.del_worksheet(first))[1]
    assert refusal(lambda: workbook.batch_update({"requests": []}))[0] == 400


def test_what_is_not_played_says_so(workbook):
    assert refusal(lambda: workbook.batch_update({"requests": [{"sortRange": {}}]}))[0] == 501


def test_a_restart_keeps_what_was_typed_and_a_reset_brings_back_the_beginning(connect, tmp_path):
    with SheetsStandIn(hook_url=NOBODY, hook_secret="s", store=Store(tmp_path / "sheets.db")) as first:
        first.create_workbook(WORKBOOK, "Prices", TABS)
        first.edit_cell(WORKBOOK, "Massages", "C2", "$200")
        first.store.close()
    with SheetsStandIn(hook_url=NOBODY, hook_secret="s", store=Store(tmp_path / "sheets.db")) as second:
        second.create_workbook(WORKBOOK, "Prices", TABS)
        massages = connect(second).open_by_key(WORKBOOK).worksheet("Massages")
        assert massages.acell("C2").value == "$200"
        requests.post(f"{second.url}/_reset", timeout=5)
        assert massages.acell("C2").value == "$180"
        second.store.close()
