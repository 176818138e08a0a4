"""The console as a small app behind the front door: one page, and JSON that says what the page shows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from flask import Flask, Response, abort, jsonify, render_template, request

from infra.local.console.api import api
from infra.local.environment import Surroundings
from shared_lib.kernel.adapters.clock import BusinessClock
from shared_lib.kernel.errors import BadInput, CoreSyncError
from shared_lib.web.assets import SHARED, Assets
from shared_lib.web.http import status_of

_FOLDER = Path(__file__).parent
_LOOPBACK = ["127.0.0.1", "localhost"]
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none';"
    " frame-ancestors 'none'",
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class LocalSystem(Protocol):
    """What the console looks into: a system that runs, and the clock that it lives by."""

    @property
    def system(self) -> Surroundings:
        """Where everything is."""

    @property
    def clock(self) -> BusinessClock:
        """Business time."""


def create_console(running: LocalSystem) -> Flask:
    """Return the app that serves `/console` and everything under it, on loopback and to its own page alone."""
    app = Flask(__name__, root_path=str(_FOLDER), static_folder=None)
    app.config.update(TRUSTED_HOSTS=_LOOPBACK)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for endpoint, assets in (
        ("asset", Assets(_FOLDER / "assets", at="/console/assets/own")),
        ("shared", Assets(SHARED, at="/console/assets/shared")),
    ):
        app.jinja_env.globals[endpoint] = assets.url
        app.add_url_rule(f"{assets.at}/<version>/<name>", endpoint, assets.send)
    app.add_url_rule("/console", "page", lambda: render_template("console.html"), strict_slashes=False)
    app.register_blueprint(api(running.system, running.clock))
    app.before_request(_refuse_strangers)
    app.after_request(_finish)
    app.register_error_handler(CoreSyncError, _refusal)
    return app


def _refuse_strangers() -> None:
    """Let no page from elsewhere, open in the same browser, move anything here."""
    origin = request.headers.get("Origin")
    if request.method not in _READING and origin and urlsplit(origin).hostname not in _LOOPBACK:
        abort(403)


def _finish(response: Response) -> Response:
    """Add our headers where a view has none of its own, and say no more than that nothing has changed."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if response.is_json and request.method == "GET":
        response.add_etag()
        response.make_conditional(request)
    return response


def _refusal(error: CoreSyncError) -> tuple[Response, int]:
    body: dict[str, Any] = {"code": error.code, "message": str(error)}
    if isinstance(error, BadInput):
        body["field"] = error.field
    return jsonify(body), status_of(error)
