"""Webhook payloads in PostgreSQL, sealed with the house's key."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString

from typing_extensions import override

from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.batching import Batches
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.ports import APPLIED, KEPT, Cipher, WebhookPayload, WebhookPayloads

PURPOSE = "webhook.payload"
BYTES = "latin-1"
"""Each byte is one letter of the text that is sealed, so that the body comes back byte for byte."""

_KEEP = """
insert into coresync.webhook_payloads as kept (vendor, event_id, received_at, sealed, outcome, attempts, expires_at)
select * from unnest(%(vendors)s::text[], %(event_ids)s::text[], %(received)s::timestamptz[], %(sealed)s::bytea[],
                     %(outcomes)s::text[], %(attempts)s::int[], %(ends)s::timestamptz[])
 order by 1, 2
on conflict (vendor, event_id) do update
   set outcome = case kept.outcome when 'applied' then kept.outcome else excluded.outcome end,
       attempts = kept.attempts + excluded.attempts"""

_COLUMNS: LiteralString = "select id, vendor, event_id, received_at, outcome, attempts, expires_at"


PATIENCE = 5.0
"""Seconds that a payload waits for those before it."""
COLUMNS = ("vendors", "event_ids", "received", "sealed", "outcomes", "attempts", "ends")


@dataclasses.dataclass(frozen=True, slots=True)
class _Kept:
    """One payload as it came this time."""

    vendor: str
    event_id: str
    received_at: datetime
    sealed: bytes
    outcome: str
    attempts: int = 1

    def after(self, earlier: "_Kept | None") -> "_Kept":
        """Return this one with what is known of it from a moment ago: what was applied stays applied."""
        if earlier is None:
            return self
        outcome = APPLIED if earlier.outcome == APPLIED else self.outcome
        return dataclasses.replace(earlier, outcome=outcome, attempts=earlier.attempts + 1)


class PostgresWebhookPayloads(WebhookPayloads):
    """One row for each event of a vendor, however often it came."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher
        self._batches = Batches(self._keep_all)

    @override
    def keep(self, vendor: str, event_id: str, body: bytes, *, outcome: str, now: datetime) -> None:
        sealed = self._cipher.seal(body.decode(BYTES), purpose=PURPOSE)
        self._batches.do(_Kept(vendor, event_id, now, sealed, outcome), within=PATIENCE)

    def _keep_all(self, batch: Sequence[_Kept], left: float) -> Sequence[None]:
        """Keep what several threads have at the same moment, in one statement."""
        del left
        rows: dict[tuple[str, str], _Kept] = {}
        for each in batch:
            rows[each.vendor, each.event_id] = each.after(rows.get((each.vendor, each.event_id)))
        columns = zip(*((*dataclasses.astuple(row), row.received_at + KEPT) for row in rows.values()), strict=True)
        self._database.run(_KEEP, dict(zip(COLUMNS, map(list, columns), strict=True)))
        return [None] * len(batch)

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
