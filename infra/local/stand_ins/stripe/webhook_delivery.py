"""Events on their way to the webhook: signed, tried again and again, and sometimes twice or in the wrong order."""

import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import requests

from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.store import Document, Store

FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS, MOST_TRIES = 0.2, 10.0, 40
HOLD_SECONDS = 0.3
"""How long events are gathered before they go out newest first."""
ROUND_SECONDS = 1.0
PATIENCE_SECONDS = 10.0


class WebhookDelivery:
    """One thread that delivers; `each_round` is called about once a second."""

    def __init__(
        self,
        *,
        hook_url: str,
        secret: str,
        store: Store,
        faults: Callable[[], Faults],
        each_round: Callable[[], None],
    ) -> None:
        self._hook_url, self._secret = hook_url, secret
        self._store, self._faults, self._each_round = store, faults, each_round
        self._due: dict[str, float] = {}
        self._wake = threading.Condition()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin, with what an earlier run left undelivered."""
        for delivery in self._store.all("deliveries"):
            if delivery["status"] == "pending":
                self._plan(delivery["id"])
        self._thread.start()

    def stop(self) -> None:
        """End after the delivery that is under way."""
        self._stopping.set()
        with self._wake:
            self._wake.notify()
        self._thread.join(PATIENCE_SECONDS)

    def take(self, event: Document) -> None:
        """Deliver an event soon."""
        fields = {"type": event["type"], "created": event["created"], "object": event["data"]["object"]["id"]}
        fresh = {"id": event["id"], "status": "pending", "attempts": 0, "answer": None}
        self._store.put("deliveries", event["id"], fresh | fields)
        self._plan(event["id"])

    def send_again(self, key: str) -> Document | None:
        """Deliver an event now, whether or not it was delivered before; None if there is none."""
        delivery = self._store.get("deliveries", key)
        return self._deliver(delivery) if delivery else None

    def forget(self) -> None:
        """Drop what is still to be delivered."""
        with self._wake:
            self._due.clear()

    def _plan(self, key: str, wait: float = 0.0) -> None:
        with self._wake:
            self._due[key] = time.monotonic() + wait
            self._wake.notify()

    def _work(self) -> None:
        while not self._stopping.is_set():
            if self._await_due() and self._faults().reorder:
                self._stopping.wait(HOLD_SECONDS)
            for key in self._take_due():
                self._try(key)
            self._each_round()

    def _await_due(self) -> bool:
        with self._wake:
            soonest = min(self._due.values(), default=time.monotonic() + ROUND_SECONDS)
            wait = min(soonest - time.monotonic(), ROUND_SECONDS)
            if wait > 0 and not self._stopping.is_set():
                self._wake.wait(wait)
            return any(due <= time.monotonic() for due in self._due.values())

    def _take_due(self) -> list[str]:
        with self._wake:
            keys = [key for key, due in self._due.items() if due <= time.monotonic()]
            for key in keys:
                del self._due[key]
        return keys[::-1] if self._faults().reorder else keys

    def _try(self, key: str) -> None:
        delivery = None if self._stopping.is_set() else self._store.get("deliveries", key)
        if delivery is None:
            return
        tried = self._deliver(delivery, copies=2 if self._faults().duplicate else 1)
        if tried["status"] == "pending":
            self._plan(key, wait_seconds(tried["attempts"]))

    def _deliver(self, delivery: Document, *, copies: int = 1) -> Document:
        body = json.dumps(self._store.get("events", delivery["id"]), indent=2)
        with ThreadPoolExecutor(copies) as side_by_side:  # copies that arrive at the same moment are the harder case
            answers = list(side_by_side.map(self._post, [body] * copies))
        attempts = delivery["attempts"] + 1
        taken = all(answer.startswith("2") for answer in answers)
        status = "delivered" if taken else "failed" if attempts >= MOST_TRIES else "pending"
        return self._note(delivery | {"attempts": attempts, "answer": answers[-1], "status": status})

    def _note(self, delivery: Document) -> Document:
        with self._store.exclusive():
            known = self._store.get("deliveries", delivery["id"])
            return self._store.put("deliveries", delivery["id"], delivery) if known else delivery

    def _post(self, body: str) -> str:
        """Return the status of the answer, or the name of what came instead."""
        headers = {"Content-Type": "application/json; charset=utf-8", "Stripe-Signature": signature(body, self._secret)}
        try:
            with requests.Session() as session:
                session.trust_env = False
                answer = session.post(
                    self._hook_url, body.encode(), headers=headers, timeout=PATIENCE_SECONDS, allow_redirects=False
                )
        except requests.RequestException as error:
            return type(error).__name__
        return str(answer.status_code)


def wait_seconds(attempts: int) -> float:
    """Return how long to wait after that many attempts: doubling, up to a limit."""
    return min(FIRST_WAIT_SECONDS * 2.0 ** (attempts - 1), LONGEST_WAIT_SECONDS)


def signature(body: str, secret: str) -> str:
    """Return the `Stripe-Signature` of a body, at this real second."""
    from stripe import WebhookSignature

    return str(WebhookSignature.generate_signature_header(body, secret))
