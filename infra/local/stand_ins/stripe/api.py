"""The endpoint of the API: who calls, what they may say, and that it is done once."""

from functools import partial
from http import HTTPStatus

from flask import Flask, Response, jsonify, request

from infra.local.stand_ins.stripe.account import API_VERSION, Account, Cause, new_id
from infra.local.stand_ins.stripe.endpoints import ENDPOINTS, Endpoint
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.expansion import expand
from infra.local.stand_ins.stripe.forms import nested
from infra.local.stand_ins.stripe.idempotency import Answer, Call, Idempotency
from infra.local.stand_ins.stripe.params import read_params

NO_KEY = (
    "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth"
    " (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
)


class Api:
    """Stripe's `/v1`, in front of one account."""

    def __init__(self, account: Account, idempotency: Idempotency) -> None:
        self._account = account
        self._idempotency = idempotency

    def add_to(self, app: Flask) -> None:
        """Take the calls of the table, and refuse all others as Stripe does."""
        for endpoint in ENDPOINTS:
            name = f"{endpoint.method} {endpoint.path.replace('.', ' ')}"
            view = partial(self._answer, endpoint)
            app.add_url_rule(endpoint.path, name, view, methods=[endpoint.method])
        app.add_url_rule("/v1/<path:path>", "unknown", _unknown, methods=["GET", "POST", "DELETE"])

    def _answer(self, endpoint: Endpoint, **path: str) -> Response:
        call = _read_call()
        try:
            _check_caller()
            answer = self._idempotency.run_once(call, lambda: self._carry_out(endpoint, call, path))
        except RefusedError as refusal:
            answer = Answer(refusal.status, refusal.body())
        return _respond(answer, call)

    def _carry_out(self, endpoint: Endpoint, call: Call, path: dict[str, str]) -> Answer:
        params = read_params(nested(call.form), endpoint.params)
        paths = params.pop("expand", [])
        with self._account.changed_by(Cause(call.request, call.key)):
            document = endpoint.act(self._account, params, **path)
            return Answer(HTTPStatus.OK, expand(self._account, document, paths))


def refused(refusal: RefusedError) -> Response:
    """Return a refusal as an answer of the API."""
    return _respond(Answer(refusal.status, refusal.body()), _read_call())


def _read_call() -> Call:
    reads = request.method == "GET"
    fields = request.args if reads else request.form
    key = None if reads else request.headers.get("Idempotency-Key")
    return Call(new_id("req"), f"{request.method} {request.path}", list(fields.items(multi=True)), key)


def _check_caller() -> None:
    key = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    if not key:
        raise RefusedError(NO_KEY, status=HTTPStatus.UNAUTHORIZED)
    if not key.startswith(("sk", "rk")):
        raise RefusedError(f"Invalid API Key provided: {key[:7]}****", status=HTTPStatus.UNAUTHORIZED)
    version = request.headers.get("Stripe-Version", API_VERSION)
    if version != API_VERSION:
        raise RefusedError(f"Invalid Stripe API version: {version}. This account speaks {API_VERSION}.")


def _respond(answer: Answer, call: Call) -> Response:
    response = jsonify(answer.body)
    response.status_code = answer.status
    response.headers["Request-Id"] = call.request
    response.headers["Stripe-Version"] = API_VERSION
    if call.key:
        response.headers["Idempotency-Key"] = call.key
    response.headers.update(answer.headers)
    return response


def _unknown(path: str) -> Response:
    message = f"Unrecognized request URL ({request.method}: /v1/{path}). Please see https://stripe.com/docs."
    return refused(RefusedError(message, status=HTTPStatus.NOT_FOUND))
