"""A Google API on loopback: its discovery document routes and checks, a table of handlers plays it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, ClassVar

from flask import Response, jsonify, request

from infra.local.stand_ins.google.discovery import Call, Method, load
from infra.local.stand_ins.google.errors import GoogleError, invalid, outage
from infra.local.stand_ins.google.fields import read_mask, select
from infra.local.stand_ins.stand_in import StandIn
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock, real_now

Answer = dict[str, Any]
Handler = Callable[[Call], Answer | None]


class GoogleStandIn(StandIn, ABC):
    """Subclasses name their document and play methods by id; a handler without an answer says 204."""

    document: ClassVar[str]

    def __init__(self, *, store: Store | None = None, clock: Clock = real_now, port: int = 0) -> None:
        super().__init__(store=store, clock=clock, port=port)
        self._api = load(self.document)
        self._handlers = self.handlers()
        verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"]
        self.app.add_url_rule("/<path:_>", endpoint="api", view_func=self._serve, methods=verbs)
        self.app.register_error_handler(GoogleError, _refusal)

    @abstractmethod
    def handlers(self) -> Mapping[str, Handler]:
        """Return who plays which method."""

    def failure(self, status: int) -> Response:
        """Fail as Google does."""
        response = jsonify(outage(status).answer())
        response.status_code = status
        return response

    def _serve(self, _: str) -> tuple[Response | str, int]:
        # The path as it was sent: a slash inside a sheet's name is not a slash between names.
        method, path = self._api.find(request.method, request.environ["RAW_URI"].partition("?")[0])
        if method.id not in self._handlers:
            raise GoogleError(HTTPStatus.NOT_IMPLEMENTED, "notImplemented", f"The stand-in does not play {method.id}.")
        call = Call(
            method=method.id,
            path=path,
            query=self._api.check_query(method, request.args.to_dict(flat=False)),
            body=self._api.check_body(method, _json_body()),
            headers=dict(request.headers),
        )
        with self.store.exclusive():
            answer = self._handlers[method.id](call)
        return ("", HTTPStatus.NO_CONTENT) if answer is None else (self._answered(method, call, answer), HTTPStatus.OK)

    def _answered(self, method: Method, call: Call, answer: Answer) -> Response:
        if method.response is None:
            raise AssertionError(f"{method.id} answers nothing, says its document")
        self._api.schemas.check(method.response, answer, "answer")
        mask = read_mask(call.query["fields"]) if "fields" in call.query else {}
        return jsonify(select(mask, answer, method.response, self._api.schemas))


def _json_body() -> object:
    if not request.get_data():
        return None
    body = request.get_json(force=True, silent=True)
    if body is None:
        raise invalid("Invalid JSON payload received.")
    return body


def _refusal(error: GoogleError) -> tuple[Response, int]:
    return jsonify(error.answer()), error.code
