"""The calls that the stand-in takes: method, path, the SDK's typed parameters, and what carries it out."""

from collections.abc import Callable
from dataclasses import dataclass

from infra.local.stand_ins.store import Document
from infra.local.stand_ins.stripe import (
    charges,
    customers,
    events,
    payment_intents,
    payment_methods,
    refunds,
    sessions,
    setup_intents,
)


@dataclass(frozen=True)
class Endpoint:
    """One call; `params` is a name in `stripe.params`, `<key>` in the path an object's id."""

    method: str
    path: str
    params: str
    act: Callable[..., Document]


ENDPOINTS = (
    Endpoint("POST", "/v1/customers", "CustomerCreateParams", customers.create),
    Endpoint("GET", "/v1/customers", "CustomerListParams", customers.every),
    Endpoint("GET", "/v1/customers/<key>", "CustomerRetrieveParams", customers.retrieve),
    Endpoint("POST", "/v1/customers/<key>", "CustomerUpdateParams", customers.update),
    Endpoint("GET", "/v1/payment_methods", "PaymentMethodListParams", payment_methods.every),
    Endpoint("GET", "/v1/payment_methods/<key>", "PaymentMethodRetrieveParams", payment_methods.retrieve),
    Endpoint("POST", "/v1/payment_methods/<key>/attach", "PaymentMethodAttachParams", payment_methods.attach),
    Endpoint("POST", "/v1/payment_methods/<key>/detach", "PaymentMethodDetachParams", payment_methods.detach),
    Endpoint("POST", "/v1/setup_intents", "SetupIntentCreateParams", setup_intents.create),
    Endpoint("GET", "/v1/setup_intents", "SetupIntentListParams", setup_intents.every),
    Endpoint("GET", "/v1/setup_intents/<key>", "SetupIntentRetrieveParams", setup_intents.retrieve),
    Endpoint("POST", "/v1/setup_intents/<key>/confirm", "SetupIntentConfirmParams", setup_intents.confirm),
    Endpoint("POST", "/v1/setup_intents/<key>/cancel", "SetupIntentCancelParams", setup_intents.cancel),
    Endpoint("POST", "/v1/payment_intents", "PaymentIntentCreateParams", payment_intents.create),
    Endpoint("GET", "/v1/payment_intents", "PaymentIntentListParams", payment_intents.every),
    Endpoint("GET", "/v1/payment_intents/<key>", "PaymentIntentRetrieveParams", payment_intents.retrieve),
    Endpoint("POST", "/v1/payment_intents/<key>", "PaymentIntentUpdateParams", payment_intents.update),
    Endpoint("POST", "/v1/payment_intents/<key>/confirm", "PaymentIntentConfirmParams", payment_intents.confirm),
    Endpoint("POST", "/v1/payment_intents/<key>/capture", "PaymentIntentCaptureParams", payment_intents.capture),
    Endpoint("POST", "/v1/payment_intents/<key>/cancel", "PaymentIntentCancelParams", payment_intents.cancel),
    Endpoint("GET", "/v1/charges", "ChargeListParams", charges.every),
    Endpoint("GET", "/v1/charges/<key>", "ChargeRetrieveParams", charges.retrieve),
    Endpoint(
        "GET",
        "/v1/balance_transactions/<key>",
        "BalanceTransactionRetrieveParams",
        charges.retrieve_balance_transaction,
    ),
    Endpoint("POST", "/v1/refunds", "RefundCreateParams", refunds.create),
    Endpoint("GET", "/v1/refunds", "RefundListParams", refunds.every),
    Endpoint("GET", "/v1/refunds/<key>", "RefundRetrieveParams", refunds.retrieve),
    Endpoint("POST", "/v1/refunds/<key>", "RefundUpdateParams", refunds.update),
    Endpoint("POST", "/v1/checkout/sessions", "checkout.SessionCreateParams", sessions.create),
    Endpoint("GET", "/v1/checkout/sessions", "checkout.SessionListParams", sessions.every),
    Endpoint("GET", "/v1/checkout/sessions/<key>", "checkout.SessionRetrieveParams", sessions.retrieve),
    Endpoint("POST", "/v1/checkout/sessions/<key>", "checkout.SessionUpdateParams", sessions.update),
    Endpoint("POST", "/v1/checkout/sessions/<key>/expire", "checkout.SessionExpireParams", sessions.expire),
    Endpoint(
        "GET",
        "/v1/checkout/sessions/<key>/line_items",
        "checkout.SessionLineItemListParams",
        sessions.list_lines,
    ),
    Endpoint("GET", "/v1/events", "EventListParams", events.every),
    Endpoint("GET", "/v1/events/<key>", "EventRetrieveParams", events.retrieve),
)
