"""Bodies of requests: what is too long is refused before it is read, whoever would read it next."""

import io

from flask import Request
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from shared_lib.kernel.errors import BadInput, TooLarge

PIECE = 64 * 1024
LONGEST = 32 * 1024 * 1024
"""Bytes that are thrown away, a piece at a time, so that the sender reads our answer: no more reach a function."""


def take_body(request: Request, *, limit: int) -> bytes:
    """Return the body, read once for all who ask for it later; raise TooLarge beyond `limit` bytes."""
    # One byte more: a body that does not say how long it is would end at the limit without a word.
    request.max_content_length = limit if request.content_length else limit + 1
    try:
        body = request.get_data()
    except ClientDisconnected as error:
        raise BadInput("body", "ended too soon") from error
    except RequestEntityTooLarge:
        body = None
    if body is None or len(body) > limit:
        throw_away(request)
        raise TooLarge(f"{limit} bytes")
    return body


def throw_away(request: Request) -> None:
    """Let a body pass without keeping it, and leave an empty one: the framework reads what is left of it."""
    environ = request.environ
    source, left = environ["wsgi.input"], _length(request)
    while left and (piece := source.read(min(PIECE, left))):
        left -= len(piece)
    environ["wsgi.input"] = io.BytesIO()
    environ["CONTENT_LENGTH"] = "0"
    environ.pop("wsgi.input_terminated", None)
    request.max_content_length = None


def _length(request: Request) -> int:
    """Return how much may be read without waiting for more than the sender has promised."""
    if request.environ.get("wsgi.input_terminated"):
        return LONGEST
    return min(request.content_length or 0, LONGEST)
