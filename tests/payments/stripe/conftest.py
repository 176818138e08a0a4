"""A stand-in, the real client that speaks to it, and a webhook that listens."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, Self

import pytest
import requests
import stripe
from flask import Flask, request
from werkzeug.serving import make_server

from infra.local.stand_ins.stand_in import QuietHandler
from infra.local.stand_ins.stripe import StripeStandIn
from shared_lib.kernel.clock import real_now

SECRET = "whsec_of_a_test"


class Hook:
    """A webhook that keeps what arrives with a good signature, and answers `status`."""

    def __init__(self) -> None:
        self.status = 204
        self.events: list[stripe.Event] = []
        app = Flask("hook")
        app.add_url_rule("/hook", view_func=self._take, methods=["POST"])
        self._server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietHandler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/hook"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def types(self) -> list[str]:
        return [event.type for event in self.events]

    def _take(self) -> tuple[str, int]:
        header = request.headers["Stripe-Signature"]
        event = stripe.Webhook.construct_event(request.get_data(), header, SECRET, api_key="sk_test_1")
        self.events.append(event)
        return "", self.status


class VendorClock:
    """Real time plus what a test has added."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return real_now() + self.ahead


@pytest.fixture
def hook() -> Iterator[Hook]:
    with Hook() as hook:
        yield hook


@pytest.fixture
def vendor_clock() -> VendorClock:
    return VendorClock()


@pytest.fixture
def stand_in(hook: Hook, vendor_clock: VendorClock) -> Iterator[StripeStandIn]:
    with StripeStandIn(hook_url=hook.url, webhook_secret=SECRET, vendor_clock=vendor_clock) as stand_in:
        yield stand_in


@pytest.fixture
def client(stand_in: StripeStandIn) -> stripe.StripeClient:
    return client_of(stand_in)


@pytest.fixture
def massage() -> dict[str, Any]:
    """What a session for a massage of $135.00 says."""
    price = {"currency": "usd", "unit_amount": 13500, "product_data": {"name": "Massage, 60 minutes"}}
    return {
        "mode": "payment",
        "line_items": [{"price_data": price, "quantity": 1}],
        "client_reference_id": "booking-1",
        "customer_email": "guest@example.com",
        "success_url": "http://127.0.0.1/done?session={CHECKOUT_SESSION_ID}",
        "cancel_url": "http://127.0.0.1/back",
        "expires_at": int(real_now().timestamp()) + 1860,
        "metadata": {"booking": "CS-2026-000001"},
        "payment_intent_data": {"metadata": {"booking": "CS-2026-000001"}, "description": "Massage"},
    }


@pytest.fixture
def session(client: stripe.StripeClient, massage: Any) -> stripe.checkout.Session:
    return client.v1.checkout.sessions.create(massage)


@pytest.fixture
def pay(stand_in: StripeStandIn) -> Callable[..., dict[str, Any]]:
    """Pay a session as a guest would, by the control endpoint."""

    def pay(session: str, card: str = "4242424242424242", **more: str) -> dict[str, Any]:
        answer = requests.post(f"{stand_in.url}/_pay", json={"session": session, "card": card, **more}, timeout=10)
        return dict(answer.json())

    return pay


@pytest.fixture
def paid(client, session, pay) -> str:
    """The id of a payment intent of $135.00 that has been paid."""
    return str(pay(session.id)["payment_intent"])


@pytest.fixture
def told() -> Callable[..., Any]:
    """Return the error object inside a refusal."""
    return lambda refused: refused.value.error


def client_of(stand_in: StripeStandIn, *, key: str = "sk_test_1", retries: int = 0) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": stand_in.url},
        max_network_retries=retries,
        http_client=stripe.RequestsClient(timeout=10),
    )
