"""A guest looks after their visits: the account pages, and the link in a mail."""

from functools import cache

import functions_framework
from flask import Flask, Request
from werkzeug.wrappers import Response

from shared_lib.bootstrap import services
from shared_lib.web.pages import serve

from .app import build_app


@functions_framework.http
def page_account(request: Request) -> Response:
    """Show what a guest has with us; only a POST changes anything."""
    return serve(_app, request)


@cache
def _app() -> Flask:
    return build_app(services())
