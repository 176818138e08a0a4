"""The payment gateway on Stripe Checkout; every call that changes something is idempotent by our own row's id."""

import contextlib
import time
from collections.abc import Callable
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

from typing_extensions import override

from shared_lib.kernel.clock import Clock, real_now
from shared_lib.kernel.errors import (
    AccessLost,
    BadInput,
    ExternalServiceError,
    InvalidSignature,
    VendorRefused,
    VendorUnavailable,
)
from shared_lib.kernel.plain_json import read_plain_json
from shared_lib.payments.adapters.stripe.shapes import read_checkout, read_event, session_params, signed_at
from shared_lib.payments.payment import Checkout, CheckoutOrder, GatewayEvent, RefundDue
from shared_lib.payments.ports import PaymentGateway

if TYPE_CHECKING:
    import stripe

T = TypeVar("T")

VENDOR = "stripe"
PAUSES = (0.2, 0.4, 0.8, 1.6)
"""Seconds to wait for the same call of somebody else: a double click."""
EXPAND: Any = {"expand": ["payment_intent"]}


class UnderWay(VendorUnavailable):
    """The same call, by its idempotency key, is being carried out right now."""


class Missing(VendorRefused):
    """Stripe does not know what we ask about."""


class NothingLeft(VendorRefused):
    """All of the charge has gone back already."""


BY_CODE = {"resource_missing": Missing, "charge_already_refunded": NothingLeft}
TOLERANCE = 300
"""Seconds of real time by which a signature may be older or newer than our clock."""
MENDABLE = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
"""What people mend at their end, such as a key that was replaced: a later try will do."""


class StripeGateway(PaymentGateway):
    """`api_base` is "" in the cloud; `seconds` bounds each call, and the SDK never retries: our callers do."""

    def __init__(
        self, *, api_key: str, api_base: str, webhook_secret: str, seconds: float = 8.0, clock: Clock = real_now
    ) -> None:
        self._clock = clock
        self._api_key = api_key
        self._api_base = api_base
        self._webhook_secret = webhook_secret
        self._seconds = seconds

    @cached_property
    def _client(self) -> "stripe.StripeClient":
        import stripe  # a fifth of a second: who only may need Stripe does not wait for it

        addresses: Any = {"api": self._api_base} if self._api_base else {}
        return stripe.StripeClient(
            self._api_key,
            base_addresses=addresses,
            max_network_retries=0,
            http_client=stripe.RequestsClient(timeout=self._seconds),
        )

    @override
    def open(self, order: CheckoutOrder) -> Checkout:
        options: Any = {"idempotency_key": f"checkout:{order.payment_id}"}
        for pause in PAUSES:
            with contextlib.suppress(UnderWay):
                return self._create(order, options)
            time.sleep(pause)
        return self._create(order, options)

    def _create(self, order: CheckoutOrder, options: Any) -> Checkout:  # noqa: ANN401 -- the SDK's own TypedDict
        return read_checkout(
            self._ask(lambda: self._client.v1.checkout.sessions.create(session_params(order), options))
        )

    @override
    def get_checkout(self, checkout_id: str) -> Checkout:
        return read_checkout(self._ask(lambda: self._client.v1.checkout.sessions.retrieve(checkout_id, EXPAND)))

    @override
    def expire(self, checkout_id: str) -> Checkout | None:
        # Stripe refuses to expire what is complete or has expired: how it stands is the answer.
        with contextlib.suppress(VendorRefused):
            self._ask(lambda: self._client.v1.checkout.sessions.expire(checkout_id))
        with contextlib.suppress(Missing):
            return self.get_checkout(checkout_id)
        return None

    @override
    def refund(self, due: RefundDue) -> str:
        try:
            return self._refund(due)
        except NothingLeft:
            if done := self._done_before(due):
                return done
            raise

    def _refund(self, due: RefundDue) -> str:
        params: Any = {
            "payment_intent": due.payment_intent_id,
            "amount": due.amount_cents,
            "reason": "requested_by_customer",
            "metadata": {"refund_id": str(due.id), "booking_id": str(due.booking_id)},
        }
        options: Any = {"idempotency_key": f"refund:{due.id}:{due.attempt}"}
        return self._ask(lambda: self._client.v1.refunds.create(params, options)).id

    def _done_before(self, due: RefundDue) -> str | None:
        """Return the refund that was made for this one, or by hand: Stripe forgets idempotency keys after a day."""
        params: Any = {"payment_intent": due.payment_intent_id}
        made = self._ask(lambda: self._client.v1.refunds.list(params)).data
        named = {(refund.metadata.to_dict() if refund.metadata else {}).get("refund_id"): refund.id for refund in made}
        return named.get(str(due.id)) or named.get(None)

    @override
    def read_event(self, body: bytes, signature: str) -> GatewayEvent:
        import stripe

        try:
            stripe.WebhookSignature.verify_header(body.decode(), signature, self._webhook_secret, TOLERANCE)
        except (stripe.SignatureVerificationError, UnicodeDecodeError) as error:
            raise InvalidSignature("the signature does not match, or is too old") from error
        if signed_at(signature) > self._clock().timestamp() + TOLERANCE:
            raise InvalidSignature("the signature is from the future")  # the SDK refuses old ones only
        return self.reread_event(body)

    def reread_event(self, body: bytes) -> GatewayEvent:
        """Return an event whose signature was verified when it came; raise BadInput."""
        if not isinstance(read_plain_json(body), dict):
            raise BadInput("body", "is not an event")
        try:
            return read_event(self._client.construct_event_without_verification(body))
        except (ValueError, TypeError, AttributeError) as error:
            # The SDK takes it for granted that an event has the shape of one.
            raise BadInput("body", "is not an event") from error

    def _ask(self, call: Callable[[], T]) -> T:
        import stripe

        try:
            return call()
        except (stripe.APIConnectionError, stripe.RateLimitError) as error:
            raise VendorUnavailable(VENDOR, type(error).__name__) from error
        except stripe.StripeError as error:
            raise _kind(error)(VENDOR, f"{type(error).__name__} {error.code or ''}".strip()) from error


def _kind(error: "stripe.StripeError") -> type[ExternalServiceError]:
    if error.http_status == HTTPStatus.CONFLICT:
        return UnderWay
    if error.http_status in MENDABLE:
        return AccessLost
    ours = error.http_status is not None and error.http_status < HTTPStatus.INTERNAL_SERVER_ERROR
    return BY_CODE.get(error.code or "", VendorRefused) if ours else VendorUnavailable
