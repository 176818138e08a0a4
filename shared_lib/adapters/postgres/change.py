"""One booking, locked, inside one transaction."""

import dataclasses
import json
from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from psycopg import Connection, Rollback

from shared_lib.adapters.postgres.booking_rows import ACCEPTANCE, email_hash, seal_contact
from shared_lib.adapters.postgres.database import Row
from shared_lib.adapters.postgres.holding import expire_ended, place_arrays
from shared_lib.adapters.postgres.journal import record
from shared_lib.adapters.postgres.till import PostgresTill
from shared_lib.domain.booking import Booking, Contact, Status
from shared_lib.domain.calendar import derived_event_id
from shared_lib.domain.events import Event, EventType
from shared_lib.domain.hold import Seating
from shared_lib.domain.payment import Acceptance
from shared_lib.ports.cipher import Cipher

RETAKE = """
insert into coresync.booking_resources (booking_id, resource_kind, resource_id, occupied, visit)
select %(booking)s, place.kind, place.id, tstzrange(place.begins, place.ends, '[)'), place.visit
  from unnest(%(kinds)s::text[], %(ids)s::int[], %(begins)s::timestamptz[], %(ends)s::timestamptz[],
              %(visit_numbers)s::int[]) as place (kind, id, begins, ends, visit)
 order by place.kind, place.id, place.begins
on conflict do nothing
"""

AMEND = """
update coresync.bookings
   set held_until = coalesce(%(held_until)s, held_until), contact = coalesce(%(contact)s, contact),
       email_hash = coalesce(%(email_hash)s, email_hash), policy_accepted = coalesce(%(accepted)s, policy_accepted),
       updated_at = %(now)s
 where id = %(id)s
"""


class PostgresChange:
    """What use cases do to the booking that they hold; the transaction around it is the caller's."""

    def __init__(self, connection: Connection[Row], booking: Booking, *, cipher: Cipher, now: datetime) -> None:
        self._connection = connection
        self._cipher = cipher
        self._now = now
        self.booking = booking
        self.till = PostgresTill(connection, booking, now=now)
        self.told: list[Event] = []

    def to(self, status: Status, event: EventType, *, actor: str, **detail: object) -> None:
        """Move it on, with its audit row and its event in the outbox; `version` grows by one."""
        version = self.booking.version + 1
        self._connection.execute(
            "update coresync.bookings set status = %s, version = %s, updated_at = %s,"
            " google_calendar_event_id = coalesce(%s, google_calendar_event_id) where id = %s",
            (status, version, self._now, self._calendar_event(status), self.booking.id),
        )
        self.booking = dataclasses.replace(self.booking, status=status, version=version)
        self.tell(event, actor=actor, **detail)

    def _calendar_event(self, status: Status) -> str | None:
        """Return the id under which a confirmed visit stands in Google, known before it is written there."""
        return derived_event_id(self.booking.id) if status == Status.CONFIRMED else None

    def tell(self, event: EventType, *, actor: str, **detail: object) -> None:
        """Put an event and an audit row beside it without moving it on."""
        told = Event(uuid4(), event, self.booking.id, self.booking.version, self._now)
        record(self._connection, told, actor=actor, detail=detail)
        self.told.append(told)

    def amend(
        self,
        *,
        held_until: datetime | None = None,
        contact: Contact | None = None,
        acceptance: Acceptance | None = None,
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
        }
        self._connection.execute(AMEND, parameters)
        self.booking = dataclasses.replace(
            self.booking,
            held_until=held_until or self.booking.held_until,
            contact=contact or self.booking.contact,
            policy_accepted=self.booking.policy_accepted or acceptance is not None,
        )

    def retake(self, seatings: Sequence[Seating]) -> bool:
        """Exchange its places for the first of these that are wholly free; False if none are."""
        return any(self._take(seating) for seating in seatings)

    def _take(self, seating: Seating) -> bool:
        with self._connection.transaction():
            if seating.ended_holds:
                expire_ended(self._connection, seating.ended_holds, now=self._now)
            self._connection.execute("delete from coresync.booking_resources where booking_id = %s", (self.booking.id,))
            parameters = {"booking": self.booking.id} | place_arrays(seating.places)
            if self._connection.execute(RETAKE, parameters).rowcount == len(seating.places):
                self.booking = dataclasses.replace(self.booking, places=seating.places)
                return True
            raise Rollback
        return False

    def claim(self, source: str, event_id: str) -> bool:
        """Note an outside event as dealt with; False if it was before."""
        claimed = self._connection.execute(
            "insert into coresync.inbox (source, event_id, received_at) values (%s, %s, %s) on conflict do nothing",
            (source, event_id, self._now),
        )
        return claimed.rowcount == 1
