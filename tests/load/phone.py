"""Callers who hold places by phone, in a process of their own: `python -m tests.load.phone <clients>`."""

import dataclasses
import json
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import requests

from infra.local.home import ROOT
from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
from tests.load.clients import TIME_IS_UP
from tests.load.figures import NotMeasuredError

if TYPE_CHECKING:
    from tests.e2e.whole.system import WholeSystem
    from tests.load.busy_spa import BusySystem

FUNCTION, ACTIONS = "hook_atlas", "/api/atlas/actions"
DAYS = 85
"""So many days are opened to everybody, and their gaps between two bookings are what the callers want."""
PATIENCE = 60
SECONDS = 90
"""How long the callers of a measure go on: what was measured until then is told."""


Done = dict[str, Any]


def holds(system: "BusySystem", *, clients: int, calls: int, at_one_time: int = 1) -> Done:
    """Measure holds by phone at the front door: each caller has an e-mail of their own, so many want the same time."""
    open_to_everybody(system)
    bodies = _bodies(system, calls, at_one_time)
    secret = str(system.facts["secrets"]["atlas"])
    return call_at_once(_port_of(system.url), f"{ACTIONS}/book_appointment", secret, bodies, clients)


def open_to_everybody(system: "BusySystem") -> None:
    """Publish a price book by which guests without membership book as far ahead as is measured."""
    books, spa = PostgresPriceBooks(system.database), str(system.facts["spa_id"])
    book = books.current(spa)
    tiers = tuple(dataclasses.replace(tier, days_ahead=max(tier.days_ahead, DAYS)) for tier in book.tiers)
    books.publish(spa, dataclasses.replace(book, tiers=tiers), now=system.clock())


def _bodies(system: "BusySystem", count: int, at_one_time: int) -> list[Mapping[str, Any]]:
    """Return what so many callers send, each in a call of their own."""
    slots = [slot for day in range(1, DAYS) for slot in _slots(system, system.clock() + timedelta(days=day))]
    wanted = slots * at_one_time
    random.shuffle(wanted)
    if len(wanted) < count:
        raise NotMeasuredError(f"only {len(wanted)} places are free for {count} callers")
    return [_body(number, {"slot": slot} | _guest(number)) for number, slot in enumerate(wanted[:count])]


def _guest(number: int) -> dict[str, str]:
    return {"name": "Ada Example", "email": f"guest-{number}@example.com"}


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


def call_at_once(port: int, path: str, secret: str, bodies: Sequence[Mapping[str, Any]], clients: int) -> Done:
    """Let so many clients share the bodies among them; return what they measured."""
    told = json.dumps({"port": port, "path": path, "secret": secret, "bodies": list(bodies)})
    words = [sys.executable, "-m", "tests.load.phone", str(clients)]
    done = subprocess.run(words, cwd=ROOT, input=told, capture_output=True, check=True, text=True, timeout=600)
    measured: Done = json.loads(done.stdout)
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


if __name__ == "__main__":
    print(json.dumps(run(json.loads(sys.stdin.read()), int(sys.argv[1]))))
