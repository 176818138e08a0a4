"""Stripe's JSON in our words, and ours in Stripe's."""

from typing import Any
from uuid import UUID

from shared_lib.kernel.errors import BadInput, VendorRefused
from shared_lib.payments.payment import Checkout, CheckoutOrder, GatewayEvent

LOCALES = {"en": "en", "es": "es-419", "ru": "ru"}
"""Stripe's page knows neither Ukrainian nor Hebrew: for them it follows the browser."""


def session_params(order: CheckoutOrder) -> Any:  # noqa: ANN401 -- the SDK's own nested TypedDict
    """Return what opens a Checkout page: the lines, the guest's e-mail, and our ids in the metadata."""
    ours = {"booking_id": str(order.booking_id), "payment_id": str(order.payment_id)}
    params: dict[str, Any] = {
        "mode": "payment",
        # Cards pay at once; a bank transfer would complete the page days before its money comes, or does not.
        "allowed_payment_method_types": ["card"],
        "client_reference_id": str(order.booking_id),
        "line_items": [_line(name, cents) for name, cents in order.lines if cents],
        "success_url": f"{order.page_url}?from=stripe",
        "cancel_url": order.page_url,
        "locale": LOCALES.get(order.lang, "auto"),
        "expires_at": int(order.ends_at.timestamp()),
        "metadata": ours,
        "payment_intent_data": {"metadata": ours, "description": f"CoreSync {order.reference}"},
    }
    return params | ({"customer_email": order.email} if order.email else {})


def _line(name: str, cents: int) -> dict[str, Any]:
    price = {"currency": "usd", "unit_amount": cents, "product_data": {"name": name}}
    return {"price_data": price, "quantity": 1}


def read_checkout(session: Any) -> Checkout:  # noqa: ANN401 -- a StripeObject, which answers attributes only
    """Return a Checkout Session as it stands; raise VendorRefused for one that is not ours."""
    ours = session.metadata.to_dict() if session.metadata else {}
    intent = session.payment_intent
    try:
        return Checkout(
            id=session.id,
            url=session.url or "",
            status=session.status,
            paid=session.payment_status == "paid",
            payment_intent_id=getattr(intent, "id", intent),
            booking_id=UUID(ours["booking_id"]),
            payment_id=UUID(ours["payment_id"]),
        )
    except (KeyError, ValueError) as error:
        raise VendorRefused("stripe", "a checkout that we did not open") from error


def read_event(event: Any) -> GatewayEvent:  # noqa: ANN401 -- a StripeObject, which answers attributes only
    """Return what a snapshot event says, without trusting more of it than what it is about."""
    try:
        about = event.data.object
        metadata = getattr(about, "metadata", None)
        read = GatewayEvent(event.id, event.type, about.id, metadata.to_dict() if metadata else {})
    except AttributeError as error:
        raise BadInput("data.object", "is missing") from error
    if not all(isinstance(word, str) for word in (read.id, read.type, read.about, *read.metadata.values())):
        raise BadInput("id", "is no text")
    return read


def signed_at(header: str) -> int:
    """Return the instant that a verified signature's header names, in seconds since 1970."""
    stamps = [value for name, _, value in (part.strip().partition("=") for part in header.split(",")) if name == "t"]
    return max(int(stamp) for stamp in stamps)
