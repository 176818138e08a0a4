"""Callers who hold places by phone, in a process of their own: `python -m tests.load.phone <clients>`, bodies on stdin.

Under every hold lies a floor, measured in the same run: a bare function that inserts the same rows in one statement.
"""

import dataclasses
import itertools
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import requests

from infra.local.home import ROOT
from infra.local.listed import sizes
from infra.local.ports import answers, free_port
from infra.local.waiting import holds_within
from shared_lib.kernel.adapters.database import Database
from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
from tests.load.clients import TIME_IS_UP
from tests.load.figures import NotMeasuredError

if TYPE_CHECKING:
    from flask import Request

    from tests.e2e.whole.system import WholeSystem
    from tests.load.busy_spa import BusySystem

FUNCTION, ACTIONS = "hook_atlas", "/api/atlas/actions"
DAYS = 60
"""So many days are opened to everybody, and their gaps between two bookings are what the callers want."""
AT_ONE_TIME = 5
"""So many callers want the same time; seven rooms are free."""
GUEST = {"name": "Ada Example", "email": "ada@example.com"}
PATIENCE = 60
SECONDS = 90
"""How long the callers of a measure go on: what was measured until then is told."""


Done = dict[str, Any]


def holds(system: "BusySystem", *, clients: int, calls: int) -> Iterator[tuple[str, Done]]:
    """Measure holds by phone, at the function itself and by the front door; yield each with its name."""
    _open_to_everybody(system)
    bodies = _bodies(system, 2 * calls)
    secret = str(system.facts["secrets"]["atlas"])
    ports = {"by phone": system.functions._ports[FUNCTION], "by phone, by the front door": _port_of(system.url)}
    for name, port in ports.items():
        yield name, _load(port, f"{ACTIONS}/book_appointment", secret, list(itertools.islice(bodies, calls)), clients)


def snapshot(system: "BusySystem", *, clients: int, calls: int) -> Done:
    """Measure what lies under every hold: the same rows, inserted by a bare function."""
    with _bare_function(system) as port:
        return _load(port, "/", str(system.facts["secrets"]["atlas"]), [{} for _ in range(calls)], clients)


def _open_to_everybody(system: "BusySystem") -> None:
    """Publish a price book by which guests without membership book as far ahead as is measured."""
    books, spa = PostgresPriceBooks(system.database), str(system.facts["spa_id"])
    book = books.current(spa)
    tiers = tuple(dataclasses.replace(tier, days_ahead=max(tier.days_ahead, DAYS)) for tier in book.tiers)
    books.publish(spa, dataclasses.replace(book, tiers=tiers), now=system.clock())


def _bodies(system: "BusySystem", count: int) -> Iterator[Mapping[str, Any]]:
    """Return what so many callers send, each in a call of their own."""
    slots = [slot for day in range(1, DAYS) for slot in _slots(system, system.clock() + timedelta(days=day))]
    wanted = slots * AT_ONE_TIME
    random.shuffle(wanted)
    if len(wanted) < count:
        raise NotMeasuredError(f"only {len(wanted)} places are free for {count} callers")
    return iter([_body(number, {"slot": slot} | GUEST) for number, slot in enumerate(wanted)])


def ask(system: "WholeSystem", when: str, **more: object) -> list[dict[str, str]]:
    """Ask for free times and return the slots."""
    body = _body(0, {"treatment": "reflexology", "when": when} | more)
    headers = {"Authorization": f"Bearer {system.facts['secrets']['atlas']}"}
    url = f"{system.url}{ACTIONS}/check_availability"
    slots: list[dict[str, str]] = requests.post(url, json=body, headers=headers, timeout=PATIENCE).json()["slots"]
    return slots


