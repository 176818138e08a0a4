"""The console over real stand-ins behind the real front door, with a page to pay on that a test decides about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self

import grpc
import requests
import stripe
from flask import Flask, redirect, render_template_string, request
from google.pubsub_v1.services.publisher import PublisherClient
from google.pubsub_v1.services.publisher.transports import PublisherGrpcTransport
from google.pubsub_v1.services.subscriber import SubscriberClient
from google.pubsub_v1.services.subscriber.transports import SubscriberGrpcTransport

from infra.local.console import create_console
from infra.local.console_server import ConsoleServer
from infra.local.demo import workbook
from infra.local.environment import CALENDARS, PRICE_BOOK_ID, Surroundings
from infra.local.front_door import FrontDoor
from infra.local.home import Home
from infra.local.keys import LocalKeys
from infra.local.vendors import Vendors
from shared_lib.kernel.adapters.clock import BusinessClock
from shared_lib.web.pages import page_app
from tests.functions.sample_site import SPA

NOBODY = "127.0.0.1:1"
PAGE = """{% extends "base.html" %}{% block main %}<h1>Your visit</h1><form method="post" action="/pay/token">
<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<input type="checkbox" name="accept_policy" value="v1"><button>Pay</button></form>{% endblock %}"""
SAID = "{% extends 'base.html' %}{% block main %}<h1>{{ words }}</h1>{% endblock %}"


class NoFunctions:
    def exists(self, name: str) -> bool:
        return False

    def capacity(self, name: str) -> int:
        raise AssertionError(name)

    async def port(self, name: str) -> int:
        raise AssertionError(name)


@dataclass
class House:
    """A local system without functions and emulators; `console` asks its API by the front door."""

    system: Surroundings
    clock: BusinessClock
    booking_id: str = "5f0c5a8e-6f0e-4e0e-9f5b-0d6f3c3c2a11"
    session: Any = None
    accepted: list[str] = field(default_factory=list)

    def start_anew(self) -> None:
        """Forget what the last test did."""
        for stand_in in self.vendors:
            stand_in.reset()
        self.system.home.clock.unlink(missing_ok=True)
        self.session = None
        self.accepted.clear()

    @property
    def url(self) -> str:
        return self.system.public_url

    @property
    def vendors(self) -> Vendors:
        return self.system.vendors

    def console(self, path: str, method: str = "GET", **kwargs: Any) -> requests.Response:
        return requests.request(method, f"{self.url}/console/api/{path}", timeout=20, **kwargs)

    def look(self, path: str) -> Any:
        answer = self.console(path)
        assert answer.status_code == HTTPStatus.OK, answer.text
        return answer.json()

    def pay(self, **body: Any) -> dict[str, str]:
        answer = self.console("pay", "POST", json={"payment_url": f"{self.url}/pay/token"} | body)
        assert answer.status_code == HTTPStatus.OK, answer.text
        receipt: dict[str, str] = answer.json()
        return receipt

    def stripe(self) -> Any:
        api: Any = {"api": self.vendors.stripe.url}
        return stripe.StripeClient("sk_test_1", base_addresses=api, http_client=stripe.RequestsClient()).v1

    def open_checkout(self) -> Any:
        ours = {"booking_id": self.booking_id, "payment_id": "p-1"}
        price = {"currency": "usd", "unit_amount": 13500, "product_data": {"name": "Swedish Massage"}}
        self.session = self.stripe().checkout.sessions.create(
            {
                "mode": "payment",
                "line_items": [{"price_data": price, "quantity": 1}],
                "customer_email": "guest@example.com",
                "success_url": f"{self.url}/pay/token?from=stripe",
                "cancel_url": f"{self.url}/pay/token",
                "metadata": ours,
                "payment_intent_data": {"metadata": ours, "description": "CoreSync CS-2026-000001"},
            }
        )
        return self.session

    def send_mail(self, subject: str = "Your visit is confirmed", **changes: Any) -> None:
        mail = {
            "from": {"email": "spa@example.com", "name": "CoreSync"},
            "personalizations": [{"to": [{"email": "guest@example.com", "name": "Ada"}]}],
            "subject": subject,
            "content": [
                {"type": "text/plain", "value": "See you on Friday."},
                {"type": "text/html", "value": "<h1>See you on Friday</h1><a href='https://example.com'>Route</a>"},
            ],
            "attachments": [{"content": "QkVHSU46VkNBTEVOREFS", "type": "text/calendar", "filename": "visit.ics"}],
        }
        sent = requests.post(
            f"{self.vendors.sendgrid.url}/v3/mail/send",
            json=mail | changes,
            headers={"Authorization": "Bearer SG.key"},
            timeout=5,
        )
        assert sent.status_code == HTTPStatus.ACCEPTED, sent.text

    def send_text(self, body: str) -> None:
        sms = self.vendors.sms
        sent = requests.post(
            f"{sms.url}/2010-04-01/Accounts/{sms.account}/Messages.json",
            data={"To": "+15550100199", "From": sms.sender, "Body": body},
            auth=(sms.account, self.system.keys.words["sms_token"]),
            timeout=5,
        )
        assert sent.status_code == HTTPStatus.CREATED, sent.text

    def add_event(self, calendar: str, summary: str, start: str, end: str) -> None:
        body = {"summary": summary, "start": start, "end": end, "description": "CS-2026-000001"}
        made = requests.post(f"{self.vendors.calendar.url}/_events/{calendar}", json=body, timeout=5)
        assert made.status_code == HTTPStatus.CREATED, made.text


class DeadTopic:
    """Where a consumer's dead letters go, in a project of its own; gone afterwards."""

    def __init__(self, host: str, *, project: str, consumer: str) -> None:
        self.project = project
        self._channel = grpc.insecure_channel(host)
        self._publisher = PublisherClient(transport=PublisherGrpcTransport(channel=self._channel))
        self._subscriber = SubscriberClient(transport=SubscriberGrpcTransport(channel=self._channel))
        self._topic = f"projects/{project}/topics/{consumer}-dead"
        self._subscription = f"projects/{project}/subscriptions/{consumer}-dead"

    def __enter__(self) -> Self:
        self._publisher.create_topic(name=self._topic)
        self._subscriber.create_subscription(name=self._subscription, topic=self._topic)
        return self

    def __exit__(self, *_: object) -> None:
        self._subscriber.delete_subscription(subscription=self._subscription)
        self._publisher.delete_topic(topic=self._topic)
        self._channel.close()

    @contextmanager
    def topic_of_events(self) -> Iterator[None]:
        """Have the topic too that events are published to."""
        topic = f"projects/{self.project}/topics/booking-events"
        self._publisher.create_topic(name=topic)
        try:
            yield
        finally:
            self._publisher.delete_topic(topic=topic)

    def publish(self, attributes: dict[str, str]) -> None:
        message: Any = {"data": b'{"schema_version": 1}', "attributes": attributes}
        self._publisher.publish(topic=self._topic, messages=[message])


