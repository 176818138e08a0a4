"""One booking, locked, inside one transaction."""

import dataclasses
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from psycopg import Connection, Rollback
from typing_extensions import override

from shared_lib.availability.allocation import Assignment
from shared_lib.bookings.adapters import swap_allocations
from shared_lib.bookings.adapters.acceptance import seal_acceptance
from shared_lib.bookings.adapters.hold_limits import evict_oldest_holds, hold_limits
from shared_lib.bookings.adapters.idempotency import PostgresIdempotencyRecords
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact, email_hash, phone_hash, seal_contact
from shared_lib.bookings.draft import HoldLimit
from shared_lib.bookings.lifecycle import Status, status_after
from shared_lib.bookings.ports import Change, RecordsOf
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.adapters.outbox import record
from shared_lib.kernel.adapters.override_reasons import keep_words, without_words
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.ids import derived_event_id
from shared_lib.kernel.ports import Cipher
from shared_lib.payments.payment import Acceptance
from shared_lib.pricing.sale import Sale

UPDATE = """
update coresync.bookings
   set held_until = coalesce(%(held_until)s, held_until), contact = coalesce(%(contact)s, contact),
       email_hash = coalesce(%(email_hash)s, email_hash), phone_hash = coalesce(%(phone_hash)s, phone_hash),
       policy_accepted = coalesce(%(accepted)s, policy_accepted),
       moves = coalesce(%(moves)s, moves), refund_at_most = coalesce(%(refund_at_most)s, refund_at_most),
       fees_cents = coalesce(%(fees_cents)s, fees_cents),
       arrived_at = case when %(expected_again)s then null else coalesce(%(arrived_at)s, arrived_at) end,
       attendance_confirmed_at = case when %(expected_again)s then null
                                 else coalesce(%(attendance_confirmed_at)s, attendance_confirmed_at) end,
       updated_at = %(now)s
 where id = %(id)s
"""


class PostgresChange(Change):
    """What use cases do to the booking that they hold; the transaction around it is the caller's.

    `read` reads the booking as it stands in the transaction: that happens when it is asked for, and again only after
    something changed that is not known without reading it.
    """

    def __init__(
        self,
        connection: Connection[Row],
        booking_id: UUID,
        read: Callable[[], Booking],
        *,
        records: RecordsOf,
        cipher: Cipher,
        now: datetime,
    ) -> None:
        self._connection = connection
        self._id = booking_id
        self._read = read
        self._cipher = cipher
        self._now = now
        self._known: Booking | None = None
        self.payments, self.refunds = records(connection, booking_id, now, self._read_again)
        self.idempotency = PostgresIdempotencyRecords(connection, booking_id, now=now)
        self.events: list[Event] = []

    @property
    def booking(self) -> Booking:
        """Return the booking as it stands in this transaction."""
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read_again(self) -> None:
        self._known = None

    @override
    def transition(self, event: EventType, *, actor: str, **detail: object) -> None:
        status, before = status_after(self.booking.status, event), self.booking
        self._connection.execute(
            "update coresync.bookings set status = %s, version = version + 1, updated_at = %s,"
            " google_calendar_event_id = coalesce(%s, google_calendar_event_id) where id = %s",
            (status, self._now, self._calendar_event(status), self._id),
        )
        self._known = dataclasses.replace(before, status=status, version=before.version + 1)
        self.record_event(event, actor=actor, **detail)

    def _calendar_event(self, status: Status) -> str | None:
        """Return the id under which a confirmed visit stands in Google, known before it is written there."""
        return derived_event_id(self._id) if status == Status.CONFIRMED else None

    @override
    def record_event(self, event: EventType, *, actor: str, **detail: object) -> None:
        happened = Event(uuid4(), event, self._id, self.booking.version, self._now)
        audited, words = without_words(detail, self._cipher)
        keep_words(self._connection, words, booking=self._id, at=self._now)
        record(self._connection, happened, actor=actor, detail=audited)
        self.events.append(happened)

    @override
    def update(
        self,
        *,
        held_until: datetime | None = None,
        contact: Contact | None = None,
        acceptance: Acceptance | None = None,
        moves: int | None = None,
        refund_at_most: int | None = None,
        fees_cents: int | None = None,
        arrived_at: datetime | None = None,
        attendance_confirmed_at: datetime | None = None,
        expected_again: bool = False,
    ) -> None:
        parameters = {
            "id": self._id,
            "now": self._now,
            "held_until": held_until,
            "contact": seal_contact(contact, self._cipher),
            "email_hash": email_hash(contact, self._cipher),
            "phone_hash": phone_hash(contact, self._cipher),
            "accepted": seal_acceptance(acceptance, self._cipher),
            "moves": moves,
            "refund_at_most": refund_at_most,
            "fees_cents": fees_cents,
            "arrived_at": arrived_at,
            "attendance_confirmed_at": attendance_confirmed_at,
            "expected_again": expected_again,
        }
        self._connection.execute(UPDATE, parameters)
        self._read_again()

    @override
    def evict_oldest_holds(self, limits: Sequence[HoldLimit]) -> None:
        if limits:
            counted = hold_limits(limits, self._cipher)
            evict_oldest_holds(self._connection, counted, room=0, spared=self._id, now=self._now)

    @override
    def reallocate_to(self, assignments: Sequence[Assignment], *, sale: Sale | None = None) -> bool:
        return any(self._take(assignment, sale) for assignment in assignments)

    def _take(self, assignment: Assignment, sale: Sale | None) -> bool:
        with self._connection.transaction():
            if not swap_allocations.swap_allocations(self._connection, self.booking, assignment, now=self._now):
                raise Rollback
            swap_allocations.write_times(self._connection, self._id, assignment.visits)
            if sale:
                swap_allocations.write_sale(self._connection, self._id, sale)
            swap_allocations.add_up(self._connection, self._id)
            self._read_again()
            return True
        return False

    @override
    def remove_guest(self, guest: int, *, party: int, fee_cents: int) -> None:
        swap_allocations.leave(self._connection, self._id, guest, now=self._now)
        swap_allocations.add_up(self._connection, self._id)
        self._connection.execute(
            "update coresync.bookings set party = %s, fees_cents = fees_cents + %s where id = %s",
            (party, fee_cents, self._id),
        )
        self._read_again()

    @override
    def removed_guests(self) -> Collection[int]:
        rows = self._connection.execute(
            "select distinct guest from coresync.booking_visits where booking_id = %s and left_at is not null",
            (self._id,),
        )
        return {row["guest"] for row in rows}
