"""The payment service."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared_lib.bootstrap.kernel import KernelServices

if TYPE_CHECKING:
    from shared_lib.payments.adapters.payment_history import PostgresPaymentHistory
    from shared_lib.payments.adapters.pending_payments import PostgresPendingPayments
    from shared_lib.payments.adapters.stripe.gateway import StripeGateway


class PaymentServices(KernelServices):
    """Stripe, and what is still to be asked of it."""

    @cached_property
    def payments(self) -> "StripeGateway":
        """The payment service."""
        from shared_lib.payments.adapters.stripe.gateway import StripeGateway

        settings = self.settings
        return StripeGateway(
            api_key=settings.stripe_api_key,
            api_base=settings.stripe_api_base,
            webhook_secret=settings.stripe_webhook_secret,
        )

    @cached_property
    def pending_payments(self) -> "PostgresPendingPayments":
        """Money matters that somebody has to see to."""
        from shared_lib.payments.adapters.pending_payments import PostgresPendingPayments

        return PostgresPendingPayments(self.database)

    @cached_property
    def payment_history(self) -> "PostgresPaymentHistory":
        """What came in and what went back."""
        from shared_lib.payments.adapters.payment_history import PostgresPaymentHistory

        return PostgresPaymentHistory(self.database)
