"""Refunds: money on its way back, never more than came."""

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.charges import enter
from infra.local.stand_ins.stripe.customers import merged_metadata
from infra.local.stand_ins.stripe.errors import RefusedError, missing
from infra.local.stand_ins.stripe.listing import listing


def create(account: Account, params: Document) -> Document:
    """Give back all that is left of a charge, or `amount` cents of it."""
    charge = _charge(account, params)
    amount = _amount(charge, params.get("amount"))
    refund = _open(account, charge, amount, params)
    returned = charge["amount_refunded"] + amount
    given = {"amount_refunded": returned, "refunded": returned == charge["amount_captured"]}
    changed = account.save(charge | given)
    account.emit("refund.created", refund)
    account.emit("charge.refunded", changed, {name: charge[name] for name in given})
    return _trace(account, refund)


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return a refund."""
    return account.find("refund", key)


def every(account: Account, params: Document) -> Document:
    """List refunds, of a payment intent or a charge where one is given."""
    return listing(account, "refund", params, url="/v1/refunds", fields=("charge", "payment_intent"))


def update(account: Account, params: Document, key: str) -> Document:
    """Change a refund's metadata."""
    refund = account.find("refund", key)
    metadata = merged_metadata(refund["metadata"], params.get("metadata", {}))
    return account.save(refund | {"metadata": metadata})


def _charge(account: Account, params: Document) -> Document:
    if "charge" in params:
        return account.find("charge", params["charge"], "charge")
    if "payment_intent" not in params:
        raise RefusedError(
            "One of the following params should be provided for this request: payment_intent or charge.",
            code="parameter_missing",
            param="payment_intent",
        )
    return _paid_charge(account, params["payment_intent"])


def _paid_charge(account: Account, key: str) -> Document:
    intent = account.find("payment_intent", key, "payment_intent")
    if intent["status"] != "succeeded":
        raise RefusedError(f"This PaymentIntent ({key}) does not have a successful charge to refund.")
    if not intent["latest_charge"]:
        raise missing("charge", key, "payment_intent")
    return account.find("charge", intent["latest_charge"])


def _amount(charge: Document, asked: int | None) -> int:
    left: int = charge["amount_captured"] - charge["amount_refunded"]
    if left <= 0:
        raise RefusedError(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    amount = left if asked is None else asked
    if amount <= 0:
        raise RefusedError("Invalid positive integer", code="parameter_invalid_integer", param="amount")
    if amount > left:
        raise RefusedError(
            f"Refund amount ({_dollars(amount)}) is greater than unrefunded amount on charge ({_dollars(left)})",
            param="amount",
        )
    return amount


def _open(account: Account, charge: Document, amount: int, params: Document) -> Document:
    entry = enter(account, charge, amount=-amount, fee=0, kind="refund")
    refund = account.create(
        "refund",
        {
            "amount": amount,
            "balance_transaction": entry["id"],
            "charge": charge["id"],
            "currency": charge["currency"],
            "destination_details": {"card": {"reference_status": "pending", "type": "refund"}, "type": "card"},
            "metadata": params.get("metadata") or {},
            "payment_intent": charge["payment_intent"],
            "reason": params.get("reason"),
            "receipt_number": None,
            "source_transfer_reversal": None,
            "status": "succeeded",
            "transfer_reversal": None,
        },
    )
    account.save(entry | {"source": refund["id"]})
    return refund


def _trace(account: Account, refund: Document) -> Document:
    """Give a refund the bank's reference by which a guest can find it, and tell so."""
    before = refund["destination_details"]
    card = {"reference": refund["id"][-12:], "reference_status": "available", "type": "refund"}
    traced = account.save(refund | {"destination_details": {"card": card, "type": "card"}})
    account.emit("refund.updated", traced, {"destination_details": before})
    return traced


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}.{cents % 100:02}"
