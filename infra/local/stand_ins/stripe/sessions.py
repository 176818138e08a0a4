"""Checkout Sessions: what a guest is asked to pay or to leave, and until when."""

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe import customers, payment_intents, setup_intents
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.expansion import line_items
from infra.local.stand_ins.stripe.lines import read_lines
from infra.local.stand_ins.stripe.listing import listing, page
from infra.local.stand_ins.stripe.session_rules import check_session

DAY_SECONDS = 24 * 3600
KEPT = (
    "allowed_payment_method_types",
    "cancel_url",
    "client_reference_id",
    "customer",
    "customer_creation",
    "customer_email",
    "locale",
    "metadata",
    "submit_type",
    "success_url",
)
EMPTY: Document = {
    "after_expiration": None,
    "allow_promotion_codes": None,
    "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
    "billing_address_collection": None,
    "cancel_url": None,
    "client_reference_id": None,
    "client_secret": None,
    "consent": None,
    "currency_conversion": None,
    "custom_fields": [],
    "custom_text": {},
    "customer": None,
    "customer_creation": None,
    "customer_details": None,
    "customer_email": None,
    "invoice": None,
    "locale": None,
    "metadata": {},
    "payment_intent": None,
    "payment_link": None,
    "payment_method_collection": "if_required",
    "payment_method_options": {"card": {"request_three_d_secure": "automatic"}},
    "payment_method_types": ["card"],
    "payment_status": "unpaid",
    "recovered_from": None,
    "setup_intent": None,
    "shipping_cost": None,
    "shipping_options": [],
    "status": "open",
    "submit_type": None,
    "subscription": None,
    "ui_mode": "hosted_page",
}


def create(account: Account, params: Document) -> Document:
    """Open a page for a guest; a payment's intent is made when they pay, a set-up's at once."""
    check_session(account, params)
    lines = read_lines(params.get("line_items", []))
    fields = {name: params[name] for name in KEPT if name in params}
    fields |= {"expires_at": params.get("expires_at", account.now() + DAY_SECONDS), "mode": params["mode"]}
    session = account.create("checkout.session", EMPTY | fields | _money(lines, params))
    account.store.put("line_items", session["id"], {"data": lines})
    account.store.put("payment_wishes", session["id"], params.get("payment_intent_data", {}))
    session["url"] = f"{account.public_url}/checkout/{session['id']}"
    return account.save(session | _setup(account, params))


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return a session as it is now, which may be expired."""
    return current(account, key)


def every(account: Account, params: Document) -> Document:
    """List sessions, of a payment intent, customer or status where one is given."""
    expire_ended(account)
    fields = ("payment_intent", "customer", "status")
    return listing(account, "checkout.session", params, url="/v1/checkout/sessions", fields=fields)


def update(account: Account, params: Document, key: str) -> Document:
    """Change a session's metadata."""
    session = current(account, key)
    metadata = customers.merged_metadata(session["metadata"], params.get("metadata", {}))
    return account.save(session | {"metadata": metadata})


def list_lines(account: Account, params: Document, key: str) -> Document:
    """List what a session sells."""
    shown = line_items(account, current(account, key)["id"])
    return page("item", shown["data"][::-1], params, url=shown["url"])


def expire(account: Account, _params: Document, key: str) -> Document:
    """End an open session."""
    session = current(account, key)
    if session["status"] != "open":
        raise RefusedError(
            'Only Checkout Sessions with a status in ["open"] can be expired.'
            f" This Checkout Session has a status of `{session['status']}`."
        )
    return end(account, session)


def current(account: Account, key: str) -> Document:
    """Return a session; one whose time has run out ends now."""
    session = account.find("checkout.session", key)
    return end(account, session) if _has_ended(account, session) else session


def expire_ended(account: Account) -> None:
    """End all open sessions whose time has run out."""
    for session in account.every("checkout.session"):
        if _has_ended(account, session):
            end(account, session)


def end(account: Account, session: Document) -> Document:
    """End an open session and the attempt to pay that it may hold, and tell so."""
    ended = account.save(session | {"status": "expired", "url": None})
    if session["payment_intent"]:
        payment_intents.end(account, account.find("payment_intent", session["payment_intent"]), "expired")
    account.emit("checkout.session.expired", ended)
    return ended


def _has_ended(account: Account, session: Document) -> bool:
    return bool(session["status"] == "open" and account.now() >= session["expires_at"])


def _money(lines: list[Document], params: Document) -> Document:
    if params["mode"] == "setup":
        currency = params.get("currency")
        return {"amount_subtotal": None, "amount_total": None, "currency": currency, "total_details": None}
    total = sum(line["amount_total"] for line in lines)
    details = {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0}
    currency = lines[0]["currency"]
    return {"amount_subtotal": total, "amount_total": total, "currency": currency, "total_details": details}


def _setup(account: Account, params: Document) -> Document:
    if params["mode"] != "setup":
        return {}
    wishes = dict(params.get("setup_intent_data", {}))
    if "customer" in params:
        wishes["customer"] = params["customer"]
    return {"setup_intent": setup_intents.create(account, wishes)["id"], "payment_status": "no_payment_required"}
