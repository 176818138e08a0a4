"""What is measured on a system that runs."""

import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import requests

from infra.local.environment import BOOKING_TOPIC, PROJECT, SPA_ID
from infra.local.home import ROOT
from infra.local.waiting import holds_within
from shared_lib.availability.adapters.postgres import PostgresSnapshotReader
from shared_lib.availability.search import AvailabilityContext, find_times
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.adapters.spas import PostgresSpas
from shared_lib.pricing.adapters.postgres import PostgresPriceBooks
from shared_lib.web.pushes import TOKEN
from tests.booking_requests import request_for
from tests.e2e.whole.guest import Guest
from tests.e2e.whole.system import WholeSystem
from tests.load.phone import ask

PATIENCE = 120
WISH = "deep tissue massage tomorrow"


def load(system: WholeSystem, kind: str, *, clients: int, calls: int) -> dict[str, Any]:
    """Let clients talk to the chat from a process of their own."""
    words = [sys.executable, "-m", "tests.load.clients", str(system.url.rpartition(":")[2]), kind]
    done = subprocess.run([*words, str(clients), str(calls)], cwd=ROOT, capture_output=True, check=True, timeout=600)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def free_places(system: WholeSystem) -> None:
    """End every hold, so that the next measure finds the places that the one before it took."""
    system.database.run("update coresync.bookings set status = 'expired' where status in ('held', 'paying')")


def searches(database: Database, days: int, *, times: int, now: datetime, ahead: int = 1) -> list[float]:
    """Search so many days in process, from so many days ahead, through the use case; return milliseconds."""
    spa = PostgresSpas(database).get(SPA_ID)
    context = AvailabilityContext(spa, PostgresSnapshotReader(database), PostgresPriceBooks(database))
    begins = now + timedelta(days=ahead)
    request = request_for("deep-tissue-massage", ((begins, begins + timedelta(days=days)),), tier="Premium")

    def search() -> None:
        assert find_times(request, context=context, now=now).slots

    return [1000 * seconds(search) for _ in range(times)]


def turns_that_search(system: WholeSystem, *, times: int) -> list[float]:
    """Ask the chat for a day, as the first words of a guest, and return milliseconds."""
    return [1000 * seconds(lambda: Guest(system).say(WISH)) for _ in range(times)]


