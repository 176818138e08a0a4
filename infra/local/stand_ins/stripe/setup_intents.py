"""Setup intents: a card kept for later, with the guest's permission."""

import secrets

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.cards import card_of
from infra.local.stand_ins.stripe.charging import ask, asks_guest
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.listing import listing
from infra.local.stand_ins.stripe.payment_methods import keep, resolve

OPEN = ("requires_payment_method", "requires_confirmation", "requires_action")
KEPT = ("customer", "description", "metadata", "usage")
EMPTY: Document = {
    "application": None,
    "automatic_payment_methods": {"allow_redirects": "always", "enabled": True},
    "cancellation_reason": None,
    "customer": None,
    "description": None,
    "flow_directions": None,
    "last_setup_error": None,
    "latest_attempt": None,
    "mandate": None,
    "metadata": {},
    "next_action": None,
    "on_behalf_of": None,
    "payment_method": None,
    "payment_method_options": {},
    "payment_method_types": ["card"],
    "single_use_mandate": None,
    "status": "requires_payment_method",
    "usage": "off_session",
}


def create(account: Account, params: Document) -> Document:
    """Ask for a card to keep, and keep it at once where `confirm` says so."""
    if "customer" in params:
        account.find("customer", params["customer"], "customer")
    method = resolve(account, params["payment_method"])["id"] if "payment_method" in params else None
    fields = {name: params[name] for name in KEPT if name in params}
    fields |= {
        "client_secret": f"seti_secret_{secrets.token_hex(12)}",
        "payment_method": method,
        "status": "requires_confirmation" if method else "requires_payment_method",
    }
    intent = account.create("setup_intent", EMPTY | fields)
    account.emit("setup_intent.created", intent)
    return confirm(account, {}, intent["id"]) if params.get("confirm") else intent


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return a setup intent."""
    return account.find("setup_intent", key)


def every(account: Account, params: Document) -> Document:
    """List setup intents, of a customer where one is given."""
    return listing(account, "setup_intent", params, url="/v1/setup_intents", fields=("customer", "payment_method"))


def confirm(account: Account, params: Document, key: str) -> Document:
    """Keep the card that the call or the intent names."""
    intent = account.find("setup_intent", key)
    named = params.get("payment_method") or intent["payment_method"]
    if intent["status"] not in OPEN or not named:
        raise _unexpected(intent, "confirm")
    return save_card(account, intent, resolve(account, named))


def cancel(account: Account, params: Document, key: str) -> Document:
    """Stop asking for a card."""
    intent = account.find("setup_intent", key)
    if intent["status"] not in OPEN:
        raise _unexpected(intent, "cancel")
    reason = {"status": "canceled", "cancellation_reason": params.get("cancellation_reason")}
    canceled = account.save(intent | reason)
    account.emit("setup_intent.canceled", canceled)
    return canceled


def save_card(account: Account, intent: Document, method: Document, *, allowed: bool = False) -> Document:
    """Keep a card and return the intent as it is then; `allowed` says that the guest has answered their bank."""
    card = card_of(method)
    if not card.saves:
        raise fail(account, intent, card.refusal())
    if asks_guest(account, method) and not allowed:
        return ask(account, intent, method)
    done = {"last_setup_error": None, "next_action": None, "payment_method": method["id"], "status": "succeeded"}
    kept = account.save(intent | done)
    if kept["customer"] and not method["customer"]:
        keep(account, method, kept["customer"])
    account.emit("setup_intent.succeeded", kept)
    return kept


def fail(account: Account, intent: Document, refusal: RefusedError) -> RefusedError:
    """Record and tell that a card could not be kept, and return its error with the intent in it."""
    reason = {"last_setup_error": refusal.body()["error"], "next_action": None, "payment_method": None}
    failed = account.save(intent | reason | {"status": "requires_payment_method"})
    account.emit("setup_intent.setup_failed", failed)
    refusal.details["setup_intent"] = failed
    return refusal


def _unexpected(intent: Document, verb: str) -> RefusedError:
    return RefusedError(
        f"You cannot {verb} this SetupIntent because it has a status of {intent['status']}.",
        code="setup_intent_unexpected_state",
        setup_intent=intent,
    )
