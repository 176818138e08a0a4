"""What Stripe refuses when a Checkout Session is opened, beyond the types of its parameters."""

from urllib.parse import urlsplit

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.customers import check_email
from infra.local.stand_ins.stripe.errors import RefusedError, required

SHORTEST_SECONDS, LONGEST_SECONDS = 30 * 60, 24 * 3600
FOREIGN = {
    "payment": ("setup_intent_data", "subscription_data"),
    "setup": ("line_items", "payment_intent_data", "subscription_data"),
}
"""Parameters that make no sense in a mode."""


def check_session(account: Account, params: Document) -> None:
    """Refuse a session that Stripe would not open."""
    _check_mode(params)
    _check_addresses(params)
    _check_guest(account, params)
    _check_end(account, params)


def _check_mode(params: Document) -> None:
    mode = params.get("mode")
    if mode is None:
        raise required("mode")
    if mode not in FOREIGN:
        raise RefusedError(f"This stand-in opens no sessions in `{mode}` mode.", param="mode")
    for name in FOREIGN[mode]:
        if name in params:
            raise RefusedError(f"You can not pass `{name}` in `{mode}` mode.", param=name)
    if mode == "payment" and not params.get("line_items"):
        raise required("line_items")
    if mode == "setup" and not {"currency", "allowed_payment_method_types"} & params.keys():
        raise required("currency")


def _check_addresses(params: Document) -> None:
    if params.get("ui_mode", "hosted_page") != "hosted_page":
        raise RefusedError("This stand-in has hosted pages only.", param="ui_mode")
    if "success_url" not in params:
        raise required("success_url")
    for name in ("success_url", "cancel_url"):
        if name in params and urlsplit(params[name]).scheme not in ("http", "https"):
            raise RefusedError("Not a valid URL", code="url_invalid", param=name)


def _check_guest(account: Account, params: Document) -> None:
    if {"customer", "customer_email"} <= params.keys():
        raise RefusedError("You may only specify one of these parameters: customer, customer_email.", param="customer")
    if "customer" in params:
        account.find("customer", params["customer"], "customer")
    check_email(params.get("customer_email"), "customer_email")


def _check_end(account: Account, params: Document) -> None:
    left = params.get("expires_at", account.now() + LONGEST_SECONDS) - account.now()
    if left < SHORTEST_SECONDS:
        raise _bad_end("at least 30 minutes")
    if left > LONGEST_SECONDS:
        raise _bad_end("less than 24 hours")


def _bad_end(wording: str) -> RefusedError:
    return RefusedError(
        f"The `expires_at` timestamp must be {wording} from Checkout Session creation.", param="expires_at"
    )
