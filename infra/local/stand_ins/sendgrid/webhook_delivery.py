"""Brings batches of events to the webhook until it takes them."""

import json
import secrets
import threading
from collections.abc import Callable
from typing import Any

import requests

from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.sendgrid.signature import WebhookKey
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import real_now

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
"""Seconds between tries; they double from the first to the longest."""
MOST_TRIES = 40
PATIENCE = 10.0
"""Seconds that the webhook may take to answer."""

Event = dict[str, Any]


class WebhookDelivery:
    """One thread that posts what lies in its tray on the store; what was not taken is tried again after a restart."""

    def __init__(
        self, *, hook_url: str, key: Callable[[], WebhookKey], store: Store, faults: Callable[[], Faults]
    ) -> None:
        self._hook_url = hook_url
        self._key = key
        self._store = store
        self._faults = faults
        self._changed = threading.Condition()
        self._stopping = False
        self.held = False
        self._thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin to deliver."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the delivery at hand and stop."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join(2 * PATIENCE + 1)

    def hold(self, *, hold: bool) -> None:
        """Keep everything back, or let it go."""
        with self._changed:
            self.held = hold
            self._changed.notify()

    def post(self, events: list[Event]) -> None:
        """Put one batch into the tray."""
        key = secrets.token_hex(8)
        with self._changed:
            self._store.put("outgoing", key, {"id": key, "events": events, "tries": 0, "next_try": 0.0})
            self._changed.notify()

    def _work(self) -> None:
        while not self._stopping:
            for batch in self._ready():
                self._deliver(batch)
            with self._changed:
                if not (self._stopping or self._ready()):
                    self._changed.wait(FIRST_PAUSE / 2)

    def _ready(self) -> list[Event]:
        if self.held:
            return []
        now = real_now().timestamp()
        ready = [batch for batch in self._store.all("outgoing") if batch["next_try"] <= now]
        return ready[::-1] if self._faults().reorder else ready

    def _deliver(self, batch: Event) -> None:
        taken = self._take(batch["events"])
        if self._faults().duplicate:
            self._take(batch["events"])
        if taken or batch["tries"] + 1 >= MOST_TRIES:
            self._store.remove("outgoing", batch["id"])
            return
        pause = min(FIRST_PAUSE * 2 ** batch["tries"], LONGEST_PAUSE)
        again = {"tries": batch["tries"] + 1, "next_try": real_now().timestamp() + pause}
        self._store.put("outgoing", batch["id"], batch | again)

    def _take(self, events: list[Event]) -> bool:
        body = (json.dumps(events, separators=(",", ":")) + "\r\n").encode()
        timestamp = str(int(real_now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "SendGrid Event API",
            "X-Twilio-Email-Event-Webhook-Signature": self._key().sign(timestamp, body),
            "X-Twilio-Email-Event-Webhook-Timestamp": timestamp,
        }
        with requests.Session() as session:
            session.trust_env = False
            try:
                return session.post(self._hook_url, body, headers=headers, timeout=PATIENCE).ok
            except requests.RequestException:
                return False
