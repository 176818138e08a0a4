"""What the owner types into the sheets stand-in calls CoreSync, as the owner's script would."""

import hashlib
import hmac
import http.server
import json
import threading
import time
from datetime import UTC, datetime

import pytest
import requests

from infra.local.stand_ins.google.errors import GoogleError
from infra.local.stand_ins.sheets import SheetsStandIn
from tests.pricing.sheets.conftest import TABS, WORKBOOK

NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)


@pytest.fixture
def calls():
    return []


@pytest.fixture
def hook_url(calls):
    answers = iter([500])

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            calls.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(next(answers, 204))
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api/sheets/edited"
        server.shutdown()


@pytest.fixture
def google(hook_url):
    with SheetsStandIn(hook_url=hook_url, hook_secret="secret", clock=lambda: NOW) as stand_in:
        stand_in.create_workbook(WORKBOOK, "Prices", TABS)
        yield stand_in


def wait_for(calls, count):
    patience = time.monotonic() + 10
    while len(calls) < count and time.monotonic() < patience:
        time.sleep(0.01)
    assert len(calls) == count


def test_an_edit_by_hand_calls_with_a_signature_until_it_is_heard(google, calls):
    google.edit_cell(WORKBOOK, "Massages", "C3", "$1,180")
    wait_for(calls, 2)
    assert calls[0][1] == calls[1][1]
    headers, body = calls[1]
    edit = {"spreadsheetId": WORKBOOK, "tab": "Massages", "range": "C3", "at": "2026-11-25T15:00:00+00:00"}
    assert json.loads(body) == edit
    stamp, signature = (part.partition("=")[2] for part in headers["X-Sheet-Signature"].split(","))
    assert signature == hmac.new(b"secret", f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    assert abs(int(stamp) - time.time()) < 60


def test_writes_by_the_api_do_not_call(google, client, calls):
    client.open_by_key(WORKBOOK).worksheet("Massages").update([["x"]], "A9")
    google.edit_cell(WORKBOOK, "Massages", "C3", "250")
    wait_for(calls, 2)
    assert {json.loads(body)["range"] for _, body in calls} == {"C3"}


def test_the_console_shows_and_edits_tabs(google, client, calls):
    assert requests.get(f"{google.url}/_sheets", timeout=5).json() == list(TABS)
    tiers = f"{google.url}/_sheets/Membership Tiers"
    assert requests.get(tiers, timeout=5).json()["rows"][1] == ["Base", "$375.00"]
    edited = requests.put(tiers, json={"cell": "B2", "value": "$400"}, timeout=5).json()
    rows = [["Tier", "Monthly Price"], ["Base", "$400"]]
    assert edited == {"tab": "Membership Tiers", "rows": rows, "hidden": [], "merges": []}
    stored = client.open_by_key(WORKBOOK).worksheet("Membership Tiers").acell("B2", "UNFORMATTED_VALUE")
    assert stored.value == 400
    wait_for(calls, 2)


def test_another_workbook_is_shown_when_it_is_named(google):
    google.create_workbook("queue", "Transactions", {"Pending": [["id"]]})
    assert requests.get(f"{google.url}/_sheets?spreadsheet=queue", timeout=5).json() == ["Pending"]
    assert requests.get(f"{google.url}/_sheets?spreadsheet=nothing", timeout=5).status_code == 404


@pytest.mark.parametrize(
    ("tab", "edit", "status"),
    [
        ("Nope", {"cell": "A1", "value": "x"}, 404),
        ("Massages", {"cell": "A1:B2", "value": "x"}, 400),
        ("Massages", {"cell": "tall", "value": "x"}, 400),
        ("Massages", {"cell": "A1001", "value": "x"}, 400),
        ("Massages", {"cell": "A1", "value": 5}, 400),
        ("Massages", {"cell": "A1"}, 400),
        ("Massages", ["A1"], 400),
    ],
)
def test_an_edit_that_can_t_be_is_refused_and_calls_nobody(google, calls, tab, edit, status):
    assert requests.put(f"{google.url}/_sheets/{tab}", json=edit, timeout=5).status_code == status
    assert calls == []


def test_an_edit_of_an_unknown_workbook_is_an_error(google):
    with pytest.raises(GoogleError):
        google.edit_cell("nothing", "Massages", "A1", "x")
