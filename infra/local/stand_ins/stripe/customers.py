"""Customers: a guest as Stripe knows them."""

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe.account import Account
from infra.local.stand_ins.stripe.errors import RefusedError
from infra.local.stand_ins.stripe.listing import listing

EMPTY: Document = {
    "address": None,
    "balance": 0,
    "currency": None,
    "default_source": None,
    "delinquent": False,
    "description": None,
    "discount": None,
    "email": None,
    "invoice_settings": {
        "custom_fields": None,
        "default_payment_method": None,
        "footer": None,
        "rendering_options": None,
    },
    "metadata": {},
    "name": None,
    "phone": None,
    "preferred_locales": [],
    "shipping": None,
    "tax_exempt": "none",
    "test_clock": None,
}


def create(account: Account, params: Document) -> Document:
    """Open a record for a guest."""
    check_email(params.get("email"), "email")
    customer = account.create("customer", EMPTY | params)
    account.emit("customer.created", customer)
    return customer


def retrieve(account: Account, _params: Document, key: str) -> Document:
    """Return a customer."""
    return account.find("customer", key)


def update(account: Account, params: Document, key: str) -> Document:
    """Change a customer's fields; metadata is merged, an empty text unsets."""
    check_email(params.get("email"), "email")
    customer = account.find("customer", key)
    changed = account.save(merge(customer, params))
    previous = {name: customer.get(name) for name in params if customer.get(name) != changed[name]}
    account.emit("customer.updated", changed, previous)
    return changed


def every(account: Account, params: Document) -> Document:
    """List customers, by exact e-mail address where one is given."""
    return listing(account, "customer", params, url="/v1/customers", fields=("email",))


def merge(document: Document, params: Document) -> Document:
    """Return an object with changed fields, as every update of Stripe's works."""
    fields = {name: value if value != "" else None for name, value in params.items()}
    if "metadata" in params:
        fields["metadata"] = merged_metadata(document["metadata"], params["metadata"])
    return document | fields


def merged_metadata(old: Document, new: Document | str) -> Document:
    """Return metadata with the new keys; an empty value drops its key, an empty text all of them."""
    if isinstance(new, str):
        return {}
    return {name: value for name, value in (old | new).items() if value != ""}


def check_email(email: str | None, param: str) -> None:
    """Refuse what is no address."""
    name, _, domain = (email or "a@b.c").rpartition("@")
    if not name or "." not in domain or any(letter.isspace() for letter in email or ""):
        raise RefusedError(f"Invalid email address: {email}", code="email_invalid", param=param)
