"""What the record of a guest holds: contact points, browsers, codes, choices, memberships."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import LiteralString

from psycopg import Connection
from typing_extensions import override

from shared_lib.guests.adapters.sealing import unseal
from shared_lib.guests.adapters.sessions import DEVICE
from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject, money
from shared_lib.guests.retained import kept
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.ports import Cipher

_POINTS = (
    "select channel, sealed, proved_at from coresync.guest_contacts where guest_id = any(%(ids)s) order by proved_at"
)
_SESSIONS = """
select device, created_at, proved_at, least(expires_at, revoked_at) as ends
  from coresync.guest_sessions where guest_id = any(%(ids)s) order by created_at
"""
_CODES = """
select channel, contact, created_at, used_at from coresync.proof_codes
 where contact_hash = any(%(hashes)s) and created_at <= %(until)s order by created_at
"""
_CHOICES = """
select contact_hash, topic, channel, allowed, updated_at from coresync.contact_preferences
 where spa_id in (select spa_id from coresync.guests where id = any(%(ids)s)) and contact_hash = any(%(hashes)s)
   and updated_at <= %(until)s order by updated_at, topic, channel
"""
_SUPPRESSED = """
select contact_hash, reason, since from coresync.suppressed_contacts where contact_hash = any(%(hashes)s) order by since
"""
_MEMBERSHIPS = """
select m.tier, m.status, m.started_at, m.ends_at, t.monthly_cents
  from coresync.memberships m left join coresync.membership_tiers t on (t.spa_id, t.name) = (m.spa_id, m.tier)
 where m.guest_id = any(%(ids)s) order by m.started_at
"""

_ERASE: tuple[tuple[str, LiteralString], ...] = (
    ("signed-in browsers", "delete from coresync.guest_sessions where guest_id = any(%(ids)s)"),
    (
        "codes",
        "delete from coresync.proof_codes where contact_hash = any(%(hashes)s) and created_at <= %(until)s",
    ),
    (
        "choices",
        "delete from coresync.contact_preferences where contact_hash = any(%(hashes)s) and updated_at <= %(until)s",
    ),
    (
        "notes",
        """update coresync.guests set contact = '', medical_notes = null, email_hash = null, phone_hash = null
            where id = any(%(ids)s) and medical_notes is not null""",
    ),
)
# A contact point is nobody's from the request on; that there were so many is said here.
_COUNT = "select count(*)::int as points from coresync.suppressed_contacts where contact_hash = any(%(hashes)s)"


class GuestRecordData(PersonalDataStore):
    """The tables of `guests`; medical notes are kept by nobody yet, and are forgotten all the same."""

    name = "your account"
    covers = frozenset(
        {
            *("guests.contact", "guests.medical_notes", "guests.email_hash", "guests.phone_hash"),
            *("guest_contacts.hash", "guest_contacts.channel", "guest_contacts.sealed"),
            *("proof_codes.holder", "proof_codes.channel", "proof_codes.contact"),
            *("proof_codes.contact_hash", "proof_codes.code_hash"),
            *("guest_sessions.device", "contact_preferences.contact_hash", "contact_preferences.topic"),
            *("contact_preferences.channel", "suppressed_contacts.contact_hash", "suppressed_contacts.reason"),
            *("memberships.tier", "memberships.status", "erasures.contacts"),
        }
    )

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        return [
            {"contact_points": [self._point(row) for row in self._rows(_POINTS, subject)]},
            {"signed_in_browsers": [self._session(row) for row in self._rows(_SESSIONS, subject)]},
            {"codes_asked_for": [self._code(row) for row in self._rows(_CODES, subject)]},
            {"choices": list(self._choices(subject))},
            {"addresses_not_written_to": list(self._suppressed(subject))},
            {"memberships": [_membership(row) for row in self._rows(_MEMBERSHIPS, subject)]},
        ]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        def steps(connection: Connection[Row]) -> Erased:
            asked = _asked(subject)
            counts = {what: connection.execute(statement, asked).rowcount for what, statement in _ERASE}
            suppressed = connection.execute(_COUNT, asked).fetchall()[0]["points"]
            stays = [kept("suppressions", now)] if suppressed else []
            return Erased({what: count for what, count in counts.items() if count}, stays)

        return self._database.transaction(steps)

    def _rows(self, query: LiteralString, subject: Subject) -> Sequence[Row]:
        return self._database.rows(query, _asked(subject))

    def _point(self, row: Row) -> Record:
        point = unseal(row["channel"], row["sealed"], self._cipher)
        return {"kind": point.channel, "address": point.address, "proved_at": row["proved_at"]}

    def _session(self, row: Row) -> Record:
        device = self._cipher.open(row["device"], purpose=DEVICE)
        return {
            "browser": device,
            "signed_in_at": row["created_at"],
            "last_code_at": row["proved_at"],
            "until": row["ends"],
        }

    def _code(self, row: Row) -> Record:
        point = unseal(row["channel"], row["contact"], self._cipher)
        return {"sent_to": point.address, "asked_at": row["created_at"], "used_at": row["used_at"]}

    def _choices(self, subject: Subject) -> Iterator[Record]:
        addresses = _addresses(subject)
        for row in self._rows(_CHOICES, subject):
            yield {
                "address": addresses[row["contact_hash"]],
                "about": row["topic"],
                "by": row["channel"],
                "wanted": row["allowed"],
                "since": row["updated_at"],
            }

    def _suppressed(self, subject: Subject) -> Iterator[Record]:
        addresses = _addresses(subject)
        for row in self._rows(_SUPPRESSED, subject):
            yield {"address": addresses[row["contact_hash"]], "reason": row["reason"], "since": row["since"]}


def _asked(subject: Subject) -> Row:
    return {"ids": list(subject.guest_ids), "hashes": list(subject.hashes), "until": subject.until}


def _addresses(subject: Subject) -> dict[bytes, str]:
    points = zip(subject.hashes, subject.contact_points, strict=True)
    return {hashed: point.address for hashed, point in points}


def _membership(row: Row) -> Record:
    return {
        "membership": row["tier"],
        "status": row["status"],
        "since": row["started_at"],
        "until": row["ends_at"],
        "monthly_price": None if row["monthly_cents"] is None else money(row["monthly_cents"]),
    }
