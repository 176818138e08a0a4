"""Browsers that are signed in, in PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID, uuid4

from typing_extensions import override

from shared_lib.guests.guest import SESSION_LIFE, GuestSession
from shared_lib.guests.ports import GuestSessions
from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import UnknownSession
from shared_lib.kernel.ports import Cipher

DEVICE = "guest.device"
LONGEST_DEVICE = 200  # characters

_COLUMNS: LiteralString = "select id, guest_id, device, created_at, proved_at, expires_at from coresync.guest_sessions"
_LIVING: LiteralString = " and revoked_at is null and expires_at > %(now)s"
# A browser that was signed in while two records were joined may still name the one that is gone.
_THEIRS: LiteralString = (
    " guest_id = any(array(select id from coresync.guests where %(guest_id)s in (id, merged_into)))"
)
_OPEN = """
insert into coresync.guest_sessions (id, spa_id, guest_id, device, created_at, proved_at, expires_at)
values (%(id)s, %(spa_id)s, %(guest_id)s, %(device)s, %(now)s, %(now)s, %(expires_at)s)
"""
_REVOKE: LiteralString = "update coresync.guest_sessions set revoked_at = %(now)s where"
_ONE_OR_ALL: LiteralString = " and (%(only)s::uuid is null or id = %(only)s)"


class PostgresGuestSessions(GuestSessions):
    """`guest_sessions`: one row for each browser that was signed in."""

    def __init__(self, database: Database, cipher: Cipher, *, spa_id: str) -> None:
        self._database = database
        self._cipher = cipher
        self._spa_id = spa_id

    @override
    def open(self, guest_id: UUID, *, device: str, now: datetime) -> GuestSession:
        session = GuestSession(uuid4(), guest_id, device[:LONGEST_DEVICE], now, now, now + SESSION_LIFE)
        row = {
            "id": session.id,
            "spa_id": self._spa_id,
            "guest_id": guest_id,
            "device": self._cipher.seal(session.device, purpose=DEVICE),
            "now": now,
            "expires_at": session.expires_at,
        }
        self._database.run(_OPEN, row)
        return session

    @override
    def get(self, session_id: UUID, *, now: datetime) -> GuestSession:
        rows = self._database.rows(_COLUMNS + " where id = %(id)s" + _LIVING, {"id": session_id, "now": now})
        if not rows:
            raise UnknownSession("there is no such session any more")
        return self._read(rows[0])

    @override
    def proved_again(self, session_id: UUID, *, now: datetime) -> None:
        self._database.run("update coresync.guest_sessions set proved_at = %s where id = %s", (now, session_id))

    @override
    def of_guest(self, guest_id: UUID, *, now: datetime) -> Sequence[GuestSession]:
        living = _COLUMNS + " where" + _THEIRS + _LIVING + " order by created_at desc, id"
        return [self._read(row) for row in self._database.rows(living, {"guest_id": guest_id, "now": now})]

    @override
    def revoke(self, guest_id: UUID, *, now: datetime, only: UUID | None = None) -> int:
        asked = {"guest_id": guest_id, "now": now, "only": only}
        return self._database.run(_REVOKE + _THEIRS + _ONE_OR_ALL + _LIVING, asked)

    def _read(self, row: Row) -> GuestSession:
        return GuestSession(**row | {"device": self._cipher.open(row["device"], purpose=DEVICE)})
