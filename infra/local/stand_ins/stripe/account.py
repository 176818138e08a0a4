"""One account at Stripe: its objects, its time, and the telling of what changed."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from infra.local.stand_ins.store import Document, Store
from infra.local.stand_ins.stripe.errors import missing
from shared_lib.kernel.clock import Clock

API_VERSION = "2026-10-28.endive"

COLLECTIONS = {
    "balance_transaction": "balance_transactions",
    "charge": "charges",
    "checkout.session": "sessions",
    "customer": "customers",
    "event": "events",
    "payment_intent": "payment_intents",
    "payment_method": "payment_methods",
    "refund": "refunds",
    "setup_intent": "setup_intents",
}
PREFIXES = {
    "balance_transaction": "txn",
    "charge": "ch",
    "checkout.session": "cs_test",
    "customer": "cus",
    "event": "evt",
    "payment_intent": "pi",
    "payment_method": "pm",
    "refund": "re",
    "setup_intent": "seti",
}
BUSINESS_TIMES = "business_times"
"""By id, at which business time an object was made: people at the console live by it, Stripe does not."""
WITHOUT_MODE = ("balance_transaction", "refund")
"""Kinds that don't say whether they are of test mode."""


@dataclass(frozen=True)
class Cause:
    """The API call behind a change; both empty when a guest or the passing of time made it."""

    request: str | None = None
    idempotency_key: str | None = None


class Account:
    """The objects on the store; `now` is real time, `announce` gets each event, `public_url` leads to our pages."""

    def __init__(
        self, *, store: Store, now: Clock, business: Clock, public_url: str, announce: Callable[[Document], None]
    ) -> None:
        self.store = store
        self.public_url = public_url
        self._now = now
        self._business = business
        self._announce = announce
        self._cause = Cause()

    def now(self) -> int:
        """Return the real instant in seconds since 1970."""
        return int(self._now().timestamp())

    @contextmanager
    def changed_by(self, cause: Cause) -> Iterator[None]:
        """Let nobody else change anything meanwhile; events of these changes name their cause."""
        with self.store.exclusive():
            self._cause = cause
            try:
                yield
            finally:
                self._cause = Cause()

    def create(self, kind: str, fields: Document) -> Document:
        """Store a new object of a kind (`"payment_intent"`) and return it."""
        base: Document = {"id": new_id(PREFIXES[kind]), "object": kind, "created": self.now()}
        mode = {} if kind in WITHOUT_MODE else {"livemode": False}
        self.store.put(BUSINESS_TIMES, base["id"], {"id": base["id"], "at": self._business().isoformat()})
        return self.save(base | mode | fields)

    def save(self, document: Document) -> Document:
        """Store an object under its own kind and id."""
        return self.store.put(COLLECTIONS[document["object"]], document["id"], document)

    def find(self, kind: str, key: str, param: str | None = None) -> Document:
        """Return a copy of an object; `param` is the parameter that named it, None when the path did."""
        document = self.store.get(COLLECTIONS[kind], key)
        if document is None:
            raise missing(kind, key, param)
        return document

    def every(self, kind: str) -> list[Document]:
        """Return copies of all objects of a kind, oldest first."""
        return self.store.all(COLLECTIONS[kind])

    def emit(self, what: str, document: Document, previous: Document | None = None) -> None:
        """Record an event (`"charge.refunded"`) with a picture of the object, and announce it."""
        picture = {"object": document} | ({"previous_attributes": previous} if previous else {})
        fields = {
            "api_version": API_VERSION,
            "data": picture,
            "pending_webhooks": 1,
            "request": {"id": self._cause.request, "idempotency_key": self._cause.idempotency_key},
            "type": what,
        }
        self._announce(self.create("event", fields))


def new_id(prefix: str) -> str:
    """Return an id as Stripe makes them."""
    return f"{prefix}_{secrets.token_hex(12)}"
