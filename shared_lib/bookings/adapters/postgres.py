"""The bookings of the spa in PostgreSQL."""

import dataclasses
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from typing import LiteralString, TypeVar
from uuid import UUID

from psycopg import Connection
from typing_extensions import override

from shared_lib.availability.allocation import Assignment
from shared_lib.bookings.adapters.booking_rows import BOOKING, read_booking
from shared_lib.bookings.adapters.change import PostgresChange
from shared_lib.bookings.adapters.hold_limits import evict_oldest_holds, hold_limits, name_newer
from shared_lib.bookings.adapters.insert_hold import BeyondLimit, KeyKnown, PlaceGone, insert_hold
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.draft import Draft
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.ports import Bookings, Change, RecordsOf
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import NotFound, TooManyHolds
from shared_lib.kernel.ports import Cipher

T = TypeVar("T")


class PostgresBookings(Bookings):
    """Holds, changes and finds bookings; personal data passes through the cipher both ways."""

    def __init__(self, database: Database, cipher: Cipher, *, records: RecordsOf) -> None:
        self._database = database
        self._cipher = cipher
        self._records = records

    @override
    def hold(self, draft: Draft, assignments: Sequence[Assignment], *, now: datetime) -> Booking | None:
        for assignment in assignments:
            with suppress(PlaceGone):
                try:
                    return self._hold(draft, assignment, now)
                except KeyKnown:
                    break
        return self.by_key(draft.idempotency_key)

    def _hold(self, draft: Draft, assignment: Assignment, now: datetime) -> Booking:
        """Insert the hold: one statement is a transaction by itself, unless others have to be ended first."""
        run = self._database.transaction if assignment.expired_holds else self._database.statement
        try:
            return run(lambda connection: insert_hold(connection, draft, assignment, cipher=self._cipher, now=now))
        except BeyondLimit:
            return self._database.transaction(
                lambda connection: self._hold_after_eviction(connection, draft, assignment, now)
            )

    def _hold_after_eviction(
        self, connection: Connection[Row], draft: Draft, assignment: Assignment, now: datetime
    ) -> Booking:
        """Insert the hold in the place of its holders' oldest ones; raise TooManyHolds where none gives way."""
        limits = hold_limits(draft.limits, self._cipher)
        gone = evict_oldest_holds(connection, limits, room=1, spared=None, now=now)
        try:
            held = insert_hold(connection, draft, assignment, cipher=self._cipher, now=now)
        except BeyondLimit as beyond:
            raise TooManyHolds("as many unpaid places as anybody may keep") from beyond
        name_newer(connection, gone, held.id)
        rows = connection.execute(BOOKING + " where b.id = any(%s) order by b.created_at", (gone,)).fetchall()
        return dataclasses.replace(held, evicted_holds=tuple(read_booking(row, self._cipher) for row in rows))

    @override
    def change(self, booking_id: UUID, steps: Callable[[Change], T], *, now: datetime) -> T:
        def run(connection: Connection[Row]) -> T:
            lock = "select 1 from coresync.bookings where id = %s for update"
            if not connection.execute(lock, (booking_id,)).fetchall():
                raise NotFound("no such booking")
            change = PostgresChange(
                connection,
                booking_id,
                lambda: self._one(connection.execute(BOOKING + " where b.id = %s", (booking_id,)).fetchall()),
                records=self._records,
                cipher=self._cipher,
                now=now,
            )
            return steps(change)

        return self._database.transaction(run)

    @override
    def get(self, booking_id: UUID) -> Booking:
        return self._one(self._find(" where b.id = %s", booking_id))

    @override
    def by_key(self, idempotency_key: str) -> Booking | None:
        rows = self._find(" where b.idempotency_key = %s", idempotency_key)
        return self._one(rows) if rows else None

    @override
    def last_visit(self, spa_id: str, email: str, *, now: datetime) -> Booking | None:
        came = (
            " where b.email_hash = %s and b.spa_id = %s and b.status in ('confirmed', 'completed') and b.ends_at <= %s"
            " order by b.starts_at desc, b.id desc limit 1"
        )
        rows = self._database.rows(BOOKING + came, (self._cipher.fingerprint(email), spa_id, now))
        return self._one(rows) if rows else None

    @override
    def between(
        self, spa_id: str, begins: datetime, ends: datetime, *, statuses: Collection[Status]
    ) -> Sequence[Booking]:
        where = " where b.spa_id = %s and b.status = any(%s) and b.starts_at < %s and b.ends_at > %s"
        rows = self._database.rows(
            BOOKING + where + " order by b.starts_at, b.id", (spa_id, sorted(statuses), ends, begins)
        )
        return [read_booking(row, self._cipher) for row in rows]

    @override
    def waiting_since(self, now: datetime) -> Sequence[UUID]:
        rows = self._database.rows(
            "select id from coresync.bookings where status in ('held', 'paying') and held_until <= %s"
            " order by status, held_until limit 500",
            (now,),
        )
        return [row["id"] for row in rows]

    @override
    def ended_by(self, now: datetime) -> Sequence[UUID]:
        rows = self._database.rows(
            "select id from coresync.bookings where status = 'confirmed' and ends_at <= %s order by ends_at limit 500",
            (now,),
        )
        return [row["id"] for row in rows]

    def _find(self, where: LiteralString, value: object) -> list[Row]:
        return self._database.rows(BOOKING + where, (value,))

    def _one(self, rows: list[Row]) -> Booking:
        if not rows:
            raise NotFound("no such booking")
        return read_booking(rows[0], self._cipher)
