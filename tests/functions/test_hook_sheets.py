import dataclasses
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from flask import Flask, Response, request
from werkzeug.serving import make_server

from functions.hook_sheets import main as hook
from functions.job_publish_prices import main as job
from infra.local.demo import SPA_ID, TITLE, load_demo, workbook
from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.sheets import SheetsStandIn
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.adapters.spas import PostgresSpas
from shared_lib.kernel.clock import real_now
from shared_lib.kernel.spa import Spa
from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
from shared_lib.pricing.adapters.resources import PostgresResources
from shared_lib.pricing.adapters.sheets import GoogleWorkbook
from shared_lib.pricing.price_book import NON_MEMBER
from shared_lib.pricing.reading import read
from shared_lib.pricing.resources import ResourceNames
from shared_lib.web.signatures import TimedSignature
from tests.manager_alerts import AlertsAtHand
from tests.webhooks import InboxAtHand, PayloadsAtHand

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
HOOK = "/api/sheets/changes"
SECRET = "the script's secret"
BODY = json.dumps({"spreadsheetId": "prices", "tab": "Massages", "range": "C2"}).encode()


class Doors:
    """The hook and the poll on a port, the owner's workbook in the stand-in, and the published versions."""

    def __init__(self, database: Database):
        self.app = Flask("doors")
        self.app.add_url_rule(HOOK, "hook", lambda: hook.hook_sheets(request), methods=["POST"])
        self.app.add_url_rule("/job", "job", lambda: job.job_publish_prices(request), methods=["POST"])
        self.client = self.app.test_client()
        self.server = make_server("127.0.0.1", 0, self.app, threaded=True)
        self.sheets = SheetsStandIn(hook_url=f"http://127.0.0.1:{self.server.port}{HOOK}", hook_secret=SECRET)
        self.books = PostgresPriceBooks(database)
        self.signature = TimedSignature(SECRET)
        self.deps = SimpleNamespace(
            spa=PostgresSpas(database).get(SPA_ID),
            price_books=self.books,
            resources=PostgresResources(database),
            clock=lambda: NOW,
            sheets_signature=self.signature,
            inbox=InboxAtHand(),
            webhook_payloads=PayloadsAtHand(),
            manager_alerts=AlertsAtHand(),
        )

    def start(self) -> None:
        self.sheets.start()
        self.sheets.create_workbook("prices", TITLE, workbook())
        self.deps.workbook = GoogleWorkbook(
            spreadsheet_id="prices", api_base=self.sheets.url, pause=lambda seconds: None
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.sheets.stop()
        self.close_hook()

    def close_hook(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def call(self) -> int:
        header = {"X-Sheet-Signature": self.signature.sign(BODY)}
        return self.client.post(HOOK, data=BODY, headers=header).status_code

    def price(self) -> int:
        return self.books.current(SPA_ID).treatment("swedish-massage").prices[NON_MEMBER]

    def status(self) -> list[object]:
        return [cell for row in self.deps.workbook.tabs()["Status"] for cell in row]


@pytest.fixture
def doors(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doors]:
    database = Database(database_url)
    load_demo(database, now=NOW)
    doors = Doors(database)
    for door in (hook, job):
        monkeypatch.setattr(door, "services", lambda: doors.deps)
    doors.start()
    yield doors
    doors.stop()
    database.close()


def test_a_price_that_the_owner_types_is_in_force_by_the_hook(doors, eventually):
    doors.sheets.edit_cell("prices", "Massages", "C2", "$185.50")
    eventually(lambda: doors.price() == 18_550)
    eventually(lambda: "2" in doors.status())


def test_a_cell_that_can_not_be_read_is_told_in_the_workbook(doors, eventually):
    doors.sheets.edit_cell("prices", "Massages", "D7", "abc")
    eventually(lambda: "Massages!D7: 'abc' is not a price" in doors.status())
    assert doors.books.current(SPA_ID).version == 1


def test_what_the_stand_in_seeds_is_what_the_demo_published(doors):
    assert doors.call() == 204
    assert doors.books.current(SPA_ID).version == 1


def test_while_google_is_down_the_caller_is_asked_to_come_again(doors):
    doors.sheets.faults = Faults(error_rate=1.0)
    assert doors.call() == 503
    assert doors.price() == 18_000
    assert doors.deps.inbox.claimed == set()


def test_the_poll_publishes_what_the_hook_has_missed(doors):
    doors.close_hook()
    doors.sheets.edit_cell("prices", "Massages", "C2", "199")
    assert doors.client.post("/job").json == {"version": 2, "changed": True, "problems": 0, "waiting": 0}
    assert doors.client.post("/job").json == {"version": 2, "changed": False, "problems": 0, "waiting": 0}


class WorkbookAtHand:
    """A workbook that counts how often it is read."""

    def __init__(self):
        self.content = workbook()
        self.reads = 0

    def tabs(self):
        self.reads += 1
        return self.content

    def write(self, tab, rows):
        self.content[tab] = rows


class FirstVersion:
    """Price books that know one version."""

    def current(self, _spa_id):
        return dataclasses.replace(read(workbook()), version=1)

    def publish(self, spa_id, _book, *, now, after):  # the content is always the same
        return self.current(spa_id)


class NothingSetUp:
    """A spa of which nothing is known yet."""

    def names(self, _spa_id):
        return ResourceNames()


class Gate:
    """The hook alone: who is let in, and whether the workbook was read."""

    def __init__(self):
        self.workbook = WorkbookAtHand()
        self.signature = TimedSignature(SECRET)
        self.deps = SimpleNamespace(
            spa=Spa(SPA_ID, "CoreSync", "America/New_York"),
            price_books=FirstVersion(),
            resources=NothingSetUp(),
            workbook=self.workbook,
            clock=lambda: NOW,
            sheets_signature=self.signature,
            inbox=InboxAtHand(),
            webhook_payloads=PayloadsAtHand(),
            manager_alerts=AlertsAtHand(),
        )

    def call(self, header: str | None, body: bytes = BODY) -> Response:
        headers = {} if header is None else {"X-Sheet-Signature": header}
        with Flask("gate").test_request_context("/api/sheets/changes", method="POST", data=body, headers=headers):
            answer = hook.hook_sheets(request)
        assert isinstance(answer, Response)
        return answer


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    gate = Gate()
    monkeypatch.setattr(hook, "services", lambda: gate.deps)
    return gate


SNOWMAN = "\N{SNOWMAN}".encode().decode("latin-1")


@pytest.mark.parametrize(
    "header",
    [None, "", "t=,v1=", "t=1795340000", "v1=00", "nonsense", "t=soon,v1=00", f"t={SNOWMAN},v1={SNOWMAN}"],
)
def test_an_unsigned_call_is_refused_and_has_no_effect(gate, header):
    assert gate.call(header).status_code == 400
    assert gate.workbook.reads == 0


def test_a_call_signed_by_somebody_else_is_refused(gate):
    assert gate.call(TimedSignature("a guess").sign(BODY)).status_code == 400


def test_a_body_that_was_changed_on_the_way_is_refused(gate):
    assert gate.call(gate.signature.sign(BODY), BODY + b" ").status_code == 400


@pytest.mark.parametrize(("minutes", "status", "reads"), [(-6, 400, 0), (-4, 204, 1), (4, 204, 1), (6, 400, 0)])
def test_a_call_is_good_for_five_minutes_of_real_time(gate, minutes, status, reads):
    header = gate.signature.sign(BODY, at=real_now() + timedelta(minutes=minutes))
    assert (gate.call(header).status_code, gate.workbook.reads) == (status, reads)


def test_a_call_that_is_sent_again_within_its_five_minutes_reads_the_workbook_once(gate):
    header = gate.signature.sign(BODY)
    assert [gate.call(header).status_code for _ in range(5)] == [204] * 5
    assert gate.workbook.reads == 1


def test_the_same_call_may_be_written_in_no_other_way_to_be_read_again(gate):
    header = gate.signature.sign(BODY)
    stamp, digest = header.split(",")
    assert [gate.call(again).status_code for again in (header, f"{stamp}, {digest}", f"{digest},{stamp}")] == [204] * 3
    assert gate.workbook.reads == 1


def test_while_the_secret_changes_either_signature_will_do(gate):
    other = TimedSignature("the next secret").sign(BODY)
    assert gate.call(f"{gate.signature.sign(BODY)},{other.split(',')[1]}").status_code == 204


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff"])
def test_a_genuine_call_without_an_object_names_the_body(gate, body):
    answer = gate.call(gate.signature.sign(body), body)
    assert (answer.status_code, answer.json["field"]) == (400, "body")


def test_a_secret_that_is_missing_verifies_nothing():
    with pytest.raises(ValueError, match="needs a secret"):
        TimedSignature("")
