"""Payment intents: an amount on its way from a card to us."""

import secrets

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe import charges
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.charging import attempt
from infra.local.stand_ins.stripe.customers import merge
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.listing import listing
from infra.local.stand_ins.stripe.payment_methods import keep, resolve

LEAST_CENTS = 50
OPEN = ("requires_payment_method", "requires_confirmation", "requires_action")
KEPT = (
    "capture_method",
    "customer",
    "description",
    "metadata",
    "receipt_email",
    "setup_future_usage",
    "statement_descriptor",
    "statement_descriptor_suffix",
)
EMPTY: Document = {
    "amount_capturable": 0,
    "amount_received": 0,
    "application": None,
    "application_fee_amount": None,
    "automatic_payment_methods": {"allow_redirects": "always", "enabled": True},
    "canceled_at": None,
    "cancellation_reason": None,
    "capture_method": "automatic_async",
    "confirmation_method": "automatic",
    "customer": None,
    "description": None,
    "last_payment_error": None,
    "latest_charge": None,
    "metadata": {},
    "next_action": None,
    "on_behalf_of": None,
    "payment_method": None,
    "payment_method_options": {},
    "payment_method_types": ["card"],
    "processing": None,
    "receipt_email": None,
    "review": None,
    "setup_future_usage": None,
    "shipping": None,
    "source": None,
    "statement_descriptor": None,
    "statement_descriptor_suffix": None,
    "status": "requires_payment_method",
    "transfer_data": None,
    "transfer_group": None,
}


def create(account: Account, params: Document) -> Document:
    """Open a payment, and try to take the money at once where `confirm` says so."""
    check_amount(params["amount"], params["currency"])
    if params.get("off_session") and not params.get("confirm"):
        raise RefusedError("You can only pass `off_session` if `confirm` is true.", param="off_session")
    if "customer" in params:
        account.find("customer", params["customer"], "customer")
    method = _method(account, params, params.get("customer"))
    intent = open_intent(account, params | ({"payment_method": method["id"]} if method else {}))
    return confirm(account, params | {"payment_method": None}, intent["id"]) if params.get("confirm") else intent


def open_intent(account: Account, params: Document) -> Document:
    """Make a payment intent of checked parameters, amount in cents, and tell so."""
    fields = {name: params[name] for name in KEPT if name in params}
    method = params.get("payment_method")
    fields |= {
        "amount": params["amount"],
        "client_secret": f"pi_secret_{secrets.token_hex(12)}",
        "currency": params["currency"].lower(),
        "payment_method": method,
        "status": "requires_confirmation" if method else "requires_payment_method",
    }
    intent = account.create("payment_intent", EMPTY | fields)
    account.emit("payment_intent.created", intent)
    return intent


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return a payment intent."""
    return account.find("payment_intent", key)


def every(account: Account, params: Document) -> Document:
    """List payment intents, of a customer where one is given."""
    return listing(account, "payment_intent", params, url="/v1/payment_intents", fields=("customer",))


def update(account: Account, params: Document, key: str) -> Document:
    """Change what a payment is called; its money is changed by a new one."""
    intent = account.find("payment_intent", key)
    return account.save(merge(intent, {name: params[name] for name in KEPT if name in params}))


def confirm(account: Account, params: Document, key: str) -> Document:
    """Try to take the money."""
    intent = account.find("payment_intent", key)
    if intent["status"] not in OPEN:
        raise _unexpected(intent, _cannot("confirm", intent))
    given = params if params.get("payment_method") else {"payment_method": intent["payment_method"]}
    method = _method(account, given, intent["customer"])
    if method is None:
        raise _unexpected(
            intent,
            "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the"
            " PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a"
            " payment method.",
        )
    alone = bool(params.get("off_session") or params.get("error_on_requires_action"))
    paid = attempt(account, intent, method, guest_is_there=not alone)
    keep_card(account, paid, method)
    return paid


def keep_card(account: Account, intent: Document, method: Document) -> None:
    """Keep the card with the customer of a made payment that asked for it."""
    is_wanted = intent["status"] == "succeeded" and intent["setup_future_usage"]
    if is_wanted and intent["customer"] and not method["customer"]:
        keep(account, method, intent["customer"])


def capture(account: Account, params: Document, key: str) -> Document:
    """Take a held amount, or a part of it; the rest is let go."""
    intent = account.find("payment_intent", key)
    if intent["status"] != "requires_capture":
        raise _unexpected(
            intent,
            f"This PaymentIntent could not be captured because it has a status of {intent['status']}. Only a"
            " PaymentIntent with one of the following statuses may be captured: requires_capture.",
        )
    held: int = intent["amount_capturable"]
    amount: int = params.get("amount_to_capture", held)
    if not 0 < amount <= held:
        raise RefusedError(
            "Amount must be no more than the authorized amount.", code="amount_too_large", param="amount_to_capture"
        )
    charge = charges.capture(account, account.find("charge", intent["latest_charge"]), amount)
    done = account.save(
        intent | {"amount_capturable": 0, "amount_received": charge["amount_captured"], "status": "succeeded"}
    )
    account.emit("payment_intent.succeeded", done)
    return done


def cancel(account: Account, params: Document, key: str) -> Document:
    """End a payment that has not been made; a held amount is let go."""
    intent = account.find("payment_intent", key)
    if intent["status"] not in (*OPEN, "requires_capture"):
        raise _unexpected(intent, _cannot("cancel", intent))
    return end(account, intent, params.get("cancellation_reason"))


def end(account: Account, intent: Document, reason: str | None) -> Document:
    """Cancel an intent and tell so."""
    ended = {"amount_capturable": 0, "canceled_at": account.now(), "next_action": None, "status": "canceled"}
    canceled = account.save(intent | ended | {"cancellation_reason": reason})
    account.emit("payment_intent.canceled", canceled)
    return canceled


def check_amount(amount: int, currency: str) -> None:
    """Refuse an amount in cents that no card can carry."""
    if amount < LEAST_CENTS:
        raise RefusedError(f"Amount must be at least $0.50 {currency.lower()}", code="amount_too_small", param="amount")


def _method(account: Account, params: Document, customer: str | None) -> Document | None:
    if not params.get("payment_method"):
        return None
    method = resolve(account, params["payment_method"])
    if method["customer"] not in (None, customer):
        raise RefusedError(
            f"The customer does not have a payment method with the ID {method['id']}."
            " The payment method must be attached to the customer.",
            code="payment_method_customer_mismatch" if customer else None,
            param="payment_method",
        )
    return method


def _cannot(verb: str, intent: Document) -> str:
    return f"You cannot {verb} this PaymentIntent because it has a status of {intent['status']}."


def _unexpected(intent: Document, message: str) -> RefusedError:
    return RefusedError(message, code="payment_intent_unexpected_state", payment_intent=intent)
