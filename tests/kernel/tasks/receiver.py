"""A server that writes down what it is sent and answers as it is told."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from flask import Flask, Response, request
from werkzeug.serving import make_server

from infra.local.stand_ins.stand_in import QuietHandler


def eventually(condition: Callable[[], object], *, within: float = 10.0) -> None:
    """Wait until the condition holds; fail when it does not within so many seconds."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.01)


@dataclass(frozen=True)
class Received:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """Answers the listed statuses one after the other, then 204; `gate` holds answers back while it is clear."""

    statuses: list[int] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        app = Flask("receiver", static_folder=None)
        app.add_url_rule("/<path:path>", view_func=self._take, methods=["GET", "POST", "PUT"])
        self._server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietHandler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        self.gate.set()
        return self

    def __exit__(self, *_: object) -> None:
        self.gate.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _take(self, path: str) -> Response:
        self.received.append(Received(request.method, f"/{path}", dict(request.headers), request.get_data()))
        status = self.statuses.pop(0) if self.statuses else 204
        self.gate.wait(10)
        return Response(status=status)
