"""A thousand reminders in one run: how long it takes until SendGrid has them, and what the job needs for it."""

from collections.abc import Iterator
from typing import LiteralString

import requests
from psycopg import Connection

from shared_lib.kernel.adapters.database import Row
from tests.e2e.whole.guest import Guest
from tests.e2e.whole.system import WholeSystem
from tests.load import measures
from tests.load.figures import Figure, NotMeasuredError

JOB = "job_send_reminders"

# Copies of one paid visit, all of them tomorrow; nobody else's visit is reminded of.
_COPIES: tuple[LiteralString, ...] = (
    "set local session_replication_role = replica",
    "update coresync.bookings set attendance_confirmed_at = created_at",
    """
    insert into coresync.bookings
    select (jsonb_populate_record(b, jsonb_build_object(
             'id', md5(n || ' to be reminded')::uuid, 'reference', 'CS-2026-8' || to_char(n, 'FM0000000'),
             'idempotency_key', n || ' to be reminded', 'google_calendar_event_id', null, 'holders', '{}',
             'attendance_confirmed_at', null, 'status', 'confirmed',
             'starts_at', b.created_at + interval '26 hours', 'ends_at', b.created_at + interval '27 hours'))).*
      from coresync.bookings b, generate_series(1, %(number)s) as n where b.id = %(booking)s::uuid""",
    """
    insert into coresync.booking_visits
    select (jsonb_populate_record(v, jsonb_build_object('booking_id', md5(n || ' to be reminded')::uuid))).*
      from coresync.booking_visits v, generate_series(1, %(number)s) as n where v.booking_id = %(booking)s::uuid""",
    """
    insert into coresync.booking_lines
    select (jsonb_populate_record(l, jsonb_build_object('booking_id', md5(n || ' to be reminded')::uuid))).*
      from coresync.booking_lines l, generate_series(1, %(number)s) as n where l.booking_id = %(booking)s::uuid""",
)


def reminders(system: WholeSystem, *, number: int) -> Iterator[Figure]:
    """Yield how long so many reminders take, and the memory of the job at its peak."""
    booking = Guest(system).books(measures.WISH)

    def copy(connection: Connection[Row]) -> None:
        for statement in _COPIES:
            connection.execute(statement, {"number": number, "booking": booking} if "%(" in statement else None)

    system.database.transaction(copy)
    seconds = measures.seconds(lambda: _remind(system, number))
    yield Figure(f"{number} reminders written and sent", f"{seconds:6.1f} s", "< 60 s for 1000")
    yield Figure(f"memory of {JOB} at its peak", f"{measures.peak_memory(system, JOB):7.1f} MB", "<= 100 MB for 1000")


def _remind(system: WholeSystem, number: int) -> None:
    answer = requests.post(f"{system.url}/jobs/{JOB}", timeout=300)
    if answer.json().get("sent") != number:
        raise NotMeasuredError(f"{JOB} answered {answer.text}")