@contextmanager
def console_house(folder: Path, *, database_url: str = "", pubsub_host: str = NOBODY) -> Iterator[House]:
    """Start everything on free ports, and stop it."""
    home = Home(folder / "home")
    home.furnish()
    with ExitStack() as stops:
        door = stops.enter_context(FrontDoor(NoFunctions()))
        keys, clock = LocalKeys.kept_in(home), BusinessClock(home.clock)
        vendors = Vendors.open(home, front_door=door.url, keys=keys, clock=clock)
        stops.callback(vendors.stop)
        _furnish(vendors)
        system = Surroundings(
            public_url=door.url,
            database_url=database_url,
            firestore_host=NOBODY,
            pubsub_host=pubsub_host,
            vendors=vendors,
            keys=keys,
            home=home,
        )
        house = House(system, clock)
        apps = {"console": create_console(house), "page_pay": _desk(house, folder), "job_send_reminders": _job()}
        for name, app in apps.items():
            server = ConsoleServer()
            door.fixed[name] = server.serve(app)
            stops.callback(server.stop)
        yield house


def _furnish(vendors: Vendors) -> None:
    for name, calendar in CALENDARS.items():
        vendors.calendar.create_calendar(calendar, name.removeprefix("CALENDAR_").capitalize(), "America/New_York")
    vendors.sheets.create_workbook(PRICE_BOOK_ID, "Prices", workbook())


def _job() -> Flask:
    """A job that says what it did, and that something was left."""
    app = Flask("job", static_folder=None)
    app.add_url_rule("/<path:_>", view_func=lambda _: ({"sent": 3, "failures": ["X"]}, 503), methods=["POST"])
    return app


def _desk(house: House, folder: Path) -> Flask:
    """A page with the real guards of forms: its POST opens Checkout by the real client."""
    (folder / "assets").mkdir(exist_ok=True)
    app = page_app(
        "page_pay",
        folder,
        spa=replace(SPA),
        public_url=house.url,
        assets_at="/assets/pay",
        form_key=b"key",
        form_targets=[house.vendors.stripe.url],
    )

    @app.get("/pay/<token>")
    def look(token: str) -> tuple[str, int]:
        if token == "ended":
            return render_template_string(SAID, words="This time is no longer held."), HTTPStatus.GONE
        if house.session and request.args.get("from") == "stripe":
            return render_template_string(SAID, words="We look forward to you."), HTTPStatus.OK
        return render_template_string(PAGE), HTTPStatus.OK

    @app.post("/pay/<token>")
    def accept(token: str) -> Any:
        house.accepted.append(request.form["accept_policy"])
        return redirect(house.open_checkout().url, HTTPStatus.SEE_OTHER)

    return app
