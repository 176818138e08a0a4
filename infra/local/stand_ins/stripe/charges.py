"""Charges: what a card was asked for and answered, and the fee that Stripe keeps."""

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.cards import card_of
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.listing import listing

FEE_PERMILLE, FEE_FIXED_CENTS = 29, 30
HOLD_SECONDS = 7 * 24 * 3600
PAYOUT_SECONDS = 2 * 24 * 3600
OF_INTENT = (
    "amount",
    "currency",
    "customer",
    "description",
    "metadata",
    "receipt_email",
    "statement_descriptor_suffix",
)
EMPTY: Document = {
    "amount_refunded": 0,
    "application": None,
    "balance_transaction": None,
    "calculated_statement_descriptor": "CORESYNC",
    "disputed": False,
    "failure_balance_transaction": None,
    "failure_code": None,
    "failure_message": None,
    "fraud_details": {},
    "receipt_number": None,
    "receipt_url": None,
    "refunded": False,
    "review": None,
    "shipping": None,
    "statement_descriptor": None,
    "transfer_data": None,
    "transfer_group": None,
}
APPROVED: Document = {
    "advice_code": None,
    "network_status": "approved_by_network",
    "reason": None,
    "risk_level": "normal",
    "risk_score": 12,
    "seller_message": "Payment complete.",
    "type": "authorized",
}


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return a charge."""
    return account.find("charge", key)


def every(account: Account, params: Document) -> Document:
    """List charges, of a PaymentIntent or a customer where one is given."""
    return listing(account, "charge", params, url="/v1/charges", fields=("customer", "payment_intent"))


def retrieve_balance_transaction(account: Account, _params: Document, key: str) -> Document:
    """Return what a charge or refund did to the balance, with its fee."""
    return account.find("balance_transaction", key)


def approve(account: Account, intent: Document, method: Document) -> Document:
    """Take (or, for later capture, hold) the intent's amount from a card, and tell so."""
    captures = intent["capture_method"] != "manual"
    taken = {"amount_captured": intent["amount"] if captures else 0, "captured": captures}
    charge = _create(account, intent, method, taken | {"outcome": APPROVED, "paid": True, "status": "succeeded"})
    account.emit("charge.succeeded", charge)
    return charge


def decline(account: Account, intent: Document, method: Document, refusal: RefusedError) -> Document:
    """Record that the card's bank said no, and tell so."""
    outcome = APPROVED | {
        "network_status": "declined_by_network",
        "reason": refusal.details.get("decline_code"),
        "seller_message": "The bank did not return any further details with this decline.",
        "type": "issuer_declined",
    }
    failure = {"failure_code": refusal.code, "failure_message": refusal.message}
    fields = {"amount_captured": 0, "captured": False, "outcome": outcome, "paid": False, "status": "failed"}
    charge = _create(account, intent, method, fields | failure)
    account.emit("charge.failed", charge)
    return charge


def book(account: Account, charge: Document) -> Document:
    """Enter a captured charge in the balance; Stripe does this after `charge.succeeded` and tells `charge.updated`."""
    fee = fee_cents(charge["amount_captured"])
    entry = enter(account, charge, amount=charge["amount_captured"], fee=fee, kind="charge")
    booked = account.save(charge | {"balance_transaction": entry["id"]})
    account.emit("charge.updated", booked, {"balance_transaction": None})
    return booked


def capture(account: Account, charge: Document, amount: int) -> Document:
    """Take that part, in cents, of a held amount; the rest is let go."""
    captured = account.save(charge | {"amount_captured": amount, "captured": True})
    account.emit("charge.captured", captured)
    return book(account, captured)


def enter(account: Account, source: Document, *, amount: int, fee: int, kind: str) -> Document:
    """Make a balance transaction of an amount and a fee in cents."""
    detail = {
        "amount": fee,
        "application": None,
        "currency": source["currency"],
        "description": "Stripe processing fees",
    }
    return account.create(
        "balance_transaction",
        {
            "amount": amount,
            "available_on": account.now() + PAYOUT_SECONDS,
            "balance_type": "payments",
            "currency": source["currency"],
            "description": source.get("description"),
            "exchange_rate": None,
            "fee": fee,
            "fee_details": [detail | {"type": "stripe_fee"}] if fee else [],
            "net": amount - fee,
            "reporting_category": kind,
            "source": source["id"],
            "status": "pending",
            "type": kind,
        },
    )


def fee_cents(amount: int) -> int:
    """Return Stripe's fee of an amount, both in cents: 2.9 % to the nearest cent, and 30 cents."""
    return (amount * FEE_PERMILLE + 500) // 1000 + FEE_FIXED_CENTS


def _create(account: Account, intent: Document, method: Document, fields: Document) -> Document:
    card = method["card"] | {
        "amount_authorized": intent["amount"] if fields["paid"] else None,
        "capture_before": account.now() + HOLD_SECONDS if fields["paid"] and not fields["captured"] else None,
        "network": card_of(method).brand,
    }
    of_intent = {name: intent[name] for name in OF_INTENT}
    of_method = {"billing_details": method["billing_details"], "payment_method": method["id"]}
    links = {"payment_intent": intent["id"], "payment_method_details": {"card": card, "type": "card"}}
    return account.create("charge", EMPTY | of_intent | of_method | links | fields)
