"""The stand-in as a whole: one account behind the API, the pages and the delivery."""

from flask import Response, request

from infra.local.stand_ins.stand_in import StandIn
from infra.local.stand_ins.store import Document, Store
from infra.local.stand_ins.stripe import sessions
from infra.local.stand_ins.stripe.account import COLLECTIONS, Account, Cause
from infra.local.stand_ins.stripe.api import Api, refused
from infra.local.stand_ins.stripe.controls import Controls
from infra.local.stand_ins.stripe.errors import outage
from infra.local.stand_ins.stripe.idempotency import Idempotency
from infra.local.stand_ins.stripe.pages import CheckoutPages
from infra.local.stand_ins.stripe.webhook_delivery import WebhookDelivery
from shared_lib.kernel.clock import Clock, real_now

SHOWN = (*COLLECTIONS.values(), "deliveries")


class StripeStandIn(StandIn):
    """Stripe for one account; `vendor_clock` is the real time by which sessions end, business time is nothing to it."""

    name = "stripe"

    def __init__(
        self,
        *,
        hook_url: str,
        webhook_secret: str,
        public_url: str | None = None,
        store: Store | None = None,
        clock: Clock = real_now,
        vendor_clock: Clock = real_now,
        port: int = 0,
    ) -> None:
        super().__init__(store=store, clock=clock, port=port)
        self.idempotency = Idempotency(self.store)
        self._delivery = WebhookDelivery(
            hook_url=hook_url,
            secret=webhook_secret,
            store=self.store,
            faults=lambda: self.faults,
            each_round=self._end_sessions,
        )
        self.account = Account(
            store=self.store,
            now=vendor_clock,
            business=clock,
            public_url=public_url or self.url,
            announce=self._delivery.take,
        )
        Api(self.account, self.idempotency).add_to(self.app)
        self.app.register_blueprint(CheckoutPages(self.account).blueprint())
        self.app.register_blueprint(Controls(self.account, self._delivery).blueprint())

    def start(self) -> "StripeStandIn":
        """Serve and deliver until `stop`."""
        self._delivery.start()
        super().start()
        return self

    def stop(self) -> None:
        """Stop delivering and serving; undelivered events wait on the store."""
        super().stop()
        self._delivery.stop()

    def reset(self) -> None:
        """Forget everything, also what was still to be delivered."""
        super().reset()
        self._delivery.forget()

    def state(self) -> Document:
        """Return the account's objects and the deliveries of its events, by collection."""
        return {collection: self.store.all(collection) for collection in SHOWN}

    def failure(self, status: int) -> Response:
        """Return Stripe's own JSON of trouble."""
        return refused(outage(status, writes=request.method == "POST"))

    def _is_control(self) -> bool:
        """Spare the guest's page too: the faults are those of the API."""
        return super()._is_control() or request.path.startswith("/checkout/")

    def _end_sessions(self) -> None:
        with self.account.changed_by(Cause()):
            sessions.expire_ended(self.account)
