"""Why staff set a rule aside, in their words: sealed, and beside the audit log, so that it can be erased."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection

from shared_lib.kernel.adapters.database import Database, Row
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.ports import Cipher

REASON = "override.reason"


def without_words(detail: Mapping[str, Any], cipher: Cipher) -> tuple[dict[str, Any], Row]:
    """Return what the audit log keeps of a detail, and the id and the sealed words to keep beside it, None if none."""
    if "override" not in detail:
        return dict(detail), {"reason_id": None, "reason": None}
    override = dict(detail["override"])
    reason_id, sealed = uuid4(), cipher.seal(override.pop("reason"), purpose=REASON)
    return {**detail, "override": override | {"reason_id": str(reason_id)}}, {"reason_id": reason_id, "reason": sealed}


def keep_words(connection: Connection[Row], words: Row, *, booking: UUID, at: datetime) -> None:
    """Write the sealed words that `without_words` took out, if there are any."""
    if words["reason_id"]:
        connection.execute(
            "insert into coresync.override_reasons (id, booking_id, sealed, created_at) values (%s, %s, %s, %s)",
            (words["reason_id"], booking, words["reason"], at),
        )


def read_reason(reason_id: UUID, *, database: Database, cipher: Cipher) -> str:
    """Return why staff set rules aside, by the id in the audit log; raise NotFound once that was erased."""
    rows = database.rows("select sealed from coresync.override_reasons where id = %s", (reason_id,))
    if not rows:
        raise NotFound("the reason was erased")
    return cipher.open(rows[0]["sealed"], purpose=REASON)
