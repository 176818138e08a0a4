"""What vendors told us, as it was kept: a list with what became of each, one body at a time, and once more."""

from typing import Any

from infra.local.environment import Surroundings
from infra.webhooks import MOST, REPLAYS, said_of
from shared_lib.bootstrap import Services
from shared_lib.config import Settings


class Webhooks:
    """The payloads of one local system, opened with its key."""

    def __init__(self, system: Surroundings) -> None:
        self._services = Services(Settings.read(system.settings() | {"DATABASE_POOL_MAX": "2"}))

    def newest(self) -> list[dict[str, Any]]:
        """Return the latest ones without their bodies, newest first."""
        kept = self._services.webhook_payloads.newest(limit=MOST)
        return [said_of(payload) | {"replays": payload.vendor in REPLAYS} for payload in kept]

    def body(self, payload_id: int) -> dict[str, Any]:
        """Return one with its body."""
        payload, body = self._services.webhook_payloads.open(payload_id)
        return said_of(payload) | {"body": body.decode(errors="replace")}

    def replay(self, payload_id: int) -> dict[str, Any]:
        """Apply one again, by the same use case."""
        from infra.webhooks import replay

        return {"id": payload_id, "outcome": replay(payload_id, self._services)}
