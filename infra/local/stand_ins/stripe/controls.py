"""How tests and the console play the guest and the passing of time."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, jsonify, request

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe import checkout, sessions
from infra.local.stand_ins.stripe.account import Account, Cause
from infra.local.stand_ins.stripe.checkout import Guest, Outcome
from infra.local.stand_ins.stripe.errors import RefusedError, required
from infra.local.stand_ins.stripe.webhook_delivery import WebhookDelivery

GOOD_CARD = "4242424242424242"


class Controls:
    """Control endpoints of one account: `/_pay`, `/_expire`, `/_events/<id>/deliver`."""

    def __init__(self, account: Account, delivery: WebhookDelivery) -> None:
        self._account = account
        self._delivery = delivery

    def blueprint(self) -> Blueprint:
        """Return the endpoints for an app to serve."""
        controls = Blueprint("stripe_controls", __name__)
        controls.add_url_rule("/_pay", view_func=self.pay, methods=["POST"])
        controls.add_url_rule("/_expire", view_func=self.expire, methods=["POST"])
        controls.add_url_rule("/_events/<key>/deliver", view_func=self.deliver, methods=["POST"])
        controls.errorhandler(RefusedError)(_refused)
        return controls

    def pay(self) -> Response:
        """Pay as a guest would; `authentication` answers a bank that asks (`"authorise"` or `"refuse"`)."""
        body = request.get_json(force=True)
        key = session_id(body)
        guest = Guest(str(body.get("card", GOOD_CARD)))
        with self._account.changed_by(Cause()):
            outcome = checkout.pay(self._account, key, guest)
            if outcome.status == "needs_authentication" and "authentication" in body:
                allowed = body["authentication"] == "authorise"
                outcome = checkout.answer(self._account, key, allowed=allowed)
        return jsonify(_shown(outcome))

    def expire(self) -> Response:
        """Let an open session's time run out now."""
        with self._account.changed_by(Cause()):
            session = sessions.current(self._account, session_id(request.get_json(force=True)))
            return jsonify(sessions.end(self._account, session) if session["status"] == "open" else session)

    def deliver(self, key: str) -> tuple[Response, int]:
        """Send an event to the webhook, whether or not it was delivered before."""
        delivery = self._delivery.send_again(key)
        return jsonify(delivery or {"error": "unknown event"}), HTTPStatus.OK if delivery else HTTPStatus.NOT_FOUND


def session_id(body: dict[str, Any]) -> str:
    """Return the session that a control request means, by `session` or by the `url` of its page."""
    named = str(body.get("session") or body.get("url") or "")
    key = named.partition("?")[0].rstrip("/").rpartition("/")[2]
    if not key:
        raise required("session")
    return key


def _shown(outcome: Outcome) -> Document:
    session = outcome.session
    return {
        "status": outcome.status,
        "message": outcome.message,
        "session": session["id"],
        "payment_intent": session["payment_intent"],
        "next_url": checkout.success_url(session) if outcome.status == "paid" else session["url"],
    }


def _refused(refusal: RefusedError) -> tuple[Document, int]:
    return refusal.body(), refusal.status
