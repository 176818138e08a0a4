"""The account pages as a small app: each part is a sibling, and what is refused gets a page that says what to do."""

from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import InvalidSignature, NotFound, StepUpNeeded, UnknownSession
from shared_lib.web.pages import page_app

from . import contacts, mail_link, preferences, privacy, proof, sign_in, unsubscribe, visit_changes, visits, waiting
from .visit_view import visit_words

FOLDER = Path(__file__).parent
PARTS = (sign_in, proof, visits, visit_changes, waiting, contacts, preferences, privacy, mail_link, unsubscribe)


def build_app(deps: Services) -> Flask:
    """Return the app of all pages that are a guest's own."""
    app = page_app(
        "page_account",
        FOLDER,
        spa=deps.spa,
        public_url=deps.public_url,
        assets_at="/account/assets",
        form_key=deps.form_key,
        private=True,
        open_forms=[unsubscribe.ONE_CLICK],
    )
    app.jinja_env.globals.update(visit_words(deps))
    for part in PARTS:
        app.register_blueprint(part.routes(deps))
    for unknown in (InvalidSignature, NotFound):
        app.register_error_handler(unknown, lambda _: (render_template("not_found.html"), HTTPStatus.NOT_FOUND))
    app.register_error_handler(UnknownSession, lambda _: _first("/account/sign-in"))
    app.register_error_handler(StepUpNeeded, lambda _: _first("/account/confirm"))
    return app


def _first(path: str) -> Response:
    """Lead to what has to be done before the page that was asked for, and back to it afterwards."""
    wanted = request.path if request.method == "GET" else request.form.get("back", "/account")
    return redirect(f"{path}?{urlencode({'next': wanted})}", HTTPStatus.SEE_OTHER)
