"""Which bookings are a guest's, when all that is known of them is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import LiteralString

from typing_extensions import override

from shared_lib.bookings.contact import open_contact
from shared_lib.guests.erasure import Pending
from shared_lib.guests.personal_data import Subject
from shared_lib.guests.ports import SubjectBookings
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.ports import Cipher

# A booking that is nobody's yet goes by its e-mail address; by its telephone only where it names no address: a number
# that was mistyped shows nobody another's visit.
_FOUND: LiteralString = """
select id, ai_session_id, contact from coresync.bookings where guest_id = any(%(ids)s)
union all
select id, ai_session_id, contact from coresync.bookings
 where guest_id is null and email_hash = any(%(hashes)s) and created_at <= %(until)s
union all
select id, ai_session_id, contact from coresync.bookings
 where guest_id is null and email_hash is null and phone_hash = any(%(hashes)s) and created_at <= %(until)s
"""
_PENDING: LiteralString = """
select bool_or(b.status = 'confirmed' and b.ends_at > %(now)s) as visit,
       bool_or(b.status = 'paying' or b.status = 'held' and b.held_until > %(now)s) as hold,
       bool_or(exists (select from coresync.payments p
                        where p.booking_id = b.id and p.status in ('opening', 'open'))) as payment,
       bool_or(exists (select from coresync.payments p join coresync.refunds r on r.payment_id = p.id
                        where p.booking_id = b.id and r.status in ('due', 'failed'))) as refund
  from coresync.bookings b where b.id = any(%(ids)s)
"""


class PostgresSubjectBookings(SubjectBookings):
    """`bookings`, by guest and by the keyed hashes of what they proved."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def found(self, subject: Subject) -> Subject:
        asked = {"ids": list(subject.guest_ids), "hashes": list(subject.hashes), "until": subject.until}
        rows = self._database.rows(_FOUND, asked)
        contacts = (open_contact(row["contact"], self._cipher) for row in rows)
        addresses = [contact.email.lower() for contact in contacts if contact and contact.email]
        return replace(
            subject,
            booking_ids=tuple(sorted(row["id"] for row in rows)),
            chat_sessions=tuple(sorted({row["ai_session_id"] for row in rows if row["ai_session_id"]})),
            addresses=tuple(dict.fromkeys([*subject.addresses, *addresses])),
        )

    @override
    def pending(self, subject: Subject, *, now: datetime) -> Sequence[Pending]:
        [row] = self._database.rows(_PENDING, {"ids": list(subject.booking_ids), "now": now})
        return [each for each in Pending if row[each]]
