"""A guest pays: summary and policy, then on to Stripe."""

from functools import cache

import functions_framework
from flask import Flask, Request
from werkzeug.wrappers import Response

from shared_lib.bootstrap import services
from shared_lib.web.pages import serve

from .app import build_app


@functions_framework.http
def page_pay(request: Request) -> Response:
    """Show where a booking stands; a POST accepts the policy and opens Stripe's page."""
    return serve(_app, request)


@cache
def _app() -> Flask:
    return build_app(services())
