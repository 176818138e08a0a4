"""Payment methods: cards, made from test names or on our page, and kept with a customer."""

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.cards import BY_NAME, BY_NUMBER, Card, card_of
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.listing import listing

EXPIRY_YEAR = 2034
NOBODY: Document = {"address": None, "email": None, "name": None, "phone": None, "tax_id": None}


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return a payment method; a test name makes a new one, as in every call."""
    return resolve(account, key, param=None)


def every(account: Account, params: Document) -> Document:
    """List payment methods of a customer."""
    return listing(account, "payment_method", params, url="/v1/payment_methods", fields=("customer", "type"))


def attach(account: Account, params: Document, key: str) -> Document:
    """Keep a card with a customer, as far as its bank allows."""
    account.find("customer", params["customer"], "customer")
    method = resolve(account, key, param=None)
    if method["customer"]:
        raise RefusedError("The payment method you provided has already been attached to a customer.")
    check_saves(card_of(method))
    return keep(account, method, params["customer"])


def detach(account: Account, _params: Document, key: str) -> Document:
    """Forget a customer's card."""
    method = account.find("payment_method", key)
    if not method["customer"]:
        raise RefusedError("The payment method you provided is not attached to a customer so detachment is impossible.")
    detached = account.save(method | {"customer": None})
    account.emit("payment_method.detached", detached, {"customer": method["customer"]})
    return detached


def resolve(account: Account, key: str, *, param: str | None = "payment_method") -> Document:
    """Return the payment method of an id, or a new one for a test name."""
    if key in BY_NAME:
        return make(account, BY_NUMBER[BY_NAME[key]])
    return account.find("payment_method", key, param)


def keep(account: Account, method: Document, customer: str) -> Document:
    """Attach a card to its customer and tell so."""
    kept = account.save(method | {"customer": customer})
    account.emit("payment_method.attached", kept)
    return kept


def check_saves(card: Card) -> None:
    """Refuse to keep a card that its bank declines."""
    if not card.saves:
        raise card.refusal()


def make(account: Account, card: Card, *, name: str | None = None, email: str | None = None) -> Document:
    """Make a payment method of a test card."""
    shown = {
        "brand": card.brand,
        "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": "US",
        "display_brand": card.brand,
        "exp_month": 12,
        "exp_year": EXPIRY_YEAR,
        "fingerprint": f"print{card.last4}",
        "funding": "credit",
        "last4": card.last4,
        "networks": {"available": [card.brand], "preferred": None},
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }
    return account.create(
        "payment_method",
        {
            "allow_redisplay": "unspecified",
            "billing_details": NOBODY | {"name": name, "email": email},
            "card": shown,
            "customer": None,
            "metadata": {},
            "type": "card",
        },
    )
