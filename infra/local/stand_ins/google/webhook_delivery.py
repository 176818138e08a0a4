"""What Google sends by itself: posted in the background, tried again a few times, then given up."""

import dataclasses
import threading
import time
from collections.abc import Callable, Mapping

import requests

from infra.local.stand_ins.faults import Faults

PAUSES = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds before each further try."""
PATIENCE = 10
"""Seconds that a receiver may take; a function may just be starting."""
GATHERING = 0.3
"""Seconds in which deliveries gather before they are sent newest first."""
LAST_SUCCESS = 299


@dataclasses.dataclass
class PendingDelivery:
    """One POST, when it is due, and how often it has failed."""

    url: str
    headers: Mapping[str, str]
    body: bytes
    due: float
    failures: int = 0


class WebhookDelivery:
    """Delivers in the order of sending, on one thread; `faults` tells how to misbehave."""

    def __init__(self, faults: Callable[[], Faults]) -> None:
        self._faults = faults
        self._waiting: list[PendingDelivery] = []
        self._changed = threading.Condition()
        self._running = False
        self._thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin to deliver."""
        self._running = True
        self._thread.start()

    def stop(self) -> None:
        """Stop after the delivery that is under way; what waits is forgotten."""
        with self._changed:
            self._running = False
            self._changed.notify()
        self._thread.join()

    def send(self, url: str, *, headers: Mapping[str, str], body: bytes = b"") -> None:
        """Take a POST for delivery; one that is to be dropped is lost on its way, for good."""
        faults = self._faults()
        if faults.drops():
            return
        due = time.monotonic() + (GATHERING if faults.reorder else 0) + faults.latency_ms / 1000
        with self._changed:
            self._waiting += [PendingDelivery(url, headers, body, due) for _ in range(2 if faults.duplicate else 1)]
            if faults.reorder:  # what waits goes together
                self._waiting = [dataclasses.replace(request, due=due) for request in self._waiting]
            self._changed.notify()

    def forget(self) -> None:
        """Drop what waits."""
        with self._changed:
            self._waiting = []

    def _work(self) -> None:
        while ready := self._due():
            for request in ready:
                if self._running and not _delivered(request):
                    self._put_off(request)

    def _due(self) -> list[PendingDelivery]:
        with self._changed:
            while self._running:
                now = time.monotonic()
                if ready := [request for request in self._waiting if request.due <= now]:
                    self._waiting = [request for request in self._waiting if request.due > now]
                    return ready[::-1] if self._faults().reorder else ready
                first = min((request.due for request in self._waiting), default=None)
                self._changed.wait(None if first is None else first - now)
        return []

    def _put_off(self, request: PendingDelivery) -> None:
        if request.failures == len(PAUSES):
            return
        later = time.monotonic() + PAUSES[request.failures]
        with self._changed:
            self._waiting.append(dataclasses.replace(request, due=later, failures=request.failures + 1))


def _delivered(request: PendingDelivery) -> bool:
    with requests.Session() as session:
        session.trust_env = False  # loopback needs no proxy
        try:
            answer = session.post(request.url, data=request.body, headers=request.headers, timeout=PATIENCE)
        except requests.RequestException:
            return False
    return answer.status_code <= LAST_SUCCESS
