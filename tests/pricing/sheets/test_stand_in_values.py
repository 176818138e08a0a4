"""The sheets stand-in reads and writes values as Google does."""

import pytest
import requests
from gspread.exceptions import APIError

from tests.pricing.sheets.conftest import WORKBOOK

UNFORMATTED = "UNFORMATTED_VALUE"


def refusal(act):
    with pytest.raises(APIError) as error:
        act()
    return error.value.response.status_code, error.value.error["message"]


def test_values_are_shown_as_formatted_unless_asked_otherwise(massages):
    assert massages.get("A2:C3") == [["Swedish Massage", "60 min", "$180"], ["Deep Tissue Massage", "50", "240"]]
    assert massages.get("A2:C3", value_render_option=UNFORMATTED) == [
        ["Swedish Massage", "60 min", 180],
        ["Deep Tissue Massage", 50, 240],
    ]


def test_one_read_brings_many_ranges_whole_tabs_among_them(workbook):
    ranges = ["Massages!B2", "'Membership Tiers'", "Massages!C:C", "Massages!3:3", "massages!$A$1"]
    answer = workbook.values_batch_get(ranges, params={"valueRenderOption": UNFORMATTED})["valueRanges"]
    assert [found["values"] for found in answer] == [
        [["60 min"]],
        [["Tier", "Monthly Price"], ["Base", 375]],
        [["Non-Member"], [180], [240]],
        [["Deep Tissue Massage", 50, 240]],
        [["Service Name"]],
    ]
    assert answer[1]["range"] == "'Membership Tiers'!A1:Z1000"


def test_empty_cells_and_rows_at_the_ends_are_dropped(workbook, massages):
    massages.update([["x", "", "y", ""], ["", ""]], "A5")
    assert massages.get("A4:D9") == [[], ["x", "", "y"]]
    assert "values" not in workbook.values_get("Massages!E1:F9")


def test_columns_can_be_read_and_written_as_such(workbook, massages):
    workbook.values_update(
        "Massages!E1",
        params={"valueInputOption": "RAW"},
        body={"majorDimension": "COLUMNS", "values": [["a", "b"], ["c"]]},
    )
    assert massages.get("E1:F2") == [["a", "c"], ["b"]]
    assert massages.get("E1:F2", major_dimension="COLUMNS") == [["a", "b"], ["c"]]


def test_raw_text_stays_text_whatever_it_looks_like(massages):
    massages.update([["=IMPORTXML(1)", "240", "$5", "+1", 240, True]], "A5", raw=True)
    stored = massages.get("A5:F5", value_render_option=UNFORMATTED)
    assert stored == [["=IMPORTXML(1)", "240", "$5", "+1", 240, True]]
    assert massages.get("A5:F5") == [["=IMPORTXML(1)", "240", "$5", "+1", "240", "TRUE"]]


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("240", 240, "240"),
        ("007", 7, "7"),
        ("12.50", 12.5, "12.5"),
        ("$1,180", 1180, "$1,180"),
        ("$1180.5", 1180.5, "$1,180.50"),
        ("-$5", -5, "-$5"),
        ("1,180", 1180, "1,180"),
        ("30%", 0.3, "30%"),
        ("false", False, "FALSE"),
        ("60 min", "60 min", "60 min"),
        ("'240", "240", "240"),
        ("10:00-24:00", "10:00-24:00", "10:00-24:00"),
        ("=1+1", "#ERROR!", "#ERROR!"),
        ("+1 555 010 0142", "#ERROR!", "#ERROR!"),
        ("1970-01-01", 25569, "1970-01-01"),
        ("1/2/1970", 25570, "1/2/1970"),
        ("2026-02-30", "2026-02-30", "2026-02-30"),
        ("6:00 PM", 0.75, "6:00 PM"),
        ("13:00 PM", "13:00 PM", "13:00 PM"),
        ("12:00", 0.5, "12:00"),
        ("24:00", 1, "24:00:00"),
    ],
)
def test_what_is_typed_is_understood(massages, typed, value, shown):
    massages.update([[typed]], "A5", raw=False)
    assert massages.get("A5", value_render_option=UNFORMATTED) == [[value]]
    assert massages.get("A5") == [[shown]]


def test_days_and_times_come_as_numbers_or_as_text(massages):
    massages.update([["1970-01-01", "12:00", "=A1"]], "A5", raw=False)
    as_text = massages.get("A5:C5", value_render_option=UNFORMATTED, date_time_render_option="FORMATTED_STRING")
    assert as_text == [["1970-01-01", "12:00", "#ERROR!"]]
    assert massages.get("A5:C5", value_render_option="FORMULA") == [[25569, 0.5, "=A1"]]


def test_null_leaves_a_cell_and_an_empty_text_clears_it(massages):
    massages.update([[None, "", 250]], "A2")
    assert massages.get("A2:C2") == [["Swedish Massage", "", "250"]]


