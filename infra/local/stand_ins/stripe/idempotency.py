"""Idempotency keys: a call that was carried out once answers the same ever after."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

from infra.local.stand_ins.store import Document, Store
from infra.local.stand_ins.stripe.errors import RefusedError

LONGEST_KEY = 255


@dataclass(frozen=True)
class Call:
    """One API call: its id, where it went, what it said, and its idempotency key if it has one."""

    request: str
    path: str
    form: list[tuple[str, str]]
    key: str | None = None


@dataclass(frozen=True)
class Answer:
    """A status, a JSON body, and headers beside those that every answer has."""

    status: int
    body: Document
    headers: dict[str, str] = field(default_factory=dict)


class Idempotency:
    """The answers kept under their keys, and the keys whose first call is still under way."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self.in_flight: set[str] = set()

    def run_once(self, call: Call, act: Callable[[], Answer]) -> Answer:
        """Carry a call out, or answer as the first time; refusals that an endpoint began with are kept too."""
        if call.key is None:
            return act()
        with self._claimed(call.key):
            if kept := self._store.get("idempotency", call.key):
                return _replay(kept, call)
            return self._keep(call, _settled(act))

    @contextmanager
    def _claimed(self, key: str) -> Iterator[None]:
        if len(key) > LONGEST_KEY:
            raise RefusedError(f"Idempotency keys can be at most {LONGEST_KEY} characters.", kind="idempotency_error")
        with self._lock:
            if key in self.in_flight:
                raise _under_way(key)
            self.in_flight.add(key)
        try:
            yield
        finally:
            self.in_flight.discard(key)

    def _keep(self, call: Call, answer: Answer) -> Answer:
        said = {"path": call.path, "form": [list(pair) for pair in sorted(call.form)], "request": call.request}
        self._store.put("idempotency", call.key or "", said | {"status": answer.status, "body": answer.body})
        return answer


def _settled(act: Callable[[], Answer]) -> Answer:
    try:
        return act()
    except RefusedError as refusal:
        if not refusal.is_final:
            raise
        return Answer(refusal.status, refusal.body())


def _replay(kept: Document, call: Call) -> Answer:
    if kept["path"] != call.path or kept["form"] != [list(pair) for pair in sorted(call.form)]:
        raise RefusedError(
            "Keys for idempotent requests can only be used with the same parameters they were first used with."
            f" Try using a key other than '{call.key}' if you meant to execute a different request.",
            kind="idempotency_error",
        )
    return Answer(kept["status"], kept["body"], {"Idempotent-Replayed": "true", "Original-Request": kept["request"]})


def _under_way(key: str) -> RefusedError:
    return RefusedError(
        "There is currently another in-progress request using this Idempotent Key (that probably means you submitted"
        f" twice, and the other request is still going through): {key}. Please try again later.",
        status=HTTPStatus.CONFLICT,
        kind="idempotency_error",
        code="idempotency_key_in_use",
    )
