"""What a guest does on the page of a Checkout Session: pays, is declined, answers their bank."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe import charging, customers, payment_intents, sessions, setup_intents
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.cards import BY_NUMBER
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.payment_methods import make

Status = Literal["paid", "declined", "invalid", "needs_authentication", "expired", "complete"]
WRONG_NUMBER = "Your card number is invalid."
PLACEHOLDER = "{CHECKOUT_SESSION_ID}"


@dataclass(frozen=True)
class Guest:
    """What somebody typed: a card number with or without spaces, their name and e-mail address."""

    card: str
    name: str = "Test Guest"
    email: str = "guest@example.com"


@dataclass(frozen=True)
class Outcome:
    """How a visit to the page went; `message` is for the guest, `session` as it is now."""

    status: Status
    session: Document
    message: str = ""


def pay(account: Account, key: str, guest: Guest) -> Outcome:
    """Pay, or leave the card of, an open session."""
    session = sessions.current(account, key)
    if session["status"] != "open":
        return Outcome(session["status"], session)
    card = BY_NUMBER.get("".join(guest.card.split()))
    if card is None:
        return Outcome("invalid", session, WRONG_NUMBER)
    session = _with_customer(account, session, guest)
    email = session["customer_email"] or guest.email
    method = make(account, card, name=guest.name, email=email)
    return _attempt(account, session, method, allowed=False)


def answer(account: Account, key: str, *, allowed: bool) -> Outcome:
    """Carry the guest's word to their bank: go on with the payment, or refuse it."""
    session = sessions.current(account, key)
    intent = intent_of(account, session)
    if session["status"] != "open" or intent is None or intent["status"] != "requires_action":
        return Outcome(session["status"] if session["status"] != "open" else "declined", session)
    method = account.find("payment_method", intent["payment_method"])
    if allowed:
        return _attempt(account, session, method, allowed=True)
    refusal = REFUSE[intent["object"]](account, intent, method)
    return Outcome("declined", session, refusal.message)


def intent_of(account: Account, session: Document) -> Document | None:
    """Return the payment or set-up that a session has begun."""
    kind = "setup_intent" if session["mode"] == "setup" else "payment_intent"
    return account.find(kind, session[kind]) if session[kind] else None


def success_url(session: Document) -> str:
    """Return where the guest goes after paying."""
    url: str = session["success_url"]
    return url.replace(PLACEHOLDER, session["id"])


def _attempt(account: Account, session: Document, method: Document, *, allowed: bool) -> Outcome:
    started = intent_of(account, session) or _open_payment(account, session)
    kind = started["object"]
    session = account.save(session | {kind: started["id"]})
    try:
        intent = TRY[kind](account, started, method, allowed=allowed)
    except RefusedError as refusal:
        return Outcome("declined", session, refusal.message)
    if intent["status"] == "requires_action":
        return Outcome("needs_authentication", session)
    return Outcome("paid", _complete(account, session, method))


def _open_payment(account: Account, session: Document) -> Document:
    wishes = account.store.get("payment_wishes", session["id"]) or {}
    money = {"amount": session["amount_total"], "currency": session["currency"], "customer": session["customer"]}
    return payment_intents.open_intent(account, wishes | money)


def _charge(account: Account, intent: Document, method: Document, *, allowed: bool) -> Document:
    paid = charging.attempt(account, intent, method, guest_is_there=True, allowed=allowed)
    payment_intents.keep_card(account, paid, method)
    return paid


def _complete(account: Account, session: Document, method: Document) -> Document:
    shown = method["billing_details"]
    details = {"address": None, "email": shown["email"], "name": shown["name"], "phone": None, "tax_exempt": "none"}
    status = "paid" if session["mode"] == "payment" else "no_payment_required"
    done = {"customer_details": details | {"tax_ids": []}, "payment_status": status, "status": "complete", "url": None}
    completed = account.save(session | done)
    account.emit("checkout.session.completed", completed)
    return completed


def _with_customer(account: Account, session: Document, guest: Guest) -> Document:
    """Make the customer that a session wishes for, when its card is to be used again or always."""
    wishes = account.store.get("payment_wishes", session["id"]) or {}
    wanted = session["customer_creation"] == "always" or "setup_future_usage" in wishes
    if session["customer"] or not wanted:
        return session
    email = session["customer_email"] or guest.email
    customer = customers.create(account, {"email": email, "name": guest.name})
    if session["setup_intent"]:
        account.save(account.find("setup_intent", session["setup_intent"]) | {"customer": customer["id"]})
    return account.save(session | {"customer": customer["id"]})


def _refuse_setup(account: Account, intent: Document, _method: Document) -> RefusedError:
    code = "setup_intent_authentication_failure"
    return setup_intents.fail(account, intent, RefusedError(charging.NOT_ALLOWED, kind="card_error", code=code))


TRY: dict[str, Callable[..., Document]] = {"payment_intent": _charge, "setup_intent": setup_intents.save_card}
REFUSE = {"payment_intent": charging.not_allowed, "setup_intent": _refuse_setup}
