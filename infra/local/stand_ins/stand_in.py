"""What all stand-ins share: a server on loopback, a store, faults, and their control endpoints."""

import socket
import threading
from http import HTTPStatus
from typing import Any, Self

from flask import Flask, Response, jsonify, request
from werkzeug.serving import WSGIRequestHandler, make_server

from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock, real_now


class QuietHandler(WSGIRequestHandler):
    """A request handler that leaves the terminal to people."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing for each request."""


class StandIn:
    """One vendor on one loopback port; subclasses add routes to `self.app` and keep documents on `self.store`.

    Used as a context manager, or by `start` and `stop`. `clock` is business time; vendors' own time-outs are real time.
    """

    name = "vendor"

    def __init__(self, *, store: Store | None = None, clock: Clock = real_now, port: int = 0) -> None:
        self.store = store or Store()
        self.clock = clock
        self.faults = Faults()
        self.app = Flask(f"stand_in_{self.name}", static_folder=None)
        self.app.before_request(self._misbehave_before)
        self.app.after_request(self._misbehave_after)
        self._add_controls()
        self._server = make_server("127.0.0.1", port, self.app, threaded=True, request_handler=QuietHandler)
        self._server.daemon_threads = True  # type: ignore[attr-defined]  # a ThreadedWSGIServer
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def start(self) -> Self:
        """Serve until `stop`."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop serving and let go of the port."""
        self._server.shutdown()
        self._server.server_close()

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._thread.is_alive()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def reset(self) -> None:
        """Forget everything and behave again."""
        self.store.clear()
        self.faults = Faults()

    def state(self) -> dict[str, Any]:
        """Return everything that the stand-in knows, by collection."""
        return {collection: self.store.all(collection) for collection in self.store.collections()}

    def failure(self, status: int) -> Response:
        """Return the vendor's own way of saying that it failed; subclasses speak its dialect."""
        return Response(HTTPStatus(status).phrase, status=status)

    def _add_controls(self) -> None:
        self.app.add_url_rule("/_faults", view_func=self._set_faults, methods=["POST"])
        self.app.add_url_rule("/_faults", endpoint="clear_faults", view_func=self._clear_faults, methods=["DELETE"])
        self.app.add_url_rule("/_reset", view_func=self._reset, methods=["POST"])
        self.app.add_url_rule("/_state", view_func=lambda: jsonify(self.state()))

    def _set_faults(self) -> tuple[Response, int]:
        try:
            self.faults = Faults.read(request.get_json(force=True))
        except (ValueError, TypeError) as error:
            return jsonify(error=str(error)), HTTPStatus.BAD_REQUEST
        return jsonify(self.faults), HTTPStatus.OK

    def _clear_faults(self) -> tuple[str, int]:
        self.faults = Faults()
        return "", HTTPStatus.NO_CONTENT

    def _reset(self) -> tuple[str, int]:
        self.reset()
        return "", HTTPStatus.NO_CONTENT

    def _is_control(self) -> bool:
        return request.path.startswith("/_")

    def _misbehave_before(self) -> Response | None:
        if self._is_control():
            return None
        self.faults.delay()
        return self.failure(self.faults.status) if self.faults.fails() else None

    def _misbehave_after(self, response: Response) -> Response:
        if not self._is_control() and self.faults.drops():
            request.environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return response