def test_rows_are_appended_below_the_table_by_inserting(massages):
    massages.update([["a note", "far below"]], "A6")
    answer = massages.append_rows(
        [["Sports Massage", "80 min", 290]], insert_data_option="INSERT_ROWS", table_range="A1"
    )
    assert (answer["tableRange"], answer["updates"]["updatedRange"]) == ("Massages!A1:C3", "Massages!A4:C4")
    assert massages.get("A4:C7") == [["Sports Massage", "80 min", "290"], [], [], ["a note", "far below"]]


def test_rows_are_appended_over_what_follows_unless_inserted(massages):
    massages.update([["gap"]], "A5")
    massages.append_rows([["one"], ["two"]], insert_data_option="OVERWRITE", table_range="A1")
    assert massages.col_values(1)[3:] == ["one", "two"]


def test_the_first_rows_of_an_empty_tab_start_at_the_top(workbook):
    queue = workbook.add_worksheet("Queue", 2, 2)
    answer = queue.append_rows([["a", "b", "c"], ["d"], ["e"]], table_range="A1")
    assert "tableRange" not in answer
    assert queue.get_all_values() == [["a", "b", "c"], ["d", "", ""], ["e", "", ""]]


def test_ranges_and_tabs_are_cleared(workbook, massages):
    massages.batch_clear(["B2:C2", "A3"])
    assert massages.get_all_values()[1:] == [["Swedish Massage", "", ""], ["", "50", "240"]]
    assert workbook.values_clear("'Membership Tiers'") == {
        "spreadsheetId": WORKBOOK,
        "clearedRange": "'Membership Tiers'!A1:Z1000",
    }
    assert workbook.worksheet("Membership Tiers").get_all_values() == [[]]


def test_several_ranges_are_written_together_or_not_at_all(workbook, massages):
    too_wide = {"range": "A1:A2", "values": [["x", "y"]]}
    assert refusal(lambda: massages.batch_update([{"range": "A2", "values": [["Renamed"]]}, too_wide]))[0] == 400
    assert massages.acell("A2").value == "Swedish Massage"
    massages.batch_update([{"range": "A2", "values": [["Renamed"]]}])
    assert massages.acell("A2").value == "Renamed"


@pytest.mark.parametrize(
    "text", ["Nope!A1", "Nope", "'Massages'!A0", "Massages!A1:", "ZZZZ1", "Massages!A1!B2", "Massages!"]
)
def test_a_range_that_means_nothing_can_t_be_parsed(workbook, text):
    assert refusal(lambda: workbook.values_get(text)) == (400, f"Unable to parse range: {text}")


def test_what_is_outside_the_grid_is_refused(massages):
    limits = "exceeds grid limits. Max rows: 1000, max columns: 26"
    for act in (
        lambda: massages.get("A1001"),
        lambda: massages.update([["x"]], "AA1"),
        lambda: massages.update([["x"], ["y"]], "A1000"),
    ):
        status, message = refusal(act)
        assert status == 400
        assert message.endswith(limits)


def test_what_does_not_fit_the_range_is_refused(massages):
    assert refusal(lambda: massages.update([["x", "y"]], "A1:A2")) == (
        400,
        "Requested writing within range [Massages!A1:A2], but tried writing to column [B]",
    )
    status, message = refusal(lambda: massages.update([["x"], ["y"]], "A1:B1"))
    assert (status, message.rpartition("to ")[2]) == (400, "row [2]")


def test_only_parameters_that_the_document_knows_are_taken(google):
    url = f"{google.url}/v4/spreadsheets/{WORKBOOK}/values/A1"
    for query in (
        "",
        "valueInputOption=SMART",
        "valueInputOption=RAW&color=red",
        "valueInputOption=RAW&valueInputOption=RAW",
    ):
        assert requests.put(f"{url}?{query}", json={"values": [["x"]]}, timeout=5).status_code == 400, query
    assert requests.get(f"{url}?valueRenderOption=PRETTY", timeout=5).status_code == 400
    assert requests.get(url, json={"values": []}, timeout=5).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        {"rows": []},
        {"values": "x"},
        {"values": ["x"]},
        {"values": [[{}]]},
        {"values": [["x" * 50_001]]},
        {"range": "B2", "values": []},
    ],
)
def test_only_bodies_that_the_document_knows_are_taken(google, body):
    url = f"{google.url}/v4/spreadsheets/{WORKBOOK}/values/A1?valueInputOption=RAW"
    assert requests.put(url, json=body, timeout=5).status_code == 400


@pytest.mark.parametrize("status", [429, 503])
def test_faults_are_told_in_google_s_words(google, massages, status):
    requests.post(f"{google.url}/_faults", json={"error_rate": 1, "status": status}, timeout=5)
    with pytest.raises(APIError) as error:
        massages.get("A1")
    assert error.value.error["status"] == {429: "RESOURCE_EXHAUSTED", 503: "UNAVAILABLE"}[status]
