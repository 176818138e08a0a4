"""The Messages resource of one account, with its texts to look into."""

import secrets
from email.utils import format_datetime
from http import HTTPStatus
from typing import Any

from flask import Response, jsonify, request

from infra.local.stand_ins.stand_in import StandIn
from infra.local.stand_ins.store import Document, Store
from infra.local.stand_ins.twilio.rules import SERVICE, problem
from infra.local.stand_ins.twilio.segments import segments
from shared_lib.kernel.clock import Clock, real_now

HELP = "https://www.twilio.com/docs/errors"
STOP_WORDS = {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"}
START_WORDS = {"START", "YES", "UNSTOP"}


class TwilioStandIn(StandIn):
    """Takes texts of one `account`, by its `token`, from its one `sender`, and shows them.

    Controls: `GET /_texts`, and `POST /_answer {"from", "body"}`, by which a guest says STOP or START.
    """

    name = "sms"

    def __init__(
        self,
        *,
        account: str,
        token: str,
        sender: str,
        store: Store | None = None,
        clock: Clock = real_now,
        port: int = 0,
    ) -> None:
        super().__init__(store=store, clock=clock, port=port)
        self.account, self._token, self.sender = account, token, sender
        path = "/2010-04-01/Accounts/<account>/Messages.json"
        self.app.add_url_rule(path, view_func=self._create, methods=["POST"])
        self.app.add_url_rule("/_texts", view_func=self._list)
        self.app.add_url_rule("/_answer", view_func=self._answer, methods=["POST"])
        self.app.register_error_handler(
            HTTPStatus.NOT_FOUND, lambda _: _error(404, 20404, "The resource was not found")
        )

    def texts(self) -> list[Document]:
        """Return all texts, newest first."""
        return self.store.all("texts")[::-1]

    def failure(self, status: int) -> Response:
        """Fail in Twilio's words."""
        return _error(status, 20000 + status, HTTPStatus(status).phrase)

    def _create(self, account: str) -> Response:
        said = request.authorization
        if said is None or (said.username, said.password) != (self.account, self._token):
            return _error(401, 20003, "Authenticate")
        if account != self.account:
            return _error(404, 20404, f"The requested resource /Accounts/{account}/Messages.json was not found")
        form = request.form.to_dict()
        stopped = {one["number"] for one in self.store.all("stopped")}
        if wrong := problem(form, sender=self.sender, stopped=stopped):
            return _error(400, *wrong)
        return self._accept(form)

    def _accept(self, form: dict[str, str]) -> Response:
        sid, at = f"SM{secrets.token_hex(16)}", self.clock()
        is_service = bool(SERVICE.fullmatch(self.sender))
        text: dict[str, Any] = {
            "sid": sid,
            "to": form["To"],
            "from": None if is_service else self.sender,
            "body": form["Body"],
            "status": "accepted" if is_service else "queued",
        }
        kept = {"at": at.isoformat(), "segments": segments(form["Body"])}
        self.store.put("texts", sid, text | {"status": "delivered"} | kept)
        answer = jsonify(text | self._formalities(sid, date=format_datetime(at)))
        answer.status_code = HTTPStatus.CREATED
        return answer

    def _formalities(self, sid: str, *, date: str) -> dict[str, Any]:
        return {
            "account_sid": self.account,
            "api_version": "2010-04-01",
            "date_created": date,
            "date_updated": date,
            "date_sent": None,
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
            "messaging_service_sid": self.sender if SERVICE.fullmatch(self.sender) else None,
            "price": None,
            "uri": f"/2010-04-01/Accounts/{self.account}/Messages/{sid}.json",
        }

    def _list(self) -> Response:
        return jsonify(self.texts())

    def _answer(self) -> tuple[str, int]:
        body = request.get_json(force=True)
        number, word = body["from"], body["body"].strip().upper()
        if word in STOP_WORDS:
            self.store.put("stopped", number, {"number": number})
        if word in START_WORDS:
            self.store.remove("stopped", number)
        return "", HTTPStatus.NO_CONTENT


def _error(status: int, code: int, message: str) -> Response:
    response = jsonify(code=code, message=message, more_info=f"{HELP}/{code}", status=status)
    response.status_code = status
    return response
