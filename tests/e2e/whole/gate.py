"""Before a vendor: a gate that holds one call, so that a process dies just then, and a tally of failures."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from infra.local.stand_ins.stand_in import StandIn

Environ = dict[str, Any]
Answer = Iterable[bytes]
App = Callable[[Environ, Callable[..., Any]], Answer]

SECONDS = 30
"""How long a call is waited for, and held at most."""


class Gate:
    """`carried_out` tells whether the held call takes effect: True before it is held, None after, False never."""

    def __init__(self, app: App, *, call: str, carried_out: bool | None) -> None:
        self._app = app
        self._method, self._path = call.split()
        self._carried_out = carried_out
        self._first = threading.Lock()
        self._reached = threading.Event()
        self._opened = threading.Event()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Answer:
        wanted = environ["REQUEST_METHOD"] == self._method and self._path in environ["PATH_INFO"]
        if not wanted or self._opened.is_set() or not self._first.acquire(blocking=False):
            return self._app(environ, start_response)
        answer = list(self._app(environ, start_response)) if self._carried_out else []
        self._reached.set()
        self._opened.wait(SECONDS)
        if self._carried_out is None:
            return self._app(environ, start_response)
        if self._carried_out is False:
            start_response("503 Service Unavailable", [("Content-Length", "0")])
        return answer

    def wait(self) -> None:
        """Wait until the call is held."""
        assert self._reached.wait(SECONDS), f"nobody called {self._method} {self._path}"

    def open(self) -> None:
        """Let the held call go, and all later ones."""
        self._opened.set()


class Tally:
    """Counts in `refused` the calls that a vendor could not answer."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.refused = 0

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Answer:
        def start(status: str, *rest: Any) -> Any:
            self.refused += status.startswith("5")
            return start_response(status, *rest)

        return self._app(environ, start)


@contextmanager
def gate_before(vendor: StandIn, call: str, *, carried_out: bool | None) -> Iterator[Gate]:
    """Hold the first call such as "POST /v3/mail/send"; a part of its path is enough."""
    gate = Gate(_served_by(vendor).app, call=call, carried_out=carried_out)
    with _in_front_of(vendor, gate):
        try:
            yield gate
        finally:
            gate.open()


@contextmanager
def tally_before(vendor: StandIn) -> Iterator[Tally]:
    """Count what goes wrong for a while."""
    tally = Tally(_served_by(vendor).app)
    with _in_front_of(vendor, tally):
        yield tally


@contextmanager
def _in_front_of(vendor: StandIn, app: App) -> Iterator[None]:
    server = _served_by(vendor)
    before, server.app = server.app, app
    try:
        yield
    finally:
        server.app = before


def _served_by(vendor: StandIn) -> Any:
    return vendor._server
