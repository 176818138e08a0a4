"""A guest opens the website."""

from functools import cache

import functions_framework
from flask import Flask, Request
from werkzeug.wrappers import Response

from shared_lib.bootstrap import services
from shared_lib.web.pages import serve

from .site import build_site


@functions_framework.http
def page_website(request: Request) -> Response:
    """Show the home page, a legal page, or a file that they need."""
    return serve(_site, request)


@cache
def _site() -> Flask:
    deps = services()
    return build_site(spa=deps.spa, price_book=deps.price_book, clock=deps.clock, public_url=deps.public_url)
