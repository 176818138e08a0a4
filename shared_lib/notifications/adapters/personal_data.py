"""What the log of messages holds of a guest: what was sent when, and a trace of the address."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import LiteralString

from typing_extensions import override

from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject
from shared_lib.kernel.adapters.database import Database, Row

_SENT: LiteralString = """
select m.kind, m.status, m.claimed_at, m.updated_at, b.reference
  from coresync.email_log m left join coresync.bookings b on b.id = m.booking_id
 where m.claimed_at <= %(until)s and (m.booking_id = any(%(bookings)s) or m.contact_hash = any(%(hashes)s))
 order by m.claimed_at, m.id
"""
_ERASE: LiteralString = """
update coresync.email_log set contact_hash = null
 where contact_hash is not null and claimed_at <= %(until)s
   and (booking_id = any(%(bookings)s) or contact_hash = any(%(hashes)s))
"""


class MessageLogData(PersonalDataStore):
    """`email_log`: the rows stay for their time, so that nothing is sent twice; to whom they went is forgotten."""

    name = "messages that we sent"
    covers = frozenset({"email_log.contact_hash"})

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        return [
            {
                "what": row["kind"].replace("_", " "),
                "booking": row["reference"],
                "status": row["status"],
                "at": row["claimed_at"],
                "last_news_at": row["updated_at"],
            }
            for row in self._database.rows(_SENT, _asked(subject))
        ]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        return Erased({"traces of addresses": self._database.run(_ERASE, _asked(subject))})


def _asked(subject: Subject) -> Row:
    return {"bookings": list(subject.booking_ids), "hashes": list(subject.hashes), "until": subject.until}
