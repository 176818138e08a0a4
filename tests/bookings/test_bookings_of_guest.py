"""A guest's own among five and among twenty thousand bookings: what others booked is not read."""

from collections.abc import Iterator
from typing import Any, LiteralString
from uuid import UUID

import pytest

from infra.local.demo import SPA_ID, load
from shared_lib.bookings.adapters.guest_bookings import PostgresGuestBookings
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.guest import Guest
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.database import Database, Parameters, Row
from shared_lib.kernel.errors import NotFound
from tests.load.filling import Size, fill
from tests.snapshots import NOW

CIPHER = DataCipher({1: bytes(32)})
GUEST = Guest(UUID(int=1), SPA_ID, (ContactPoint(Channel.EMAIL, "grace@example.com"),), NOW)
VISITS = 200
BIG = {"bookings", "booking_visits", "booking_lines", "booking_resources", "payments"}
# A quarter is under the guest's address only; each of the others is under an address of its own.
THEIRS = (
    "set local session_replication_role = replica",
    "update coresync.bookings set email_hash = decode(md5(id::text), 'hex')",
    "insert into coresync.guests (id, spa_id, contact, created_at) values (%(guest)s, %(spa)s, '\\x00', %(now)s)",
    """
    with theirs as (
      select id, row_number() over (order by md5(id::text)) as n from coresync.bookings order by n limit %(visits)s
    )
    update coresync.bookings b
       set email_hash = %(hash)s, guest_id = case when n %% 4 > 0 then %(guest)s::uuid end
      from theirs where theirs.id = b.id""",
    """
    insert into coresync.payments (id, booking_id, attempt, status, amount_cents, payment_intent_id, ends_at,
                                   created_at, updated_at)
    select id, id, 1, 'paid', 12000, id::text, %(now)s, %(now)s, %(now)s from coresync.bookings""",
    "analyze",
)


class Heard(Database):
    """Hears what would be asked of a database."""

    def __init__(self) -> None:
        super().__init__("")
        self.asked: list[tuple[LiteralString, Parameters]] = []

    def rows(self, query: LiteralString, parameters: Parameters = None) -> list[Row]:
        self.asked.append((query, parameters))
        return []


@pytest.fixture
def spa_with(bare_database_url):
    """Return a spa with 90 days of bookings ahead, and as many times 90 days behind."""
    database = Database(bare_database_url)

    def furnish(past: int) -> Database:
        load(database)
        database.transaction(lambda connection: fill(connection, NOW, Size(past=past)))
        numbers = {"guest": GUEST.id, "spa": SPA_ID, "now": NOW, "visits": VISITS}
        numbers |= {"hash": GUEST.contact_points[0].hashed(CIPHER)}

        def steps(connection):
            for statement in THEIRS:
                connection.execute(statement, numbers if "%(" in statement else None)

        database.transaction(steps)
        return database

    yield furnish
    database.close()


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


def read_of(node: dict[str, Any]) -> float:
    """Return how many rows a step of a plan looked at."""
    return node["Actual Loops"] * (node["Actual Rows"] + node.get("Rows Removed by Filter", 0))


def plans(database: Database) -> Iterator[list[dict[str, Any]]]:
    """Yield the steps of each statement that shows a guest their visits."""
    heard = Heard()
    theirs = PostgresGuestBookings(heard, CIPHER)
    theirs.coming(GUEST, now=NOW)
    theirs.past(GUEST, now=NOW, limit=21)
    with pytest.raises(NotFound):
        theirs.find(GUEST, "CS-2026-90000007")
    for query, parameters in heard.asked:
        [row] = database.rows("explain (analyze, buffers, format json) " + query, parameters)
        yield list(nodes(row["QUERY PLAN"][0]["Plan"]))


@pytest.mark.parametrize("past", [0, 3])
def test_what_others_booked_is_not_read_to_show_a_guest_their_own(spa_with, past):
    database = spa_with(past)
    [whole] = database.rows("select relpages from pg_class where oid = 'coresync.bookings'::regclass")
    for steps in plans(database):
        tables = [step for step in steps if step.get("Relation Name") in BIG]
        assert {step["Relation Name"] for step in tables} >= {"bookings", "payments"}
        assert max(read_of(step) for step in tables) <= 2 * VISITS  # rows in each loop are rounded
        [function] = [step for step in steps if step["Node Type"] == "ProjectSet"]
        assert function["Actual Rows"] == VISITS
        assert function["Shared Hit Blocks"] + function["Shared Read Blocks"] < max(whole["relpages"], 3 * VISITS)
