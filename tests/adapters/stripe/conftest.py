"""A stand-in, the real client that speaks to it, and a webhook that listens."""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import stripe
from flask import Flask, request
from werkzeug.serving import make_server

from infra.local.stand_ins.stand_in import QuietHandler
from infra.local.stand_ins.stripe import StripeStandIn
from shared_lib.adapters.clock import real_now

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

    def __enter__(self) -> "Hook":
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


def client_of(stand_in: StripeStandIn, *, key: str = "sk_test_1", retries: int = 0) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": stand_in.url},
        max_network_retries=retries,
        http_client=stripe.RequestsClient(timeout=10),
    )
