"""The website's chat: a turn, the history, what happened since."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.kernel.errors import NotFound
from shared_lib.web.http import Reply, json_endpoint

from .routes import ROUTES


@functions_framework.http
@json_endpoint
def api_chat(request: Request) -> Reply:
    """Answer one of the chat's three calls."""
    route = ROUTES.get((request.method, request.path.rstrip("/")))
    if route is None:
        raise NotFound("there is no such call")
    return route(request, services())
