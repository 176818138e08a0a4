"""What a page says when it can't do what was asked: in the house's words, never a trace of our code."""

import logging
from collections.abc import Mapping
from http import HTTPStatus

from flask import render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError, default_exceptions
from werkzeug.wrappers import Response

from shared_lib.kernel.errors import CoreSyncError, ExternalServiceError, TooMany
from shared_lib.web.http import status_of
from shared_lib.web.logs import log

_NOT_THERE = ("There is no such page", "It may have moved. The house is one step away.")
_LATER = ("This takes longer than it should", "Nothing was lost. Please try again in a minute.")

WORDS: Mapping[int, tuple[str, str]] = {
    400: ("That address can't be read", "Nothing was changed. The house is one step away."),
    403: ("This form can't be accepted", "Nothing was sent and nothing was charged. Please open the page again."),
    404: _NOT_THERE,
    405: _NOT_THERE,
    409: (
        "That is no longer possible",
        "Something has changed meanwhile; nothing was charged. Please open the page again.",
    ),
    410: ("That is no longer kept", "Nothing was charged. The conversation on our first page finds another time."),
    413: ("That is more than we can read", "Nothing was changed. Please send less at once."),
    429: ("One moment, please", "There were many requests from your address. Please try again in a little while."),
    500: ("Something on our side is not right", "Nothing was lost. Please try again in a minute."),
    503: _LATER,
}
"""Title and sentence by status."""


def error_page(problem: Exception) -> Response:
    """Answer a failed request of a page; its path is not logged, for it may carry a token."""
    response = _as_http(problem).get_response(request.environ)
    if response.status_code >= HTTPStatus.BAD_REQUEST:
        title, sentence = WORDS.get(response.status_code, _LATER)
        response.set_data(render_template("error.html", status=response.status_code, title=title, sentence=sentence))
    return response


def log_unavailable(trouble: CoreSyncError, *, endpoint: str | None = None) -> None:
    """Leave a line that an alert can be made of: a guest saw that a page could not do what it is for."""
    vendor = trouble.vendor if isinstance(trouble, ExternalServiceError) else ""
    log(
        f"page unavailable: {trouble}",
        level=logging.ERROR,
        alert="page_unavailable",
        endpoint=endpoint,
        code=trouble.code,
        vendor=vendor,
        status=int(status_of(trouble)),
    )


def _as_http(problem: Exception) -> HTTPException:
    if isinstance(problem, HTTPException):
        return problem
    if not isinstance(problem, CoreSyncError):
        log("page failed", level=logging.ERROR, exc_info=True, alert="internal_error", endpoint=request.endpoint)
        return InternalServerError()
    status = status_of(problem)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log_unavailable(problem, endpoint=request.endpoint)
    else:
        log(f"page refused: {problem.code}", endpoint=request.endpoint)
    response = Response(status=status, mimetype="text/html")
    if isinstance(problem, TooMany):
        response.headers["Retry-After"] = str(problem.retry_after)
    return default_exceptions[status](response=response)
