"""One booking, locked, inside one transaction."""

import dataclasses
import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from psycopg import Connection, Rollback
from psycopg.types.json import Jsonb

from shared_lib.bookings.adapters import swap_allocations
from shared_lib.bookings.adapters.booking_rows import ACCEPTANCE, email_hash, seal_contact
from shared_lib.bookings.booking import Booking, Contact, Status
from shared_lib.bookings.draft import Assignment
from shared_lib.calendars.event import derived_event_id
from shared_lib.kernel.adapters.database import Row
from shared_lib.kernel.adapters.outbox import record
from shared_lib.kernel.adapters.override_reasons import keep_words, without_words
from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.events import Event, EventType
from shared_lib.kernel.ports import Cipher
from shared_lib.payments.adapters.payment_records import PostgresPaymentRecords
from shared_lib.payments.payment import Acceptance
from shared_lib.pricing.sale import Sale

AMEND = """
update coresync.bookings
   set held_until = coalesce(%(held_until)s, held_until), contact = coalesce(%(contact)s, contact),
       email_hash = coalesce(%(email_hash)s, email_hash), policy_accepted = coalesce(%(accepted)s, policy_accepted),
       moves = coalesce(%(moves)s, moves), refund_at_most = coalesce(%(refund_at_most)s, refund_at_most),
       fees_cents = coalesce(%(fees_cents)s, fees_cents), arrived_at = coalesce(%(arrived_at)s, arrived_at),
       updated_at = %(now)s
 where id = %(id)s
"""

ANSWERED = "select asked, answer from coresync.booking_answers where booking_id = %s and idempotency_key = %s"


class PostgresChange:
    """What use cases do to the booking that they hold; the transaction around it is the caller's.

    `read` reads the booking again, as it stands in the transaction.
    """

    def __init__(
        self, connection: Connection[Row], read: Callable[[], Booking], *, cipher: Cipher, now: datetime
    ) -> None:
        self._connection = connection
        self._read = read
        self._cipher = cipher
        self._now = now
        self.booking = read()
        self.payments = PostgresPaymentRecords(connection, self.booking, now=now)
        self.events: list[Event] = []

    def transition(self, status: Status, event: EventType, *, actor: str, **detail: object) -> None:
        """Move it on, with its audit row and its event in the outbox; `version` grows by one."""
        self._connection.execute(
            "update coresync.bookings set status = %s, version = version + 1, updated_at = %s,"
            " google_calendar_event_id = coalesce(%s, google_calendar_event_id) where id = %s",
            (status, self._now, self._calendar_event(status), self.booking.id),
        )
        self.booking = self._read()
        self.record_event(event, actor=actor, **detail)

    def _calendar_event(self, status: Status) -> str | None:
        """Return the id under which a confirmed visit stands in Google, known before it is written there."""
        return derived_event_id(self.booking.id) if status == Status.CONFIRMED else None

    def record_event(self, event: EventType, *, actor: str, **detail: object) -> None:
        """Put an event and an audit row beside it without moving it on."""
        told = Event(uuid4(), event, self.booking.id, self.booking.version, self._now)
        audited, words = without_words(detail, self._cipher)
        keep_words(self._connection, words, booking=self.booking.id, at=self._now)
        record(self._connection, told, actor=actor, detail=audited)
        self.events.append(told)

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
    ) -> None:
        """Change what is not its state."""
        accepted = json.dumps(dataclasses.asdict(acceptance), default=str) if acceptance else None
        parameters = {
            "id": self.booking.id,
            "now": self._now,
            "held_until": held_until,
            "contact": seal_contact(contact, self._cipher),
            "email_hash": email_hash(contact, self._cipher),
            "accepted": self._cipher.seal(accepted, purpose=ACCEPTANCE) if accepted else None,
            "moves": moves,
            "refund_at_most": refund_at_most,
            "fees_cents": fees_cents,
            "arrived_at": arrived_at,
        }
        self._connection.execute(AMEND, parameters)
        self.booking = self._read()

    def forget_arrival(self, key: str) -> None:
        """Expect the guests again, as if what was answered under this key had not been asked."""
        forget = "delete from coresync.booking_answers where booking_id = %s and idempotency_key = %s"
        self._connection.execute(forget, (self.booking.id, key))
        self._connection.execute("update coresync.bookings set arrived_at = null where id = %s", (self.booking.id,))
        self.booking = self._read()

    def reallocate_to(self, assignments: Sequence[Assignment], *, sale: Sale | None = None) -> bool:
        """Exchange its places and times for the first of these that are wholly free; False if none are.

        `sale` is what its visits sell from now on, where that is not the same.
        """
        return any(self._take(assignment, sale) for assignment in assignments)

    def _take(self, assignment: Assignment, sale: Sale | None) -> bool:
        with self._connection.transaction():
            if not swap_allocations.swap_allocations(self._connection, self.booking, assignment, now=self._now):
                raise Rollback
            swap_allocations.write_times(self._connection, self.booking.id, assignment.visits)
            if sale:
                swap_allocations.write_sale(self._connection, self.booking.id, sale)
            swap_allocations.add_up(self._connection, self.booking.id)
            self.booking = self._read()
            return True
        return False

    def remove_guest(self, guest: int, *, party: int, fee_cents: int) -> None:
        """Let a guest leave: their places are free, and what the others have is what the booking is."""
        swap_allocations.leave(self._connection, self.booking.id, guest, now=self._now)
        swap_allocations.add_up(self._connection, self.booking.id)
        self._connection.execute(
            "update coresync.bookings set party = %s, fees_cents = fees_cents + %s where id = %s",
            (party, fee_cents, self.booking.id),
        )
        self.booking = self._read()

    def removed_guests(self) -> Collection[int]:
        """Return the numbers of the guests who were taken out of it."""
        rows = self._connection.execute(
            "select distinct guest from coresync.booking_visits where booking_id = %s and left_at is not null",
            (self.booking.id,),
        )
        return {row["guest"] for row in rows}

    def idempotent(
        self, key: str, work: Callable[[], Mapping[str, Any] | None], *, asked: str = ""
    ) -> Mapping[str, Any] | None:
        """Return what was answered under a key, doing the work only where nothing was; None is no answer.

        Raise BadInput for a key under which something else was `asked`.
        """
        fingerprint = hashlib.sha256(asked.encode()).digest()
        for known in self._connection.execute(ANSWERED, (self.booking.id, key)).fetchall():
            if known["asked"] != fingerprint:
                raise BadInput("idempotency_key", "was used for something else")
            return dict(known["answer"])
        answer = work()
        if answer is not None:
            self._connection.execute(
                "insert into coresync.booking_answers (booking_id, idempotency_key, asked, answer, created_at)"
                " values (%s, %s, %s, %s, %s)",
                (self.booking.id, key, fingerprint, Jsonb(dict(answer)), self._now),
            )
        return answer

    def claim(self, source: str, event_id: str) -> bool:
        """Note an outside event as dealt with; False if it was before."""
        claimed = self._connection.execute(
            "insert into coresync.inbox (source, event_id, received_at) values (%s, %s, %s) on conflict do nothing",
            (source, event_id, self._now),
        )
        return claimed.rowcount == 1
