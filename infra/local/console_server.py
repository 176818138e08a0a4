"""Serves the console on a port of its own, behind the front door."""

import threading

from flask import Flask
from werkzeug.serving import BaseWSGIServer, make_server

from infra.local.stand_ins.stand_in import QuietHandler


class ConsoleServer:
    """A Flask app on a free port of loopback, from `serve` until `stop`."""

    def __init__(self) -> None:
        self._server: BaseWSGIServer | None = None

    def serve(self, app: Flask) -> int:
        """Begin to serve; return the port."""
        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietHandler)
        server.daemon_threads = True  # type: ignore[attr-defined]  # it is a ThreadedWSGIServer
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        self._server = server
        return server.server_port

    def stop(self) -> None:
        """Stop serving and let go of the port."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
