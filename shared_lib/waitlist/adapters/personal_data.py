"""What the waitlist holds of a guest; whoever is erased waits no more."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import LiteralString

from typing_extensions import override

from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.ports import Cipher
from shared_lib.waitlist.adapters.postgres import CONTACT, END
from shared_lib.waitlist.entry import EntryStatus

ACTOR = "guest"
_WAITING: LiteralString = """
select id, treatments, asked, windows, contact, tier, source, joined_at from coresync.waitlist_entries
 where status = 'waiting' and email_hash = any(%(hashes)s) and joined_at <= %(until)s order by joined_at, id
"""


class WaitlistData(PersonalDataStore):
    """`waitlist_entries`: one that has ended names nobody."""

    name = "waitlist"
    covers = frozenset(
        {
            "waitlist_entries.contact",
            "waitlist_entries.email_hash",
            "waitlist_entries.asked",
            "waitlist_entries.treatments",
        }
    )

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        return [self._entry(row) for row in self._waiting(subject)]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        ending = {"status": EntryStatus.LEFT, "actor": ACTOR, "now": now}
        ended = sum(self._database.run(END, ending | {"id": row["id"]}) for row in self._waiting(subject))
        return Erased({"entries": ended})

    def _waiting(self, subject: Subject) -> Sequence[Row]:
        return self._database.rows(_WAITING, {"hashes": list(subject.hashes), "until": subject.until})

    def _entry(self, row: Row) -> Record:
        contact = json.loads(self._cipher.open(row["contact"], purpose=CONTACT))
        return {
            "joined_at": row["joined_at"],
            "joined_by": row["source"],
            "treatments": row["treatments"].split(","),
            "technicians": [item["technician"] for item in row["asked"]["items"] if item.get("technician")],
            "may_begin": [{"from": window.lower, "before": window.upper} for window in row["windows"]],
            "price_tier": row["tier"],
            "name": contact["name"],
            "email": contact["email"],
            "phone": contact["phone"] or None,
            "requests": contact["notes"] or None,
        }
