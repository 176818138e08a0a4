"""HTTP endpoints: errors become statuses here and nowhere else, and what comes in is read with care."""

import functools
import ipaddress
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from flask import Request, Response
from werkzeug.exceptions import RequestEntityTooLarge

from shared_lib.kernel.errors import (
    BadInput,
    CoreSyncError,
    ExternalServiceError,
    HoldEnded,
    InvalidSignature,
    MethodNotAllowed,
    NotAllowed,
    NotAuthenticated,
    NotFound,
    Refusal,
    TooLarge,
    TooMany,
    UnknownSession,
)
from shared_lib.kernel.plain_json import is_plain_text, read_plain_json
from shared_lib.web.bodies import take_body
from shared_lib.web.logs import TRACE, log, prepare

Reply = str | Mapping[str, Any] | tuple[str | Mapping[str, Any], int]
"""What an endpoint answers: a body, alone or with its status."""

STATUSES: Mapping[type[CoreSyncError], HTTPStatus] = {
    BadInput: HTTPStatus.BAD_REQUEST,
    InvalidSignature: HTTPStatus.BAD_REQUEST,
    NotAuthenticated: HTTPStatus.UNAUTHORIZED,
    NotAllowed: HTTPStatus.FORBIDDEN,
    UnknownSession: HTTPStatus.UNAUTHORIZED,
    NotFound: HTTPStatus.NOT_FOUND,
    MethodNotAllowed: HTTPStatus.METHOD_NOT_ALLOWED,
    HoldEnded: HTTPStatus.GONE,
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    TooMany: HTTPStatus.TOO_MANY_REQUESTS,
}

STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"
"""For two years browsers come to us encrypted only: the one policy of pages and of what answers JSON."""

HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": STRICT_TRANSPORT,
}

OUR_FAILURE = "The house can't be reached for a moment. Nothing is lost; please try again."
"""What the sender hears when somebody that we depend on fails: who it was is for our log."""

BODY_LIMIT = 64 * 1024
"""Bytes that are read of a request's body."""
_NETWORK_BITS = 64


def status_of(error: CoreSyncError) -> HTTPStatus:
    """Return the status of an error: refusals are the sender's to mend, the rest is our trouble."""
    for kind, status in STATUSES.items():
        if isinstance(error, kind):
            return status
    return HTTPStatus.SERVICE_UNAVAILABLE if error.retryable else HTTPStatus.CONFLICT


Endpoint = Callable[[Request], Reply]


def json_endpoint(
    endpoint: Endpoint,
    *,
    limit: int = BODY_LIMIT,
    methods: Sequence[str] = (),
    too_long: Callable[[Request], None] = lambda _: None,
) -> Callable[[Request], Response]:
    """Turn what an endpoint answers, or the error that it raises, into a JSON response.

    A body of more than `limit` bytes is refused before anybody reads it, and so are methods other than `methods`,
    where any are named; `too_long` may count who sent such a body.
    """

    @functools.wraps(endpoint)
    def answer(request: Request) -> Response:
        prepare()
        TRACE.set(request.headers.get("X-Cloud-Trace-Context", "").split("/")[0])
        try:
            _take_body(request, limit, too_long)
            _check_method(request, methods)
            return _respond(endpoint(request))
        except CoreSyncError as error:
            return _refuse(error, endpoint.__name__)
        except Exception:  # noqa: BLE001 -- the last endpoint: nobody outside sees a stack trace
            log(
                "unexpected error",
                level=logging.ERROR,
                exc_info=True,
                alert="internal_error",
                endpoint=endpoint.__name__,
            )
            return _json({"code": "INTERNAL", "message": OUR_FAILURE}, HTTPStatus.INTERNAL_SERVER_ERROR)

    return answer


def _take_body(request: Request, limit: int, too_long: Callable[[Request], None]) -> None:
    try:
        take_body(request, limit=limit)
    except TooLarge:
        too_long(request)
        raise


def _check_method(request: Request, methods: Sequence[str]) -> None:
    if methods and request.method not in methods:
        raise MethodNotAllowed(methods)


def _respond(reply: Reply) -> Response:
    body, status = reply if isinstance(reply, tuple) else (reply, HTTPStatus.OK)
    if isinstance(body, str):
        return Response(body, status=status, headers=HEADERS, mimetype="text/plain")
    return _json(body, status)


def _json(body: Mapping[str, Any], status: int) -> Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status=status, headers=HEADERS, mimetype="application/json")


def _refuse(error: CoreSyncError, endpoint: str) -> Response:
    status = status_of(error)
    log_refusal(error, endpoint=endpoint)
    body: dict[str, Any] = {"code": error.code, "message": str(error)}
    if not isinstance(error, Refusal):
        body["message"] = OUR_FAILURE
    if isinstance(error, BadInput):
        body["field"] = error.field
    response = _json(body, status)
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = ", ".join(error.allowed)
    return response


def log_refusal(error: CoreSyncError, *, endpoint: str) -> None:
    """Leave one line for what an endpoint could not do: our own trouble is one that an alert can be made of."""
    facts: dict[str, Any] = {"endpoint": endpoint, "code": error.code, "status": int(status_of(error))}
    if isinstance(error, Refusal):
        log(f"refused: {error}", **facts)
        return
    vendor = error.vendor if isinstance(error, ExternalServiceError) else ""
    log(f"not done: {error}", level=logging.ERROR, alert="endpoint_unavailable", vendor=vendor, **facts)


def read_json(request: Request, *, limit: int = BODY_LIMIT, any_text: bool = False) -> dict[str, Any]:
    """Return the request's JSON object; raise TooLarge or BadInput.

    With `any_text` its texts are taken as they are, for whoever reads each by `text_field`.
    """
    request.max_content_length = limit
    try:
        body = read_plain_json(request.get_data(), any_text=any_text)
    except RequestEntityTooLarge as error:
        raise TooLarge(f"{limit} bytes") from error
    if not isinstance(body, dict):
        raise BadInput("body", "is not a JSON object")
    return body


def text_field(body: Mapping[str, Any], name: str, *, longest: int, required: bool = True) -> str | None:
    """Return a text of a JSON object, None where it may be missing; raise BadInput that names the field."""
    value = body.get(name)
    if value is None and not required:
        return None
    if not isinstance(value, str) or (required and not value):
        raise BadInput(name, "must be a text")
    if len(value) > longest:
        raise BadInput(name, f"must have at most {longest} characters")
    if not is_plain_text(value):
        raise BadInput(name, "holds characters that no text has")
    return value


def client_address(request: Request, *, hops: int) -> str:
    """Return the guest's address from the entry that our own balancer wrote, `hops` from the right; "" if none.

    Entries further left are whatever the guest made up; without a balancer (`hops` 0) all of them are.
    """
    entries = [entry.strip() for entry in request.headers.get("X-Forwarded-For", "").split(",") if entry.strip()]
    return entries[-hops] if 0 < hops <= len(entries) else request.remote_addr or ""


def counted_address(request: Request, *, hops: int) -> str:
    """Return the address by which a guest is counted: of IPv6 the network, for whoever has one address has 2**64."""
    address = client_address(request, hops=hops)
    try:
        known = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    return str(known.ipv4_mapped or ipaddress.IPv6Network((known, _NETWORK_BITS), strict=False))
