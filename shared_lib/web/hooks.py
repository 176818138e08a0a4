"""Endpoints for vendors' webhooks: one address, POST alone, and no more bytes than the vendor sends."""

import functools
from collections.abc import Callable

from flask import Request, Response

from shared_lib.kernel.errors import NotFound
from shared_lib.web.http import Endpoint, Reply, json_endpoint

KIB = 1024


def hook(path: str, *, limit: int) -> Callable[[Endpoint], Callable[[Request], Response]]:
    """Open an endpoint at one path for bodies of at most `limit` bytes: what was signed was signed for there.

    A path that ends in a slash has one word below it, which the endpoint reads by `last_word`.
    """

    def opened(endpoint: Endpoint) -> Callable[[Request], Response]:
        @functools.wraps(endpoint)
        def at_its_path(request: Request) -> Reply:
            if not _lies_at(request.path.rstrip("/"), path):
                raise NotFound("there is no such call")
            return endpoint(request)

        return json_endpoint(at_its_path, limit=limit, methods=("POST",))

    return opened


def last_word(request: Request) -> str:
    """Return the last word of a request's path."""
    return request.path.rstrip("/").rpartition("/")[2]


def _lies_at(asked: str, path: str) -> bool:
    return asked.rpartition("/")[0] + "/" == path if path.endswith("/") else asked == path