def seconds(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def starts(system: WholeSystem, name: str, *, times: int) -> list[float]:
    """Kill a function and ask it something real, again and again; return seconds until its first answers."""
    ask = _questions(system)[name]

    def once() -> float:
        system.functions.kill(name)
        return seconds(ask)

    return [once() for _ in range(times)]


def _questions(system: WholeSystem) -> dict[str, Callable[[], object]]:
    """Return for each function a request that makes it work, or where only a vendor can, one that it refuses."""
    names = sorted(folder.parent.name for folder in (ROOT / "functions").glob("*/main.py"))
    special: dict[str, Callable[[], object]] = {
        "api_chat": lambda: Guest(system).say(WISH),
        "hook_atlas": lambda: ask(system, "tomorrow afternoon"),
        "page_account": lambda: _get(f"{system.url}/account/sign-in"),
        "page_pay": lambda: _get(_payer(system).payment_url),
        "page_website": lambda: _get(f"{system.url}/"),
        "hook_stripe": lambda: system.control("stripe", f"_events/{_stripe_event(system)}/deliver"),
    }
    return {name: special.get(name) or (lambda name=name: _knock(system, name)) for name in names}  # type: ignore[misc]


def _get(url: str) -> None:
    requests.get(url, timeout=PATIENCE).raise_for_status()


@cache
def _payer(system: WholeSystem) -> Guest:
    """Return a guest who has paid."""
    guest = Guest(system)
    guest.books(WISH)
    return guest


def _stripe_event(system: WholeSystem) -> str:
    _payer(system)
    events = system.state("stripe")["events"]
    return str(next(event["id"] for event in events if event["type"] == "checkout.session.completed"))


def _knock(system: WholeSystem, name: str) -> None:
    kind, _, rest = name.partition("_")
    path = {
        "job": f"/jobs/{name}",
        "task": f"/tasks/{name}?{TOKEN}={system.facts['secrets']['push']}",
        "on": f"/events/{name}/projects/{PROJECT}/topics/{BOOKING_TOPIC}?{TOKEN}={system.facts['secrets']['push']}",
        "hook": f"/api/{rest}/events" if rest != "sheets" else "/api/sheets/changes",
    }[kind]
    body = _event(system) if kind == "on" else {}
    answer = requests.post(f"{system.url}{path}", json=body, timeout=PATIENCE)
    assert answer.ok or kind == "hook", answer.text


def _event(system: WholeSystem) -> dict[str, Any]:
    """Return a delivery that has been dealt with before."""
    _payer(system)
    confirmed = "select * from coresync.outbox where type = 'booking.confirmed' order by id limit 1"
    [row] = system.rows(confirmed)
    attributes = {name: str(row[name]) for name in ("event_id", "type", "booking_id", "version")}
    message = {
        "attributes": attributes,
        "data": "e30=",
        "messageId": str(uuid4()),
        "publishTime": "2026-01-01T00:00:00Z",
    }
    return {"message": message, "subscription": f"projects/{PROJECT}/subscriptions/bench"}


def mails(system: WholeSystem, *, guests: int, seconds: float = 300) -> list[float]:
    """Let guests pay one after another, for so many seconds at most.

    Return milliseconds between the commit and SendGrid having the mail.
    """
    delays: list[float] = []
    until = time.perf_counter() + seconds
    while len(delays) < guests and time.perf_counter() < until:
        booking = Guest(system).books(WISH)
        log = "select id::text from coresync.email_log where booking_id = %s::uuid"
        assert holds_within(PATIENCE, lambda: bool(_mail(system, log, booking)))  # noqa: B023 -- called here
        [confirmed] = system.rows(
            "select created_at from coresync.outbox where booking_id = %s::uuid and type = 'booking.confirmed'", booking
        )
        left = datetime.fromisoformat(str(_mail(system, log, booking)))
        delays.append((left - confirmed["created_at"]).total_seconds() * 1000)
    return delays


def _mail(system: WholeSystem, log: Any, booking: str) -> str | None:
    known = {row["id"] for row in system.rows(log, booking)}
    sent = system.state("sendgrid").get("mails", [])
    return next((mail["at"] for mail in sent if mail["custom_args"]["message_id"] in known), None)


def memory(system: WholeSystem, name: str) -> float:
    """Return the megabytes that a function's processes hold for themselves and their share of the rest."""
    pages = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in _group(system.functions.pid(name) or 0)]
    return sum(_kilobytes("Pss", text) for text in pages) / 1024


def peak_memory(system: WholeSystem, name: str) -> float:
    """Return the megabytes that they held at most: what they hold, and what each has given back since it began."""
    told = [Path(f"/proc/{pid}/status").read_text() for pid in _group(system.functions.pid(name) or 0)]
    return memory(system, name) + sum(given_back(text) for text in told)


def given_back(status: str) -> float:
    """Return by how many megabytes a process once was larger, of its /proc/<pid>/status."""
    return max(0, _kilobytes("VmHWM", status) - _kilobytes("VmRSS", status)) / 1024


def _kilobytes(name: str, text: str) -> int:
    return int(re.findall(rf"^{name}:\s+(\d+)", text, re.MULTILINE)[0])


def _group(leader: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "-g", str(leader)], capture_output=True, text=True, check=True)
    return [int(pid) for pid in found.stdout.split()]


@contextmanager
def statements_logged(system: WholeSystem) -> Iterator[list[float]]:
    """Let PostgreSQL log how long each statement takes; the list is filled at the end, in milliseconds."""
    log, durations = system.postgres_log, list[float]()
    begin = log.stat().st_size
    _log_statements_of(system, "0")
    yield durations
    _log_statements_of(system, "-1")
    durations += _statements(log.read_bytes()[begin:].decode(errors="replace"))


def _log_statements_of(system: WholeSystem, at_least: str) -> None:
    with psycopg.connect(system.facts["database_url"], autocommit=True) as connection:
        connection.execute(f"alter system set log_min_duration_statement = {at_least}".encode())
        connection.execute("select pg_reload_conf()")


_STEP = re.compile(r"\[(\d+)\].*duration: ([\d.]+) ms\s+(parse|bind|execute|statement)")


def _statements(log: str) -> list[float]:
    """Add up what parsing, planning and running took, for each statement of each connection."""
    begun: defaultdict[str, float] = defaultdict(float)
    whole = []
    for pid, duration, step in _STEP.findall(log):
        begun[pid] += float(duration)
        if step in {"execute", "statement"}:
            whole.append(begun.pop(pid))
    return whole