def _slots(system: "BusySystem", day: datetime) -> list[str]:
    """Return what is free on a day, at starts that are not in each other's way."""
    apart: dict[int, str] = {}
    for slot in ask(system, f"{day:%Y-%m-%d}", limit=200):
        apart.setdefault(int(datetime.fromisoformat(slot["starts_at"]).timestamp()) // 3600, slot["slot"])
    return list(apart.values())


def _body(number: int, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "callId": f"call-{uuid4()}",
        "campaignId": "bench",
        "customerPhoneNumber": f"+1 555 {number:07}",
        "customerName": "",
        "parameters": parameters,
    }


def _port_of(url: str) -> int:
    return int(url.rpartition(":")[2])


def _load(port: int, path: str, secret: str, bodies: list[Mapping[str, Any]], clients: int) -> dict[str, Any]:
    told = json.dumps({"port": port, "path": path, "secret": secret, "bodies": bodies})
    words = [sys.executable, "-m", "tests.load.phone", str(clients)]
    done = subprocess.run(words, cwd=ROOT, input=told, capture_output=True, check=True, text=True, timeout=600)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


class Caller:
    """One client on one connection."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._connection = HTTPConnection("127.0.0.1", told["port"], timeout=PATIENCE)
        self._path = told["path"]
        self._headers = {"Authorization": f"Bearer {told['secret']}", "Content-Type": "application/json"}
        self.milliseconds: list[float] = []
        self.outcomes: Counter[str] = Counter()

    def send(self, body: Mapping[str, Any]) -> None:
        text = json.dumps(body)
        begin = time.perf_counter()
        self._connection.request("POST", self._path, text, self._headers)
        answer = self._connection.getresponse()
        said = json.loads(answer.read())
        self.milliseconds.append(1000 * (time.perf_counter() - begin))
        self.outcomes["held" if said.get("ok") else said.get("code", str(answer.status))] += 1


def run(told: Mapping[str, Any], clients: int) -> dict[str, Any]:
    """Let all begin together and share the bodies among them."""
    callers, bodies = [Caller(told) for _ in range(clients)], iter(told["bodies"])
    start, turn = threading.Barrier(clients), threading.Lock()
    until = time.perf_counter() + SECONDS

    def work(caller: Caller) -> None:
        start.wait(PATIENCE)
        while time.perf_counter() < until:
            with turn:
                body = next(bodies, None)
            if body is None:
                return
            caller.send(body)

    begin = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(work, callers))
    return {
        "calls": len(told["bodies"]),
        "ended": [TIME_IS_UP] if next(bodies, None) else [],
        "seconds": time.perf_counter() - begin,
        "milliseconds": [each for caller in callers for each in caller.milliseconds],
        "outcomes": sum((caller.outcomes for caller in callers), Counter[str]()),
    }


@contextmanager
def _bare_function(system: "BusySystem") -> Iterator[int]:
    """Run the bare function as the real ones are run, with the threads and connections of hook_atlas."""
    port = free_port()
    words = [str(Path(sys.executable).parent / "functions-framework"), "--target", "bare", "--source", __file__]
    told = {"PYTHONPATH": str(ROOT), "DATABASE_URL": str(system.facts["database_url"])} | sizes(FUNCTION)
    with subprocess.Popen(
        [*words, "--host", "127.0.0.1", "--port", str(port)], env=os.environ | told, stderr=subprocess.DEVNULL
    ) as process:
        try:
            if not holds_within(PATIENCE, lambda: answers(port)):
                raise RuntimeError("the bare function did not start")
            yield port
        finally:
            process.terminate()


ROWS = """
with booking as (
  insert into coresync.bookings (
    id, reference, spa_id, status, starts_at, ends_at, held_until, contact, email_hash, tier, party, source,
    idempotency_key, price_book_version, net_cents, tax_cents, total_cents, policy, atlas_call_id, created_at,
    updated_at)
  values (
    %(id)s, 'CS-2026-' || lpad(nextval('coresync.booking_reference')::text, 6, '0'), 'new-york', 'held', %(begins)s,
    %(ends)s, %(until)s, %(contact)s, %(hash)s, 'Non-Member', 1, 'phone', %(key)s, 1, 11500, 518, 12018, '{}', %(key)s,
    %(now)s, %(now)s)
  returning id, reference
), visit as (
  insert into coresync.booking_visits (booking_id, number, guest, starts_at, ends_at)
  select id, 1, 1, %(begins)s, %(ends)s from booking
), places as (
  insert into coresync.booking_resources (booking_id, resource_kind, resource_id, occupied, visit)
  select id, kind, number, tstzrange(%(begins)s, %(ends)s), 1
    from booking, (values ('room', %(room)s::int), ('technician', %(technician)s::int)) as place (kind, number)
  on conflict do nothing
), line as (
  insert into coresync.booking_lines (
    booking_id, position, kind, item_id, name, minutes, list_cents, price_cents, tax_class, tax_rate, tax_cents, visit)
  select id, 1, 'treatment', 'reflexology', 'Reflexology', 30, 11500, 11500, 'personal_service', 4500, 518, 1
    from booking
), told as (
  insert into coresync.outbox (event_id, type, booking_id, version, body, created_at)
  select %(event)s, 'booking.held', id, 1, '{}', %(now)s from booking
), noted as (
  insert into coresync.audit_log (at, actor, action, booking_id, detail)
  select %(now)s, 'phone', 'booking.held', id, '{}' from booking
)
select reference from booking
"""
_numbers = itertools.count()


@cache
def _database() -> Database:
    return Database(os.environ["DATABASE_URL"], max_connections=int(os.environ["DATABASE_POOL_MAX"]))


def bare(request: "Request") -> str:
    """Insert the rows of one booking, in a time that nobody else wants."""
    body = json.loads(request.get_data())
    now, number = datetime.now(UTC), next(_numbers)
    begins = now + timedelta(days=5000, hours=number)
    row = {
        "id": uuid4(),
        "event": uuid4(),
        "key": str(uuid4()),
        "begins": begins,
        "ends": begins + timedelta(minutes=40),
        "until": now + timedelta(minutes=30),
        "now": now,
        "contact": bytes(150),
        "hash": bytes(32),
        "room": number % 7 + 1,
        "technician": number % 20 + 1,
    }
    [made] = _database().rows(ROWS, row)
    return json.dumps({"ok": True, "reference": made["reference"], **body})


if __name__ == "__main__":
    print(json.dumps(run(json.loads(sys.stdin.read()), int(sys.argv[1]))))
