"""The owner's spreadsheet, read whole and written as plain text."""

import pytest
import requests
from flask import request
from google.auth.exceptions import DefaultCredentialsError

from shared_lib.kernel.errors import OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.pricing.adapters.sheets import GoogleWorkbook
from tests.pricing.sheets.conftest import WORKBOOK


@pytest.fixture
def pauses():
    return []


@pytest.fixture
def book(google, pauses):
    return GoogleWorkbook(spreadsheet_id=WORKBOOK, api_base=google.url, timeout=2, pause=pauses.append)


def misbehave(google, **faults):
    requests.post(f"{google.url}/_faults", json=faults, timeout=5).raise_for_status()


def refuse(google, verbs, status=503):
    """Refuse one call for each verb, in this order."""
    waiting = list(verbs)

    def hook():
        if request.method not in waiting[:1]:
            return None
        waiting.pop(0)
        return google.failure(status)

    google.app.before_request_funcs[None].append(hook)


def calls(google):
    seen = []
    google.app.before_request_funcs[None].append(lambda: seen.append(request.method))
    return seen


def test_all_tabs_come_by_two_reads_with_numbers_as_numbers_and_even_rows(google, book):
    google.edit_cell(WORKBOOK, "Massages", "E2", "a note")
    seen = calls(google)
    assert book.tabs() == {
        "Massages": [
            ["Service Name", "Duration", "Non-Member", "", ""],
            ["Swedish Massage", "60 min", 180, "", "a note"],
            ["Deep Tissue Massage", 50, 240, "", ""],
        ],
        "Membership Tiers": [["Tier", "Monthly Price"], ["Base", 375]],
    }
    assert seen == ["GET", "GET"]


def test_days_and_times_that_the_owner_typed_come_as_text(google, book):
    google.create_workbook("hours", "Hours", {"Hours": [["2026-12-25", "closed"], ["Friday", "10:00"]]})
    hours = GoogleWorkbook(spreadsheet_id="hours", api_base=google.url)
    assert hours.tabs() == {"Hours": [["2026-12-25", "closed"], ["Friday", "10:00"]]}


def test_empty_tabs_and_names_with_quotes_are_fine(google):
    google.create_workbook("odd", "Odd", {"Owner's tab": [["x"]], "A1": [["y"]], "Empty": []})
    odd = GoogleWorkbook(spreadsheet_id="odd", api_base=google.url)
    assert odd.tabs() == {"Owner's tab": [["x"]], "A1": [["y"]], "Empty": []}


def test_a_missing_tab_is_made_and_written(google, book):
    book.write("Status", [["Version", "7"], ["Published", "yes", "today"]])
    assert book.tabs()["Status"] == [["Version", "7", ""], ["Published", "yes", "today"]]


def test_what_a_tab_held_is_gone(google, book):
    book.write("Status", [["one", "two", "three"], ["four"], ["five"]])
    book.write("Status", [["mended"]])
    assert book.tabs()["Status"] == [["mended"]]
    book.write("Status", [])
    assert book.tabs()["Status"] == []


def test_text_that_looks_like_a_formula_stays_text(google, book):
    book.write("Status", [['=IMPORTXML("https://example.com")', "+1 555 010 0142", "240"]])
    assert book.tabs()["Status"] == [['=IMPORTXML("https://example.com")', "+1 555 010 0142", "240"]]


@pytest.mark.parametrize(("rows", "columns"), [(1100, 1), (2, 30)], ids=["longer", "wider"])
def test_a_tab_grows_when_it_is_too_small(book, rows, columns):
    book.write("Status", [["short"]])
    book.write("status", [["line"] * columns] * rows)
    assert len(book.tabs()["Status"]) == rows
    assert len(book.tabs()["Status"][0]) == columns


def test_nothing_to_write_makes_nothing(google, book):
    seen = calls(google)
    book.write("Status", [])
    assert seen == ["GET"]


def test_a_read_is_tried_three_times(google, book, pauses):
    refuse(google, ["GET", "GET"], status=429)
    assert list(book.tabs()) == ["Massages", "Membership Tiers"]
    assert pauses == [0.5, 2.0]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_read_that_keeps_failing_is_trouble_for_now(google, book, pauses, status):
    misbehave(google, error_rate=1, status=status)
    with pytest.raises(VendorUnavailable, match=f"answered {status}"):
        book.tabs()
    assert len(pauses) == 2


def test_a_second_read_that_fails_is_tried_again_too(google, book, pauses):
    seen = calls(google)
    refuse(google, ["GET"])
    book.write("Massages", [["x"]])
    assert seen == ["GET", "GET", "GET", "PUT"]
    assert pauses == [0.5]


@pytest.mark.parametrize(("verb", "tab"), [("POST", "Status"), ("PUT", "Massages")])
def test_a_write_that_fails_is_not_repeated_and_its_outcome_is_unknown(google, book, verb, tab):
    seen = calls(google)
    refuse(google, [verb])
    with pytest.raises(OutcomeUnknown, match="answered 503"):
        book.write(tab, [["x"]])
    assert seen.count(verb) == 1
    book.write(tab, [["x"]])
    assert book.tabs()[tab] == [["x"]]


def test_a_write_beyond_the_quota_was_surely_not_done(google, book):
    refuse(google, ["PUT"], status=429)
    with pytest.raises(VendorUnavailable, match="answered 429"):
        book.write("Massages", [["x"]])


def test_a_lost_answer_to_a_read_is_trouble_for_now(google, book):
    misbehave(google, drop_rate=1)
    with pytest.raises(VendorUnavailable, match="ConnectionError"):
        book.tabs()


def test_a_slow_google_ends_by_time_out(google, pauses):
    hasty = GoogleWorkbook(spreadsheet_id=WORKBOOK, api_base=google.url, timeout=0.05, pause=pauses.append)
    misbehave(google, latency_ms=300)
    with pytest.raises(VendorUnavailable, match="Timeout"):
        hasty.tabs()
    assert len(pauses) == 2


def test_a_workbook_that_is_not_shared_with_us_is_refused_at_once(google, pauses):
    stranger = GoogleWorkbook(spreadsheet_id="nothing", api_base=google.url, pause=pauses.append)
    with pytest.raises(VendorRefused, match="answered 404"):
        stranger.tabs()
    assert pauses == []


def test_an_answer_that_is_no_object_is_trouble_for_now(google, book):
    google.app.before_request_funcs[None].append(lambda: ("maintenance", 200))
    with pytest.raises(VendorUnavailable, match="JSONDecodeError"):
        book.tabs()


def test_keys_that_can_t_be_had_are_asked_for_on_first_use_and_are_trouble_for_now(pauses):
    def no_keys():
        raise DefaultCredentialsError

    book = GoogleWorkbook(spreadsheet_id=WORKBOOK, credentials=no_keys, pause=pauses.append)
    with pytest.raises(VendorUnavailable, match="DefaultCredentialsError"):
        book.tabs()
