"""Webhook payloads in PostgreSQL, sealed with the house's key."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.ports import KEPT, Cipher, WebhookPayload, WebhookPayloads

PURPOSE = "webhook.payload"
BYTES = "latin-1"
"""Each byte is one letter of the text that is sealed, so that the body comes back byte for byte."""

_KEEP = """
insert into coresync.webhook_payloads as kept (vendor, event_id, received_at, sealed, outcome, expires_at)
values (%(vendor)s, %(event_id)s, %(now)s, %(sealed)s, %(outcome)s, %(expires_at)s)
on conflict (vendor, event_id) do update
   set outcome = case kept.outcome when 'applied' then kept.outcome else excluded.outcome end,
       attempts = kept.attempts + 1"""

_COLUMNS: LiteralString = "select id, vendor, event_id, received_at, outcome, attempts, expires_at"


class PostgresWebhookPayloads(WebhookPayloads):
    """One row for each event of a vendor, however often it came."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @override
    def keep(self, vendor: str, event_id: str, body: bytes, *, outcome: str, now: datetime) -> None:
        sealed = self._cipher.seal(body.decode(BYTES), purpose=PURPOSE)
        facts = {"vendor": vendor, "event_id": event_id, "outcome": outcome, "now": now, "expires_at": now + KEPT}
        self._database.run(_KEEP, facts | {"sealed": sealed})

    @override
    def newest(self, *, limit: int, vendor: str | None = None) -> Sequence[WebhookPayload]:
        chosen = " from coresync.webhook_payloads where %(vendor)s::text is null or vendor = %(vendor)s"
        asked = {"vendor": vendor, "limit": limit}
        rows = self._database.rows(_COLUMNS + chosen + " order by id desc limit %(limit)s", asked)
        return [WebhookPayload(**row) for row in rows]

    @override
    def open(self, payload_id: int) -> tuple[WebhookPayload, bytes]:
        rows = self._database.rows(_COLUMNS + ", sealed from coresync.webhook_payloads where id = %s", (payload_id,))
        if not rows:
            raise NotFound("no such payload")
        body = self._cipher.open(rows[0].pop("sealed"), purpose=PURPOSE).encode(BYTES)
        return WebhookPayload(**rows[0]), body

    @override
    def forget(self, *, ended_by: datetime) -> int:
        return self._database.run("delete from coresync.webhook_payloads where expires_at <= %s", (ended_by,))
