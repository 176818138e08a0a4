"""The website's chat: a turn, the history, what happened since."""

from functools import partial

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.kernel.errors import NotFound
from shared_lib.web.http import Reply, json_endpoint

from .routes import ROUTES, count_refused


def _too_long(request: Request) -> None:
    count_refused(request, services())


@functions_framework.http
@partial(json_endpoint, too_long=_too_long)
def api_chat(request: Request) -> Reply:
    """Answer one of the chat's three calls."""
    route = ROUTES.get((request.method, request.path.rstrip("/")))
    if route is None:
        raise NotFound("there is no such call")
    return route(request, services())
