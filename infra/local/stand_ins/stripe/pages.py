"""The page of a Checkout Session, as a guest sees it: plain forms, no scripts, works on a phone."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import quote

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as Redirect

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe import checkout, sessions
from infra.local.stand_ins.stripe.account import Account, Cause
from infra.local.stand_ins.stripe.cards import CARDS
from infra.local.stand_ins.stripe.checkout import Guest, Outcome
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.expansion import line_items
from infra.local.stand_ins.stripe.typed_card import trouble_with

POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
"""No form-action: it would stop the way back to the spa."""
SHOWN_FIELDS = ("number", "expiry", "cvc", "name", "email")


class CheckoutPages:
    """The pages under `/checkout` of one account."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._steps: dict[str, Callable[[str], Outcome]] = {"card": self._pay, "bank": self._answer}

    def blueprint(self) -> Blueprint:
        """Return the pages for an app to show."""
        pages = Blueprint("checkout", __name__, url_prefix="/checkout", template_folder="templates")
        pages.static_folder, pages.static_url_path = "assets", "/assets"
        pages.add_url_rule("/<key>", view_func=self.show, methods=["GET"])
        pages.add_url_rule("/<key>", endpoint="act", view_func=self.act, methods=["POST"])
        pages.errorhandler(RefusedError)(_show_unknown)
        return pages

    def show(self, key: str) -> Response:
        """Show what is to be paid, or that nothing is any more."""
        with self._account.changed_by(Cause()):
            return self._page(sessions.current(self._account, key))

    def act(self, key: str) -> Response | Redirect:
        """Take a form; lead back to the spa when the payment is made."""
        with self._account.changed_by(Cause()):
            step = self._steps.get(request.form.get("step", ""), self._pay)
            outcome = step(key)
            if outcome.status == "paid":
                return redirect(checkout.success_url(outcome.session), HTTPStatus.SEE_OTHER)
            if outcome.status == "needs_authentication":
                return redirect(quote(key), HTTPStatus.SEE_OTHER)
            return self._page(outcome.session, outcome.message)

    def _pay(self, key: str) -> Outcome:
        session = sessions.current(self._account, key)
        if message := trouble_with(request.form, today=self._account.now()):
            return Outcome("invalid", session, message)
        name, email = request.form.get("name", ""), request.form.get("email", "")
        return checkout.pay(self._account, key, Guest(request.form["number"], name=name, email=email))

    def _answer(self, key: str) -> Outcome:
        return checkout.answer(self._account, key, allowed=request.form.get("answer") == "authorise")

    def _page(self, session: Document, message: str = "") -> Response:
        response = make_response(
            render_template(
                self._template(session),
                session=session,
                lines=line_items(self._account, session["id"])["data"],
                message=message,
                cards=CARDS,
                typed={name: request.form[name] for name in SHOWN_FIELDS if name in request.form},
                money=money,
            )
        )
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = "no-store"
        return response

    def _template(self, session: Document) -> str:
        if session["status"] != "open":
            return "checkout/closed.html"
        intent = checkout.intent_of(self._account, session)
        waits = intent is not None and intent["status"] == "requires_action"
        return "checkout/bank.html" if waits else "checkout/card.html"


def money(cents: int, currency: str) -> str:
    """Return an amount as a guest reads it (`$135.00`)."""
    amount = f"{cents // 100:,}.{cents % 100:02}"
    return f"${amount}" if currency == "usd" else f"{amount} {currency.upper()}"


def _show_unknown(refusal: RefusedError) -> tuple[str, int]:
    return render_template("checkout/unknown.html"), refusal.status
