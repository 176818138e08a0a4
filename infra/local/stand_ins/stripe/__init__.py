"""Stripe on loopback: the API that the SDK speaks to, a page to pay on, and signed events."""

from infra.local.stand_ins.stripe.server import StripeStandIn

__all__ = ["StripeStandIn"]
