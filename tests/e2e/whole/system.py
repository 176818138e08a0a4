"""The whole local system for proofs: its limits raised by settings, its clock, its silences and its locks."""

import dataclasses
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import requests

from infra.deploy.scheduler import connect
from infra.local.cloud_services import CloudService
from infra.local.emulators import Emulator
from infra.local.environment import REGION, Surroundings
from infra.local.home import Home
from infra.local.progress import Silence
from infra.local.stack import Stack
from infra.local.stand_ins.stand_in import StandIn
from infra.local.waiting import holds_within
from shared_lib.kernel.adapters.database import Database, Row

RAISED = {
    "RATE_SESSION_MESSAGES_PER_MINUTE": "1000000",
    "RATE_ADDRESS_MESSAGES_PER_MINUTE": "1000000",
    "RATE_BOOKING_ATTEMPTS_PER_HOUR": "1000000",
    "RATE_ADDRESS_BOOKING_ATTEMPTS_PER_HOUR": "1000000",
    "UNPAID_HOLDS_PER_SESSION": "1000000",
    "UNPAID_HOLDS_PER_CONTACT": "1000000",
    "UNPAID_HOLDS_PER_ADDRESS": "1000000",
    "RATE_CALL_ACTIONS_PER_MINUTE": "1000000",
    "RATE_CALLER_BOOKINGS_PER_HOUR": "1000000",
    "RATE_CAMPAIGN_ACTIONS_PER_MINUTE": "1000000",
    "MAILS_OF_A_KIND_PER_HOUR": "1000000",
}
WEDNESDAY = "2026-11-25T10:00:00-05:00"
PATIENCE = 60
"""Seconds for a call: a function may have to start first."""


@dataclasses.dataclass(frozen=True)
class RaisedSurroundings(Surroundings):
    """Fifty guests come from one address here."""

    def settings(self) -> dict[str, str]:
        return super().settings() | RAISED


class WholeSystem(Stack):
    """A stack of its own, so that what it holds at the end can be audited."""

    def __init__(self, home: Home) -> None:
        super().__init__(home, port=0, progress=Silence(), durable=False)
        self.sent_twice: set[str] = set()
        """Bookings of which a mail may have gone twice, because nobody could know what became of the first."""

    @property
    def postgres_log(self) -> Path:
        return self._postgres.log

    @property
    def system(self) -> Surroundings:
        return RaisedSurroundings(**vars(super().system))

    @cached_property
    def database(self) -> Database:
        return Database(self.facts["database_url"])

    def rows(self, query: LiteralString, *parameters: object) -> list[Row]:
        return self.database.rows(query, parameters)

    def vendor(self, name: str) -> StandIn:
        return next(vendor for vendor in self.system.vendors if vendor.name == name)

    def move_clock(self, **move: object) -> None:
        """Move business time by `advance` seconds, or `at` an RFC 3339 time."""
        requests.post(f"{self.url}/console/api/clock", json=move, timeout=PATIENCE).raise_for_status()

    def run_job(self, name: str) -> requests.Response:
        return requests.post(f"{self.url}/jobs/{name}", timeout=PATIENCE)

    @contextmanager
    def paused(self, job: str) -> Iterator[None]:
        """Keep Cloud Scheduler from running a job of scheduler.yaml for a while, from the end of a run on."""
        with connect(self.system.vendors.scheduler.address) as client:
            client.pause_job(name=f"{REGION}/jobs/{job}")
            try:
                assert holds_within(PATIENCE, lambda: not self._running(job))
                yield
            finally:
                client.resume_job(name=f"{REGION}/jobs/{job}")

    def _running(self, job: str) -> int:
        return next(known["running"] for known in self.state("scheduler")["jobs"] if known["name"] == job)

    def control(self, vendor: str, path: str, body: object = None) -> None:
        """Ask a stand-in to do something that its vendor would do."""
        requests.post(f"{self.vendor(vendor).url}/{path}", json=body, timeout=PATIENCE).raise_for_status()

    @contextmanager
    def faults(self, vendor: str, **faults: object) -> Iterator[None]:
        """Let a vendor misbehave for a while."""
        self.control(vendor, "_faults", faults)
        try:
            yield
        finally:
            self.control(vendor, "_faults", {})

    @contextmanager
    def silent(self, *services: CloudService) -> Iterator[None]:
        """Stop services as a hanging network does: they take calls and never answer."""
        for service in services:
            _fall_silent(service)
        try:
            yield
        finally:
            for service in services:
                _speak_again(service)

    @property
    def firestore(self) -> CloudService:
        return self._cloud.firestore

    @property
    def pubsub(self) -> CloudService:
        return self._cloud.pubsub

    @contextmanager
    def locked(self, table: str) -> Iterator[Callable[[], None]]:
        """Keep everybody from writing to a table of ours until the end, or until the given function is called."""
        with psycopg.connect(self.facts["database_url"]) as connection:
            connection.execute(f"lock table coresync.{table} in exclusive mode".encode())
            yield connection.rollback

    def somebody_waits_for(self, table: str) -> bool:
        waiting: LiteralString = "select from pg_locks where not granted and relation = %s::regclass"
        return holds_within(PATIENCE, lambda: bool(self.rows(waiting, f"coresync.{table}")))

    def deadlocks(self) -> int:
        """Return how many deadlocks PostgreSQL has seen, by its counter and by its log."""
        counted = self.rows("select deadlocks from pg_stat_database where datname = current_database()")
        log = self.postgres_log
        said = log.read_text(errors="replace").count("deadlock detected") if log.exists() else 0
        return max(int(counted[0]["deadlocks"]), said)

    def state(self, vendor: str) -> dict[str, Any]:
        return self.vendor(vendor).state()


def _fall_silent(service: CloudService) -> None:
    if isinstance(service, Emulator):
        assert service._child
        os.kill(service._child.pid, signal.SIGSTOP)
    else:
        requests.post(f"{service.url}/_faults", json={"latency_ms": 3_600_000}, timeout=PATIENCE).raise_for_status()


def _speak_again(service: CloudService) -> None:
    if isinstance(service, Emulator):
        assert service._child
        os.kill(service._child.pid, signal.SIGCONT)
    else:
        requests.delete(f"{service.url}/_faults", timeout=PATIENCE).raise_for_status()
