"""Brings messages to those who are told without asking, a few at a time."""

import http.client
import json
import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from google.pubsub_v1 import Subscription

from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.pubsub.backlog import FOREVER, Backlog
from infra.local.stand_ins.pubsub.delivery import Delivery
from infra.local.stand_ins.pubsub.subscriptions import Subscriptions

ACKNOWLEDGED = frozenset({102, 200, 201, 202, 204})
"""Any other answer, and none in time, is a refusal; redirects are not followed."""
AT_ONCE = 8
"""Pushes of one subscription under way at the same time: a slow one holds nobody else up."""
_HEADERS = {
    "Content-Type": "application/json",
    "User-Agent": "CloudPubSub-Google",
    "Accept": "application/json",
}


class Pusher:
    """Pushes what is due. No identity token is made: endpoints are on this machine."""

    def __init__(
        self,
        backlog: Backlog,
        *,
        subscriptions: Subscriptions,
        faults: Callable[[], Faults],
        stopping: threading.Event,
    ) -> None:
        self._backlog = backlog
        self._subscriptions = subscriptions
        self._faults = faults
        self._stopping = stopping
        self._settling = threading.RLock()

    def stop(self) -> None:
        """Note no more what becomes of pushes: the store may be closed, and what is there comes again."""
        with self._settling:
            self._stopping.set()

    def push_due(self) -> None:
        """Begin all pushes that are due, for as many as there is room."""
        with self._settling:
            for subscription in self._subscriptions.pushing():
                self._push(subscription)

    def _push(self, subscription: Subscription) -> None:
        room = AT_ONCE - self._backlog.lent(subscription.name)
        newest_first = self._faults().reorder
        for delivery in self._backlog.lend(subscription, room, seconds=FOREVER, newest_first=newest_first):
            threading.Thread(target=self._attempt, args=(delivery, subscription), daemon=True).start()

    def _attempt(self, delivery: Delivery, subscription: Subscription) -> None:
        self._wait_as_told()
        body = json.dumps(delivery.pushed(subscription)).encode()
        status = _post(subscription.push_config.push_endpoint, body, deadline=subscription.ack_deadline_seconds)
        with self._settling:
            if not self._stopping.is_set():
                self._settle(delivery, status)
                self.push_due()  # there is room for one more

    def _wait_as_told(self) -> None:
        """Be as slow as was told, for as long as that is so."""
        faults, end = self._faults(), time.monotonic() + self._faults().latency_ms / 1000
        while time.monotonic() < end and self._faults() is faults:
            if self._stopping.wait(0.01):
                break

    def _settle(self, delivery: Delivery, status: int | None) -> None:
        if status in ACKNOWLEDGED and not self._faults().drops():
            self._backlog.done(delivery)
        else:
            self._backlog.failed(delivery)


def _post(url: str, body: bytes, *, deadline: float) -> int | None:
    """Return the status of the answer, or None where there is none within so many seconds."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.netloc, timeout=deadline)
    try:
        connection.request("POST", parts._replace(scheme="", netloc="", fragment="").geturl() or "/", body, _HEADERS)
        return connection.getresponse().status
    except (OSError, ValueError, http.client.HTTPException):
        return None
    finally:
        connection.close()
