"""What lies under every hold: a bare function, which inserts the same rows in one statement and knows no rule."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from infra.local.home import ROOT
from infra.local.listed import sizes
from infra.local.ports import answers, free_port
from infra.local.waiting import holds_within
from shared_lib.kernel.adapters.database import Database
from tests.load.phone import FUNCTION, PATIENCE, Done, call_at_once

if TYPE_CHECKING:
    from flask import Request

    from tests.load.busy_spa import BusySystem


def floor(system: "BusySystem", *, clients: int, calls: int) -> Done:
    """Measure the bare function, with the processes, threads and connections of hook_atlas."""
    with _bare_function(system) as port:
        bodies = [{"number": number} for number in range(calls)]
        return call_at_once(port, "/", str(system.facts["secrets"]["atlas"]), bodies, clients)


@contextmanager
def _bare_function(system: "BusySystem") -> Iterator[int]:
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


@cache
def _database() -> Database:
    return Database(os.environ["DATABASE_URL"], max_connections=int(os.environ["DATABASE_POOL_MAX"]))


def bare(request: "Request") -> str:
    """Insert the rows of one booking, in a time that nobody else wants."""
    number = int(json.loads(request.get_data())["number"])
    now = datetime.now(UTC)
    begins = datetime(2100, 1, 1, tzinfo=UTC) + timedelta(hours=number)
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
    return json.dumps({"ok": True, "reference": made["reference"]})
