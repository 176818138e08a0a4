"""The lines of a Checkout Session: what is sold, how often, for how much."""

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import new_id
from infra.local.stand_ins.stripe.errors import RefusedError, missing, required
from infra.local.stand_ins.stripe.payment_intents import LEAST_CENTS


def read_lines(wishes: list[Document]) -> list[Document]:
    """Return line items in Stripe's shape, amounts in cents; refuse what can't be sold together."""
    lines = [_line(wish, f"line_items[{position}]") for position, wish in enumerate(wishes)]
    if len({line["currency"] for line in lines}) > 1:
        raise RefusedError("All line items must have the same currency.", param="line_items")
    if lines and sum(line["amount_total"] for line in lines) < LEAST_CENTS:
        raise RefusedError(
            "The Checkout Session's total amount due must add up to at least $0.50 usd", code="amount_too_small"
        )
    return lines


def _line(wish: Document, where: str) -> Document:
    if "price" in wish:
        raise missing("price", wish["price"], f"{where}[price]")
    if "price_data" not in wish:
        raise required(f"{where}[price_data]")
    if "quantity" not in wish:
        raise RefusedError(f"Quantity is required. Add `quantity` to `{where}`", param=f"{where}[quantity]")
    price = _price(wish["price_data"], f"{where}[price_data]")
    total = price["unit_amount"] * wish["quantity"]
    return {
        "id": new_id("li"),
        "object": "item",
        "amount_discount": 0,
        "amount_subtotal": total,
        "amount_tax": 0,
        "amount_total": total,
        "currency": price["currency"],
        "description": wish["price_data"]["product_data"]["name"],
        "price": price,
        "quantity": wish["quantity"],
    }


def _price(wish: Document, where: str) -> Document:
    for name in ("unit_amount", "product_data"):
        if name not in wish:
            raise required(f"{where}[{name}]")
    if wish["unit_amount"] < 0:
        raise RefusedError(
            "Invalid non-negative integer", code="parameter_invalid_integer", param=f"{where}[unit_amount]"
        )
    if "recurring" in wish:
        raise RefusedError("You can not use recurring prices in `payment` mode.", param=where)
    return {
        "id": new_id("price"),
        "object": "price",
        "active": False,
        "billing_scheme": "per_unit",
        "currency": wish["currency"].lower(),
        "livemode": False,
        "metadata": {},
        "product": new_id("prod"),
        "type": "one_time",
        "unit_amount": wish["unit_amount"],
        "unit_amount_decimal": str(wish["unit_amount"]),
    }
