"""The Mail Send API, its event webhook and the erasure of recipients, with an inbox to look into."""

import secrets
from http import HTTPStatus
from typing import Any, Self
from uuid import uuid4

from flask import Response, abort, jsonify, request
from werkzeug.exceptions import BadRequest

from infra.local.stand_ins.sendgrid.mails import DETAILS, accepted, events
from infra.local.stand_ins.sendgrid.rules import erasure_problems, problems
from infra.local.stand_ins.sendgrid.shapes import Problem
from infra.local.stand_ins.sendgrid.signature import WebhookKey
from infra.local.stand_ins.sendgrid.webhook_delivery import WebhookDelivery
from infra.local.stand_ins.stand_in import StandIn
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock, real_now

HELP = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html"
NO_TOKEN = {"", "None"}
"""What the client sends when it was given no key."""
LARGEST_MESSAGE = 30 * 1024 * 1024


class SendGridStandIn(StandIn):
    """Takes mails, shows them, and tells `hook_url` what became of them; any bearer token is let in.

    Controls: `GET /_mails`, `GET /_mails/<id>`, `POST /_mails/hold_events {"hold": true}`, and
    `POST /_bounce {"message_id"}` with the like for each kind of event (`/_open`, `/_spamreport`, `/_dropped` ...).
    """

    name = "sendgrid"

    def __init__(self, *, hook_url: str, store: Store | None = None, clock: Clock = real_now, port: int = 0) -> None:
        super().__init__(store=store, clock=clock, port=port)
        self._key = self._load_key()
        self.public_key = self._key.public
        self._delivery = WebhookDelivery(
            hook_url=hook_url, key=lambda: self._key, store=self.store, faults=lambda: self.faults
        )
        self.app.config["MAX_CONTENT_LENGTH"] = LARGEST_MESSAGE
        self.app.add_url_rule("/v3/mail/send", view_func=self._send, methods=["POST"])
        self.app.add_url_rule("/v3/recipients/erasejob", view_func=self._erase, methods=["POST"])
        self.app.add_url_rule("/_mails", view_func=self._list)
        self.app.add_url_rule("/_mails/<key>", view_func=self._show)
        self.app.add_url_rule("/_mails/hold_events", view_func=self._hold, methods=["POST"])
        self.app.add_url_rule("/_<kind>", view_func=self._happen, methods=["POST"])

    def start(self) -> Self:
        """Serve, and deliver events, until `stop`."""
        super().start()
        self._delivery.start()
        return self

    def stop(self) -> None:
        """Stop delivering and serving."""
        self._delivery.stop()
        super().stop()

    def reset(self) -> None:
        """Forget the mails but keep the key, which others were told."""
        super().reset()
        self.store.put("keys", "webhook", {"pem": self._key.pem})
        self._delivery.hold(hold=False)

    def state(self) -> dict[str, Any]:
        """Return mails and waiting events; the key stays where it is."""
        return {collection: known for collection, known in super().state().items() if collection != "keys"}

    def failure(self, status: int) -> Response:
        """Fail in SendGrid's words."""
        return _errors(status, [("", HTTPStatus(status).phrase)])

    def _load_key(self) -> WebhookKey:
        if known := self.store.get("keys", "webhook"):
            return WebhookKey.load(known["pem"])
        key = WebhookKey.generate()
        self.store.put("keys", "webhook", {"pem": key.pem})
        return key

    def _send(self) -> Response:
        body = self._read()
        if isinstance(body, Response):
            return body
        if wrong := problems(body, now=self.clock().timestamp()):
            return _errors(400, wrong)
        if body.get("mail_settings", {}).get("sandbox_mode", {}).get("enable"):
            return Response(status=HTTPStatus.OK)
        return self._accept(body)

    def _read(self) -> Any:  # noqa: ANN401 -- JSON, or the answer to whoever may not ask
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        if kind != "Bearer" or token in NO_TOKEN:
            return _errors(401, [("", "The provided authorization grant is invalid, expired, or revoked")])
        try:
            return request.get_json(force=True)
        except BadRequest:
            return _errors(400, [("", "Bad Request")])

    def _erase(self) -> Response:
        """Erase mails to some addresses; SendGrid does so within days, and says only that it will."""
        body = self._read()
        if isinstance(body, Response):
            return body
        if wrong := erasure_problems(body):
            return _errors(400, wrong)
        asked = {address.lower() for address in body["email_addresses"]}
        for mail in self.store.all("mails"):
            if asked & {person["email"].lower() for kind in ("to", "cc", "bcc") for person in mail[kind]}:
                self.store.remove("mails", mail["id"])
        answer = jsonify(job_id=str(uuid4()))
        answer.status_code = HTTPStatus.ACCEPTED
        return answer

    def _accept(self, body: dict[str, Any]) -> Response:
        message_id = secrets.token_urlsafe(16)
        for mail in accepted(body, message_id=message_id, at=self.clock()):
            self.store.put("mails", mail["id"], mail)
            for kind in ("processed", "delivered"):
                self._notify(mail["id"], kind)
        return Response(status=HTTPStatus.ACCEPTED, headers={"X-Message-Id": message_id})

    def _notify(self, key: str, kind: str) -> None:
        at = self.clock()
        with self.store.exclusive():
            mail = self.store.get("mails", key) or abort(404)
            mail["events"].append({"event": kind, "at": at.isoformat()})
            self.store.put("mails", key, mail)
        self._delivery.post(events(mail, kind, at=at))

    def _list(self) -> Response:
        return jsonify(self.store.all("mails")[::-1])

    def _show(self, key: str) -> Response:
        return jsonify(self.store.get("mails", key) or abort(404))

    def _hold(self) -> tuple[str, int]:
        self._delivery.hold(hold=bool(request.get_json(force=True)["hold"]))
        return "", HTTPStatus.NO_CONTENT

    def _happen(self, kind: str) -> tuple[str, int]:
        if kind not in DETAILS:
            abort(404)
        self._notify(request.get_json(force=True).get("message_id", ""), kind)
        return "", HTTPStatus.NO_CONTENT


def _errors(status: int, found: list[Problem]) -> Response:
    listed = [{"message": message, "field": field or None, "help": HELP if field else None} for field, message in found]
    response = jsonify(errors=listed)
    response.status_code = status
    return response
