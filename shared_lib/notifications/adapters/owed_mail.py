"""Mails that are owed, read from the outbox and the e-mail log in PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.mail import MAILS_OF_EVENTS, SOURCES_OF_MAILED_HOLDS
from shared_lib.notifications.ports import OwedMail

# Both ask for events in the words of the index that finds them.
# A mail is settled once the carrier has it or has refused it for good. A hold made in the chat asks for none, nor does
# a card that was declined there.
_SETTLE: LiteralString = """
with asked (type, kind) as (select * from unnest(%(types)s::text[], %(kinds)s::text[])), over as (
  select o.id
    from coresync.outbox o
   where o.mail_settled_at is null and o.type in (
         'booking.held', 'booking.confirmed', 'booking.rescheduled', 'booking.cancelled', 'booking.no_show',
         'payment.failed', 'payment.refunded')
     and (exists (
           select from coresync.email_log m join asked on asked.kind = m.kind and asked.type = o.type
            where m.booking_id = o.booking_id and m.version = o.version and m.status not in ('claimed', 'unsent'))
          or (o.type in ('booking.held', 'payment.failed') and not exists (
           select from coresync.bookings b where b.id = o.booking_id and b.source = any(%(sources)s))))
   order by o.id for update skip locked
)
update coresync.outbox set mail_settled_at = %(now)s where id in (select id from over)
"""

_WAITING: LiteralString = """
select o.event_id, o.type, o.booking_id, o.version, o.created_at
  from coresync.outbox o
 where o.mail_settled_at is null and o.type in (
       'booking.held', 'booking.confirmed', 'booking.rescheduled', 'booking.cancelled', 'booking.no_show',
       'payment.failed', 'payment.refunded')
   and o.created_at < %(before)s
   and not exists (
         select from coresync.email_log m
          where m.booking_id = o.booking_id and m.version = o.version
            and m.status = 'claimed' and m.claimed_at >= %(before)s)
 order by o.created_at, o.id limit %(limit)s
"""


class PostgresOwedMail(OwedMail):
    """Every event that may ask for a mail is looked at until the mail is settled, or is asked for no more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def mark_settled(self, *, now: datetime) -> int:
        types, kinds = ([str(word) for word in words] for words in zip(*MAILS_OF_EVENTS, strict=True))
        asked = {"types": types, "kinds": kinds, "sources": list(SOURCES_OF_MAILED_HOLDS), "now": now}
        return self._database.run(_SETTLE, asked)

    @override
    def waiting(self, *, before: datetime, limit: int) -> Sequence[Event]:
        rows = self._database.rows(_WAITING, {"before": before, "limit": limit})
        return [
            Event(row["event_id"], EventType(row["type"]), row["booking_id"], row["version"], row["created_at"])
            for row in rows
        ]

    @override
    def mark_unneeded(self, event_id: UUID, *, now: datetime) -> None:
        self._database.run("update coresync.outbox set mail_settled_at = %s where event_id = %s", (now, event_id))
